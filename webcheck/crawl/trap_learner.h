// SPDX-License-Identifier: Apache-2.0
// Learns from the pages of a lane where a site has no end. Each address follows several patterns
// (url_pattern.h), and each pattern has two accounts:
//   - pages in a row that said nothing that other pages had not said (the same list in another
//   order,
//     an empty calendar): a barren pattern is closed for all its addresses;
//   - pages that are there because pages of the same pattern and template led to them, less what
//     speaks for them: pages that others led to, and new pages of another kind that they led to. A
//     pattern that only feeds itself is closed for what it feeds, however new its words are.
// A closed pattern is tried again after 16, 32, 64 … addresses, and opens where that brings news.
//
// The answer for an address hangs on nothing but what stands kLag places before it and on all that
// is less deep, so that neither threads nor a restart change it: the crawl need not wait for its
// own results. What is learned is rebuilt by the same calls, in the same order, from what was kept.
#pragma once

#include "webcheck/crawl/url_pattern.h"
#include "webcheck/url/url.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace wza::web {

/// What a visit says about the patterns of its address.
struct VisitLesson {
  enum class Kind : std::uint8_t {
    none,     ///< nothing: not asked for, or the server's trouble
    answer,   ///< a page or a file
    redirect  ///< to another address
  };
  Kind kind = Kind::none;
  double weight = 1;            ///< of a barren answer
  bool is_news = false;         ///< says something that no page before it said
  std::uint64_t skeleton = 0;   ///< of the page's template
  std::vector<LinkForm> leads;  ///< of the addresses that it was the first to name
};

class TrapLearner {
 public:
  /// Addresses of these patterns, named as in UrlPattern::text, are never traps.
  explicit TrapLearner(std::set<std::string> trusted) : m_trusted(std::move(trusted)) {}

  /// The next address of the lane, in order; `parent` is the place of the one that named it first,
  /// from 1, or 0. Where it lies in a trap, the pattern of the trap.
  std::optional<UrlPattern> next(Url const &url, std::int64_t parent, int depth);
  /// The next one of those is done, in order.
  void done(VisitLesson lesson);

  /// Places between an address and the last one of its depth that its answer may hang on.
  static constexpr std::size_t kLag = 16;

 private:
  using GroupId = std::uint32_t;
  /// What a pattern owes by the template of its pages.
  struct SelfFed {
    double owed = 0;
    std::size_t credit = 0;
  };
  struct Group {
    PatternKind kind{};
    double barren = 0;     ///< in a row
    std::size_t news = 0;  ///< pages that others led to and that said something
    std::size_t refused = 0;
    std::map<std::uint64_t, SelfFed> self_fed;  ///< by skeleton
  };
  /// An address that was given out.
  struct Place {
    std::vector<GroupId> groups;  ///< the exact pattern's first; empty of trusted ones
    LinkForm form;
    std::uint64_t host = 0;
    std::uint64_t skeleton = 0;  ///< once it is learned
    std::uint32_t parent = 0;
    std::int32_t depth = 0;
    bool hop = false;  ///< a redirect: who named it named its target
  };

  void add_place(Url const &url, std::vector<UrlPattern> const &patterns, std::int64_t parent,
                 int depth);
  std::optional<std::size_t> refusing(Place const &place) const;
  void learn_until(std::size_t place, int depth);
  void learn(Place &place, VisitLesson const &lesson);
  double weight_of(Place const &place, VisitLesson const &lesson) const;
  void credit_parents(Place const &place);
  GroupId group(UrlPattern const &pattern);
  Place const *parent_of(Place const &place) const;
  bool feeds_itself(GroupId group, std::uint64_t skeleton, Place const &place) const;
  bool feeds_on_closed(GroupId group, Place const &place) const;

  std::set<std::string> m_trusted;
  std::unordered_map<std::uint64_t, GroupId> m_ids;  ///< by fingerprint of the text
  std::vector<Group> m_groups;
  std::deque<Place> m_places;         ///< all that was given out, in order
  std::deque<VisitLesson> m_lessons;  ///< of what is done and not learned yet
  std::size_t m_learned = 0;          ///< places
};

}  // namespace wza::web

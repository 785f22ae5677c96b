// SPDX-License-Identifier: Apache-2.0
// A rule in the terms of the W3C's ACT Rules Format 1.1: applicability yields targets, the
// expectation gives each a verdict. A rule is one constant object in one file of rules/; the build
// finds it there. It never fetches, logs, or asks who made the page. What it cannot decide is
// cant_tell with a reason, never a guess.
#pragma once

#include "db/base/known.h"
#include "db/base/text.h"
#include "db/model/outcome.h"
#include "webcheck/page.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wza::web {

/// Number of a message in its rule's own table; each rule casts its `enum class Msg` to it.
struct MessageId {
  std::uint8_t value = 0;
  template <class E>
  requires std::is_enum_v<E>
  constexpr MessageId(E message) : value(static_cast<std::uint8_t>(message)) {}  // NOLINT: implicit
  constexpr MessageId() = default;
  constexpr bool operator==(MessageId const &) const = default;
};

/// One thing a rule can say about a target. `key` is its word in the .cases files and in JSON.
struct Message {
  std::string_view key;
  TextView text;
  /// Where the outcome is cant_tell and a person can settle it: what to ask, such that "yes" means
  /// passed. May hold "{}" for the detail, as `text` may.
  TextView question{};
};

struct Verdict {
  Outcome outcome{};
  MessageId message{};
  std::string detail{};  ///< what the sentence speaks of (the wrong role, the number of seconds)
};
inline Verdict passed(MessageId m, std::string detail = {}) {
  return {Outcome::passed, m, std::move(detail)};
}
inline Verdict failed(MessageId m, std::string detail = {}) {
  return {Outcome::failed, m, std::move(detail)};
}
inline Verdict cant_tell(MessageId m, std::string detail = {}) {
  return {Outcome::cant_tell, m, std::move(detail)};
}

/// The elements to which a rule applies. An applicability that is unknown stays with its target:
/// the engine turns a failure of it into cant_tell, so that no rule can forget to.
class Targets {
 public:
  struct Target {
    NodeId node;
    Trilean applies = true;
  };
  void add(NodeId node, Trilean applies = true) {
    if (!applies.is_false()) m_all.push_back({node, applies});
  }
  std::span<Target const> all() const { return m_all; }

 private:
  std::vector<Target> m_all;
};

/// The clauses that a failure breaks.
struct Basis {
  std::span<std::string_view const> wcag{};      ///< success criteria of WCAG 2.2: "1.1.1"
  std::span<std::string_view const> gbt37668{};  ///< clauses of GB/T 37668-2019: "3.2.1.2"
  std::span<std::string_view const> miit{};  ///< items of reference/miit_elder.tsv: "float_window"
};

/// What stands behind a rule.
enum class Kind : std::uint8_t {
  requirement,    ///< a failure breaks a clause of its basis
  best_practice,  ///< good advice; no standard demands it
};

/// How far a rule comes without a person.
enum class Decides : std::uint8_t {
  all,        ///< passed and failed are its own; a doubt is the exception
  failures,   ///< finds some failures by itself, and asks about the rest
  questions,  ///< never fails: it is sure where it does not apply, and else asks
};

/// Whom a failure hurts (after the functional needs of EN 301 549, clause 4.2).
enum class People : std::uint8_t { blind, low_vision, colour, deaf, motor, seizures, cognitive };

/// What a rule needs to see beyond the document.
enum class Needs : std::uint8_t { dom, styles, layout };

struct Rule {
  std::string_view id;                    ///< "image-has-name"; for ever
  std::span<std::string_view const> act;  ///< ACT rules that it implements: "23a2a8"
  Basis basis;
  Severity severity{};
  Needs needs{};
  Kind kind = Kind::requirement;
  Decides decides = Decides::all;
  std::span<People const> people{};   ///< empty: those whom its success criteria protect
  TextView title;                     ///< what it asks for, one sentence
  TextView help;                      ///< why it hurts and how to mend it
  std::span<Message const> messages;  ///< indexed by the rule's Msg
  void (*applicable)(Page const &page, Targets &targets) = nullptr;
  Verdict (*expect)(Page const &page, NodeId target) = nullptr;
  /// Corrected markup for that very element where it follows from the page; empty where it does
  /// not. What only a person knows stands in it as "【…】".
  std::string (*mend)(Page const &page, NodeId target) = nullptr;
};

/// All rules, in the order of their ids. Generated from the file names in rules/.
std::span<Rule const *const> all_rules();

}  // namespace wza::web

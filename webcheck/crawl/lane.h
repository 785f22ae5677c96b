// SPDX-License-Identifier: Apache-2.0
// One lane of a crawl: its addresses in the order in which they are to be absorbed, and what
// decides which of them may be visited now. Results are absorbed strictly in this order, whatever
// order they come in; nothing that a visit may depend on is left to timing.
#pragma once

#include "webcheck/crawl/crawl.h"
#include "webcheck/crawl/neighbours.h"
#include "webcheck/crawl/page_visit.h"
#include "webcheck/crawl/trap_learner.h"

#include <deque>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

namespace wza::web {

/// An address of the window.
struct Ticket {
  enum class Stage : std::uint8_t { waiting, visiting, done };
  explicit Ticket(Lease l) : lease(std::move(l)), origin(lease.entry.url.origin()) {}

  Lease lease;
  std::string origin;
  Stage stage = Stage::waiting;
  int attempts = 0;                 ///< that found the server busy
  std::optional<std::string> trap;  ///< pattern of the trap that it lies in
  Found found;                      ///< where it is done
};

class Lane {
 public:
  Lane(LaneId id, CrawlOptions const &options)
      : m_id(id),
        m_budget{options.max_pages, options.max_depth, options.byte_budget, options.attachments},
        m_visitor(options.check, options.max_links),
        m_traps(options.trusted),
        m_sample(options.sample) {}

  LaneId id() const { return m_id; }
  PageVisitor &visitor() { return m_visitor; }
  std::deque<Ticket> &window() { return m_window; }
  std::deque<Ticket> const &window() const { return m_window; }

  /// Fills the window from the frontier.
  void refill(Frontier &frontier);
  /// True once no address without a link from a start is left: all are absorbed.
  bool is_past_starts() const { return m_window.empty() || m_window.front().lease.entry.depth > 0; }

  /// Settles what needs no request: traps, files, what is beyond the budget.
  void settle(bool out_of_time);
  /// True where the visit may begin, as far as the lane goes; it needs its host's turn besides.
  bool may_begin(std::size_t index) const;
  /// What the visitor has to know.
  VisitOrder order(Ticket const &ticket) const;

  /// Place of the visit that is absorbed next, from 1.
  std::int64_t place() const { return m_absorbed + 1; }
  /// Leaves of the shape of a page what no page before it had; gives the address of the first one
  /// with the same content, if there is one.
  std::optional<std::string> compare(PastVisit &past) const;
  /// Whether a visit is in the sample, in order.
  Sample::Choice choose(Url const &url, int depth, PastVisit const &past);
  /// The pages that chance adds to the sample, once all are known.
  std::vector<DrawnPage> drawn() const { return m_sample.drawn(); }
  /// Takes a visit of an earlier process into account, in order.
  void replay(Url const &url, std::int64_t parent, int depth, PastVisit const &past);
  /// Takes what a visit left into account, in order.
  void remember(Url const &url, PastVisit const &past);

  static constexpr std::size_t kWindow = 16;
  /// Visits of an address whose server is busy.
  static constexpr int kMostAttempts = 3;

 private:
  /// Bounds that a lane keeps to.
  struct Budget {
    std::size_t pages = 0;
    int depth = 0;
    std::optional<std::uint64_t> bytes;
    bool attachments = false;  ///< files are asked for their header; they are no pages
  };
  bool budget_is_spent() const;
  /// True for an address that names a file, which is not asked for.
  bool is_skipped(Url const &url) const;

  LaneId m_id;
  Budget m_budget;
  PageVisitor m_visitor;
  Neighbours m_neighbours;
  std::set<std::string> m_sitemaps_read;  ///< by origin
  std::deque<Ticket> m_window;
  TrapLearner m_traps;
  Sample m_sample;
  NumberSet m_pieces;                                      ///< of all pages
  std::unordered_map<std::uint64_t, std::string> m_texts;  ///< addresses by PageShape::text
  std::int64_t m_absorbed = 0;
  std::size_t m_pages = 0;
  std::uint64_t m_transferred = 0;
};

/// True for the states of an address that was fetched and looked at as a page.
bool counts_as_page(VisitState state);

}  // namespace wza::web

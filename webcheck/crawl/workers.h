// SPDX-License-Identifier: Apache-2.0
// The threads that visit pages. Work is handed out and results are taken by one thread, which is
// also told when a visit makes no further request, so that the host's turn can go to the next one
// while the page is still being checked. Without threads the work is done where it is handed out.
#pragma once

#include "webcheck/crawl/lane.h"

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

namespace wza::web {

/// One visit that is handed out.
struct VisitJob {
  Lane *lane = nullptr;
  Ticket *ticket = nullptr;
  VisitOrder order;
  Fetcher *fetcher = nullptr;
};

/// What workers tell.
struct WorkReport {
  Ticket *ticket = nullptr;
  Lane *lane = nullptr;
  Fetcher *fetcher = nullptr;   ///< free again; null where that was told before
  std::optional<VisitEnd> end;  ///< nothing where only the host's turn is given back
};

class Workers {
 public:
  /// `fetches` visits may make requests at the same time, and as many threads as there are
  /// processors check pages besides; none at all where `fetches` is 0.
  Workers(std::size_t fetches, Politeness &politeness, SiteBook &book, Pacer &pacer);
  ~Workers();
  Workers(Workers const &) = delete;
  Workers &operator=(Workers const &) = delete;

  /// A job that is handed out ends, also where `stop` comes. Exceptions go through take().
  void hand_out(VisitJob job, std::stop_token const &stop);
  /// What has been told since the last call. Rethrows what a worker has thrown.
  std::vector<WorkReport> take();
  /// Waits until something is told, until `time`, or until `stop`.
  void wait(Pacer::Time time, std::stop_token const &stop);
  /// Waits until something is told.
  void wait_for_report();
  bool is_threaded() const { return !m_threads.empty(); }
  std::size_t threads() const { return m_threads.size(); }

 private:
  class Gates;
  struct Order {
    VisitJob job;
    std::stop_token stop;
  };
  void serve();
  void visit(VisitJob &job, std::stop_token const &stop);
  void tell(WorkReport report);

  Politeness *m_politeness;
  SiteBook *m_book;
  Pacer *m_pacer;
  std::mutex m_mutex;
  std::condition_variable_any m_work, m_told, m_free_core;
  std::deque<Order> m_jobs;
  std::vector<WorkReport> m_reports;
  std::exception_ptr m_thrown;
  std::size_t m_free_cores;
  bool m_ending = false;
  std::vector<std::thread> m_threads;
};

}  // namespace wza::web

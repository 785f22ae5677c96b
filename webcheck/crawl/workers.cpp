// SPDX-License-Identifier: Apache-2.0
#include "webcheck/crawl/workers.h"

#include <algorithm>
#include <utility>

namespace wza::web {

/// Gives the host's turn back, and lets as many pages be checked as there are processors.
class Workers::Gates final : public VisitGates {
 public:
  Gates(Workers &workers, VisitJob &job) : m_workers(&workers), m_job(&job) {}
  ~Gates() override {
    if (m_has_core) end_check();
  }
  void requests_done() override {
    if (!m_workers->is_threaded()) return;
    m_workers->tell({m_job->ticket, m_job->lane, std::exchange(m_job->fetcher, nullptr), {}});
  }
  void begin_check() override {
    if (!m_workers->is_threaded()) return;
    std::unique_lock lock(m_workers->m_mutex);
    m_workers->m_free_core.wait(lock, [&] { return m_workers->m_free_cores > 0; });
    --m_workers->m_free_cores;
    m_has_core = true;
  }
  void end_check() override {
    if (!m_has_core) return;
    std::lock_guard const lock(m_workers->m_mutex);
    ++m_workers->m_free_cores;
    m_has_core = false;
    m_workers->m_free_core.notify_one();
  }

 private:
  Workers *m_workers;
  VisitJob *m_job;
  bool m_has_core = false;
};

Workers::Workers(std::size_t fetches, Politeness &politeness, SiteBook &book, Pacer &pacer)
    : m_politeness(&politeness),
      m_book(&book),
      m_pacer(&pacer),
      m_free_cores(std::max(1U, std::thread::hardware_concurrency())) {
  if (fetches == 0) return;
  std::size_t const count = fetches + m_free_cores;
  m_threads.reserve(count);  // is_threaded() must not change under the first of them
  std::lock_guard const lock(m_mutex);
  for (std::size_t i = 0; i < count; ++i)
    m_threads.emplace_back([this] { serve(); });
}

Workers::~Workers() {
  {
    std::lock_guard const lock(m_mutex);
    m_ending = true;
    m_jobs.clear();
    m_work.notify_all();
  }
  for (std::thread &thread : m_threads)
    thread.join();
}

void Workers::serve() {
  std::unique_lock lock(m_mutex);
  while (true) {
    m_work.wait(lock, [this] { return m_ending || !m_jobs.empty(); });
    if (m_ending) return;
    Order order = std::move(m_jobs.front());
    m_jobs.pop_front();
    lock.unlock();
    std::exception_ptr thrown;
    try {
      visit(order.job, order.stop);
    } catch (...) {  // a door: it goes on in the thread that takes the reports
      thrown = std::current_exception();
    }
    lock.lock();
    if (thrown) m_thrown = thrown;
    if (thrown) m_told.notify_all();
  }
}

void Workers::visit(VisitJob &job, std::stop_token const &stop) {
  SiteAccess access(*job.fetcher, *m_politeness, *m_book);
  Gates gates(*this, job);
  VisitEnd end = job.lane->visitor().visit(job.order, access, gates, stop);
  tell({job.ticket, job.lane, job.fetcher, std::move(end)});
}

void Workers::tell(WorkReport report) {
  std::lock_guard const lock(m_mutex);
  m_reports.push_back(std::move(report));
  m_told.notify_all();
}

void Workers::hand_out(VisitJob job, std::stop_token const &stop) {
  if (!is_threaded()) return visit(job, stop);
  std::lock_guard const lock(m_mutex);
  m_jobs.push_back({std::move(job), stop});
  m_work.notify_one();
}

std::vector<WorkReport> Workers::take() {
  std::lock_guard const lock(m_mutex);
  if (m_thrown) std::rethrow_exception(std::exchange(m_thrown, nullptr));
  return std::exchange(m_reports, {});
}

void Workers::wait(Pacer::Time time, std::stop_token const &stop) {
  std::unique_lock lock(m_mutex);
  if (m_reports.empty() && !m_thrown) m_pacer->wait_until(lock, m_told, time, stop);
}

void Workers::wait_for_report() {
  std::unique_lock lock(m_mutex);
  m_told.wait(lock, [this] { return !m_reports.empty() || m_thrown; });
}

}  // namespace wza::web

// SPDX-License-Identifier: Apache-2.0
#include "webcheck/crawl/crawl.h"

#include "webcheck/crawl/absorber.h"
#include "webcheck/crawl/fetcher_pool.h"
#include "webcheck/crawl/workers.h"

#include <algorithm>
#include <map>
#include <utility>

namespace wza::web {
namespace {

using Stage = Ticket::Stage;

class CrawlRun {
 public:
  CrawlRun(CrawlOptions const &options, CrawlMeans const &means)
      : m_options(&options),
        m_means(&means),
        m_began(means.pacer.now()),
        m_politeness(options.politeness, means.pacer, means.clock),
        m_book(means.pacer),
        m_fetchers(means.make_fetcher, options.hosts),
        m_absorber(options, means) {}

  std::optional<Problem> begin() {
    restore_hosts();
    if (std::optional<Problem> problem = m_absorber.begin(m_book)) return problem;
    for (LaneId id = 0; id < m_absorber.lanes().size(); ++id)
      m_open.push_back(id);
    return std::nullopt;
  }

  void run(std::stop_token const &stop) {
    std::stop_source ended;
    std::stop_callback const passed_on(stop, [&ended] { ended.request_stop(); });
    Workers workers(m_options->hosts, m_politeness, m_book, m_means->pacer);
    // Whatever ends the work, no worker goes on waiting for a server's turn.
    std::shared_ptr<void> const last(nullptr, [&ended](void *) { ended.request_stop(); });
    work(workers, ended.get_token());
  }

  CrawlSummary summary() { return m_absorber.summary(); }

 private:
  void restore_hosts() {
    std::vector<HostMemory> hosts;
    for (HostPause const &host : m_means->frontier.hosts())
      hosts.push_back({host.host, host.delay, host.blocked_until, host.last_request});
    m_politeness.restore(hosts);
    // The last request of a process that was killed may have been made just now.
    if (m_means->frontier.stats().known > 0) m_politeness.hold_all();
  }

  void work(Workers &workers, std::stop_token const &stop) {
    while (true) {
      take_reports(workers);
      refill();
      std::size_t const started = stop.stop_requested() ? 0 : hand_out(workers, stop);
      std::size_t const absorbed = absorb(workers.is_threaded() ? kBatch : 1);
      tell_status();
      if (started + absorbed > 0) continue;
      if (m_in_flight > 0) {
        stop.stop_requested() ? workers.wait_for_report() : workers.wait(m_wake, stop);
      } else if (stop.stop_requested() || m_open.empty()) {
        return;
      } else {
        workers.wait(m_wake, stop);
      }
    }
  }

  void take_reports(Workers &workers) {
    for (WorkReport &report : workers.take()) {
      std::string const &host = report.ticket->lease.entry.url.host();
      if (report.fetcher != nullptr) {
        m_fetchers.give_back(*report.fetcher);
        --m_fetching;
        --m_busy[host];
      }
      if (!report.end) continue;
      --m_in_flight;
      Ticket &ticket = *report.ticket;
      ticket.stage = Stage::waiting;
      if (report.end->kind == VisitEnd::Kind::busy) ++ticket.attempts;
      if (report.end->kind != VisitEnd::Kind::done) continue;
      ticket.found = std::move(report.end->found);
      ticket.stage = Stage::done;
    }
  }

  void refill() {
    bool const out_of_time =
        m_options->time_budget && m_means->pacer.now() - m_began >= *m_options->time_budget;
    for (LaneId const id : m_open) {
      m_absorber.lanes()[id].refill(m_means->frontier);
      m_absorber.lanes()[id].settle(out_of_time);
    }
    std::erase_if(m_open, [this](LaneId id) { return m_absorber.lanes()[id].window().empty(); });
  }

  /// Begins as many visits as there is room for, lane by lane in turn; sets when to look again.
  std::size_t hand_out(Workers &workers, std::stop_token const &stop) {
    // While visits go on, what servers ask for is taken note of soon.
    constexpr std::chrono::milliseconds kSoon{50};
    m_wake = m_means->pacer.now() + (m_in_flight > 0 ? kSoon : std::chrono::hours(1));
    m_hosts_waiting = 0;
    std::size_t const room = std::max<std::size_t>(m_options->hosts, 1);
    std::size_t started = 0;
    for (std::size_t i = 0; i < m_open.size() && m_fetching < room; ++i) {
      m_turn = (m_turn + 1) % m_open.size();
      started += begin_visits(m_absorber.lanes()[m_open[m_turn]], room, workers, stop);
      if (started > 0 && !workers.is_threaded()) break;
    }
    return started;
  }

  std::size_t begin_visits(Lane &lane, std::size_t room, Workers &workers,
                           std::stop_token const &stop) {
    std::size_t started = 0;
    bool waits = false;
    for (std::size_t i = 0; i < lane.window().size() && m_fetching < room; ++i) {
      if (!lane.may_begin(i)) continue;
      Ticket &ticket = lane.window()[i];
      std::string const &host = ticket.lease.entry.url.host();
      if (m_busy[host] >= m_options->politeness.connections) continue;
      std::optional<Pacer::Time> const ready = m_politeness.ready_at(host);
      if (!ready || *ready > m_means->pacer.now()) {
        waits = true;
        // Another host of the same address gives its turn back without a word to us.
        constexpr std::chrono::milliseconds kLookAgain{5};
        m_wake = std::min(m_wake, ready.value_or(m_means->pacer.now() + kLookAgain));
        continue;
      }
      ticket.stage = Stage::visiting;
      ++m_busy[host];
      ++m_fetching;
      ++m_in_flight;
      ++started;
      workers.hand_out({&lane, &ticket, lane.order(ticket), &m_fetchers.take(host)}, stop);
      if (!workers.is_threaded()) break;
    }
    if (waits && started == 0) ++m_hosts_waiting;
    return started;
  }

  /// Absorbs up to `most` results that are at the head of their lanes.
  std::size_t absorb(std::size_t most) {
    std::size_t count = 0;
    for (LaneId const id : m_open)
      count += m_absorber.can_absorb(m_absorber.lanes()[id]) ? 1 : 0;
    bool urgent = false;
    for (HostMemory &host : m_politeness.take_changes()) {
      urgent = urgent || host.urgent;
      m_host_changes.insert_or_assign(host.host, std::move(host));
    }
    if (count == 0 && !urgent) return 0;
    count = 0;
    m_means->sink.together([&] {
      for (LaneId const id : m_open) {
        while (count < most && m_absorber.can_absorb(m_absorber.lanes()[id])) {
          m_absorber.absorb_first(m_absorber.lanes()[id]);
          ++count;
        }
      }
      for (auto const &[name, host] : m_host_changes)
        keep(host);
    });
    m_host_changes.clear();
    return count;
  }

  void keep(HostMemory const &host) {
    Frontier &frontier = m_means->frontier;
    if (host.crawl_delay > std::chrono::milliseconds(0)) {
      frontier.set_delay(host.host, host.crawl_delay);
    }
    if (host.blocked_until) frontier.block_until(host.host, *host.blocked_until);
    if (host.last_request) frontier.asked(host.host, *host.last_request);
  }

  void tell_status() {
    CrawlStatus status;
    status.addresses = m_means->frontier.stats();
    status.pages = m_absorber.pages();
    status.lanes = m_open.size();
    status.hosts_waiting = m_hosts_waiting;
    m_means->sink.status(status);
  }

  /// Results that are absorbed together.
  static constexpr std::size_t kBatch = 64;

  CrawlOptions const *m_options;
  CrawlMeans const *m_means;
  Pacer::Time m_began;
  Politeness m_politeness;
  SiteBook m_book;
  FetcherPool m_fetchers;
  Absorber m_absorber;
  std::vector<LaneId> m_open;  ///< that are not finished
  std::size_t m_turn = 0;      ///< of m_open, whose turn was last
  std::size_t m_in_flight = 0, m_fetching = 0, m_hosts_waiting = 0;
  std::map<std::string, int> m_busy;                 ///< visits with requests to come, by host
  std::map<std::string, HostMemory> m_host_changes;  ///< that the frontier does not know yet
  Pacer::Time m_wake{};
};

}  // namespace

Result<CrawlSummary> crawl(CrawlOptions const &options, CrawlMeans const &means,
                           std::stop_token const &stop) {
  CrawlRun run(options, means);
  if (std::optional<Problem> problem = run.begin()) return std::move(*problem);
  run.run(stop);
  return run.summary();
}

}  // namespace wza::web

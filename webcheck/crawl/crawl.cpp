// SPDX-License-Identifier: Apache-2.0
#include "webcheck/crawl/crawl.h"

#include "webcheck/crawl/absorber.h"
#include "webcheck/crawl/fetcher_pool.h"
#include "webcheck/crawl/workers.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace wza::web {

class Crawl::Impl {
  using Stage = Ticket::Stage;

 public:
  Impl(CrawlOptions const &options, CrawlMeans const &means)
      : m_options(&options),
        m_means(&means),
        m_began(means.pacer.now()),
        m_own_politeness(options.politeness, means.pacer, means.clock),
        m_politeness(means.politeness ? *means.politeness : m_own_politeness),
        m_book(means.pacer),
        m_fetchers(means.make_fetcher, options.hosts),
        m_absorber(options, means),
        m_workers(options.hosts, m_politeness, m_book, means.pacer) {}
  /// Whatever ends the work, no worker goes on waiting for a server's turn.
  ~Impl() { m_ended.request_stop(); }
  Impl(Impl const &) = delete;
  Impl &operator=(Impl const &) = delete;

  std::optional<Problem> begin() {
    if (m_means->politeness == nullptr) restore_hosts();
    if (std::optional<Problem> problem = m_absorber.begin(m_book)) return problem;
    for (LaneId id = 0; id < m_absorber.lanes().size(); ++id)
      m_open.push_back(id);
    return std::nullopt;
  }

  Step step(std::stop_token const &stop) {
    std::stop_callback const passed_on(stop, [this] { m_ended.request_stop(); });
    take_reports();
    refill();
    std::size_t const started = stop.stop_requested() ? 0 : hand_out();
    std::size_t const absorbed = absorb(m_workers.is_threaded() ? kBatch : 1);
    tell_status();
    if (started + absorbed > 0) return Step::moved;
    bool const idle = m_in_flight == 0 && (m_open.empty() || m_waits_for == WaitsFor::quiet_hours);
    return idle || (stop.stop_requested() && m_in_flight == 0) ? Step::ended : Step::waits;
  }

  void wait(std::stop_token const &stop) {
    std::stop_callback const passed_on(stop, [this] { m_ended.request_stop(); });
    stop.stop_requested() ? m_workers.wait_for_report() : m_workers.wait(m_wake, stop);
  }
  Pacer::Time wake() const { return m_wake; }

  CrawlSummary summary() {
    CrawlSummary out = m_absorber.summary();
    bool const stopped = m_ended.stop_requested();
    out.quiet = out.interrupted && !stopped && m_waits_for == WaitsFor::quiet_hours;
    return out;
  }

 private:
  void restore_hosts() {
    std::vector<HostMemory> hosts;
    for (HostPause const &host : m_means->frontier.hosts())
      hosts.push_back({host.host, host.delay, host.blocked_until, host.last_request});
    m_politeness.restore(hosts);
    // The last request of a process that was killed may have been made just now.
    if (m_means->frontier.stats().known > 0) m_politeness.hold_all();
  }

  void take_reports() {
    for (WorkReport &report : m_workers.take()) {
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
      if (report.end->kind == VisitEnd::Kind::interrupted && !m_ended.stop_requested()) {
        m_held.insert(ticket.lease.entry.url.href());
      }
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
  std::size_t hand_out() {
    // While visits go on, what servers ask for is taken note of soon.
    constexpr std::chrono::milliseconds kSoon{50};
    m_wake = m_means->pacer.now() + (m_in_flight > 0 ? kSoon : std::chrono::hours(1));
    m_hosts_waiting = 0;
    m_waits_for = WaitsFor::nothing;
    std::size_t const room = std::max<std::size_t>(m_options->hosts, 1);
    std::size_t started = 0;
    for (std::size_t i = 0; i < m_open.size() && m_fetching < room; ++i) {
      m_turn = (m_turn + 1) % m_open.size();
      started += begin_visits(m_absorber.lanes()[m_open[m_turn]], room);
      if (started > 0 && !m_workers.is_threaded()) break;
    }
    return started;
  }

  std::size_t begin_visits(Lane &lane, std::size_t room) {
    std::size_t started = 0;
    bool waits = false;
    for (std::size_t i = 0; i < lane.window().size() && m_fetching < room; ++i) {
      if (!lane.may_begin(i)) continue;
      Ticket &ticket = lane.window()[i];
      std::string const &host = ticket.lease.entry.url.host();
      if (is_held(ticket, host)) continue;
      if (m_busy[host] >= m_options->politeness.connections) continue;
      std::optional<Pacer::Time> const ready = m_politeness.ready_at(host);
      if (!ready || *ready > m_means->pacer.now()) {
        waits = true;
        m_waits_for = WaitsFor::turn;
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
      VisitOrder order = lane.order(ticket);
      if (m_means->memory != nullptr) {
        order.remembered = m_means->memory->recall(ticket.lease.entry.url);
      }
      m_workers.hand_out({&lane, &ticket, std::move(order), &m_fetchers.take(host)},
                         m_ended.get_token());
      if (!m_workers.is_threaded()) break;
    }
    if (waits && started == 0) ++m_hosts_waiting;
    return started;
  }

  /// True where the visit must be left to a later process, since quiet hours are not waited for.
  bool is_held(Ticket const &ticket, std::string const &host) {
    bool const held = m_politeness.quiet_until(host).has_value() ||
                      m_held.contains(ticket.lease.entry.url.href());
    if (held && m_waits_for == WaitsFor::nothing) m_waits_for = WaitsFor::quiet_hours;
    return held;
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
  Politeness m_own_politeness;
  Politeness &m_politeness;
  SiteBook m_book;
  FetcherPool m_fetchers;
  Absorber m_absorber;
  std::vector<LaneId> m_open;  ///< that are not finished
  std::size_t m_turn = 0;      ///< of m_open, whose turn was last
  std::size_t m_in_flight = 0, m_fetching = 0, m_hosts_waiting = 0;
  std::map<std::string, int> m_busy;                 ///< visits with requests to come, by host
  std::map<std::string, HostMemory> m_host_changes;  ///< that the frontier does not know yet
  Pacer::Time m_wake{};
  /// What kept the last round from beginning visits.
  enum class WaitsFor : std::uint8_t { nothing, turn, quiet_hours };
  WaitsFor m_waits_for = WaitsFor::nothing;
  std::set<std::string> m_held;  ///< addresses whose visit ran into quiet hours of some host
  std::stop_source m_ended;
  Workers m_workers;
};

Crawl::Crawl(CrawlOptions const &options, CrawlMeans const &means)
    : m_impl(std::make_unique<Impl>(options, means)) {}
Crawl::~Crawl() = default;
std::optional<Problem> Crawl::begin() {
  return m_impl->begin();
}
Crawl::Step Crawl::step(std::stop_token const &stop) {
  return m_impl->step(stop);
}
void Crawl::wait(std::stop_token const &stop) {
  m_impl->wait(stop);
}
Pacer::Time Crawl::wake() const {
  return m_impl->wake();
}
CrawlSummary Crawl::summary() {
  return m_impl->summary();
}

Result<CrawlSummary> crawl(CrawlOptions const &options, CrawlMeans const &means,
                           std::stop_token const &stop) {
  Crawl run(options, means);
  if (std::optional<Problem> problem = run.begin()) return std::move(*problem);
  while (true) {
    Crawl::Step const step = run.step(stop);
    if (step == Crawl::Step::ended) return run.summary();
    if (step == Crawl::Step::waits) run.wait(stop);
  }
}

}  // namespace wza::web

// SPDX-License-Identifier: Apache-2.0
#include "audit/jobs/crawl_due.h"

#include "db/store/frontier.h"

#include <algorithm>
#include <list>
#include <map>
#include <utility>

namespace wza::audit {
namespace {

using End = DueResult::End;
using Step = web::Crawl::Step;

Problem broken_off(std::string const &site, Text what) {
  return {ProblemCode::unreachable,
          site,
          {},
          std::nullopt,
          std::move(what),
          {"其他网站继续检测；下次运行时接着做。",
           "The other sites go on; the next call continues this one."}};
}

class DueCrawls {
 public:
  DueCrawls(std::vector<DueSite> const &sites, DueMeans const &means,
            std::function<void(DueSite const &, DueResult)> const &told,
            std::stop_token const &stop)
      : m_means(&means),
        m_told(&told),
        m_stop(stop),
        m_politeness(means.politeness, means.pacer, means.tracker.clock()) {
    for (DueSite const &site : sites)
      m_waiting.push_back(&site);
    std::vector<web::HostMemory> hosts;
    for (FrontierHost const &host : FrontierStore(means.tracker, RunId{}).hosts())
      hosts.push_back({host.host, host.delay, host.blocked_until, host.last_request});
    m_politeness.restore(hosts);
    // The last request of a process that was killed may have been made just now.
    m_politeness.hold_all();
  }

  void run() {
    while (true) {
      begin_some();
      if (m_running.empty()) break;
      if (!step_all()) rest();
    }
    End const end = m_stop.stop_requested() ? End::interrupted : End::quiet;
    for (DueSite const *site : m_waiting)
      (*m_told)(*site, {end, std::nullopt, std::nullopt});
  }

 private:
  struct Running {
    DueSite const *site;
    std::unique_ptr<SiteCrawl> crawl;
  };

  bool is_quiet(DueSite const &site) const {
    return site.settings.quiet.end_at(m_means->tracker.clock().now()).has_value();
  }

  void begin_some() {
    while (m_running.size() < m_means->at_once && !m_stop.stop_requested()) {
      auto const next =
          std::ranges::find_if(m_waiting, [this](auto const *site) { return !is_quiet(*site); });
      if (next == m_waiting.end()) return;
      DueSite const &site = **next;
      m_waiting.erase(next);
      guarded(site, [&] { begin(site); });
    }
  }

  void begin(DueSite const &site) {
    if (std::optional<Problem> problem = site.prepare ? site.prepare() : std::nullopt) {
      return (*m_told)(site, {End::failed, std::nullopt, std::move(problem)});
    }
    CrawlProgress progress = m_means->progress;
    progress.status = [this, &site](web::CrawlStatus const &status) {
      m_status[&site] = status;
      tell_status();
    };
    auto crawl = std::make_unique<SiteCrawl>(m_means->tracker, site.request, site.make_fetcher,
                                             m_means->pacer, std::move(progress), &m_politeness);
    if (std::optional<Problem> problem = crawl->begin()) {
      return (*m_told)(site, {End::failed, std::nullopt, std::move(problem)});
    }
    m_running.push_back({&site, std::move(crawl)});
  }

  /// One step of each; false where all of them wait.
  bool step_all() {
    bool moved = false;
    for (auto at = m_running.begin(); at != m_running.end();) {
      Step step = Step::ended;
      bool const whole = guarded(*at->site, [&] {
        step = at->crawl->crawl().step(m_stop);
        if (step == Step::ended) end(*at);
      });
      moved = moved || step != Step::waits;
      at = whole && step != Step::ended ? std::next(at) : m_running.erase(at);
    }
    return moved;
  }

  void end(Running &running) {
    CrawlOutcome outcome = running.crawl->end();
    End const end = !outcome.summary.interrupted ? End::finished
                    : outcome.summary.quiet      ? End::quiet
                                                 : End::interrupted;
    (*m_told)(*running.site, {end, std::move(outcome), std::nullopt});
  }

  /// Waits until one of them may have something to do. Their workers wake nobody here, so that it
  /// is looked soon.
  void rest() {
    constexpr std::chrono::milliseconds kSoon{20};
    web::Pacer::Time time = m_means->pacer.now() + kSoon;
    for (Running const &running : m_running)
      time = std::min(time, running.crawl->crawl().wake());
    constexpr std::chrono::milliseconds kTick{1};
    m_means->pacer.sleep_until(std::max(time, m_means->pacer.now() + kTick), std::stop_token());
  }

  /// What breaks one site does not stop the others; the tracker is that of all.
  bool guarded(DueSite const &site, std::function<void()> const &work) {
    try {
      work();
      return true;
    } catch (TrackerError const &) {
      throw;
    } catch (Error const &error) {
      (*m_told)(site, {End::failed, std::nullopt, broken_off(site.settings.start, error.text())});
    } catch (std::exception const &error) {  // a door: of the job of one site
      (*m_told)(site, {End::failed, std::nullopt,
                       broken_off(site.settings.start, {error.what(), error.what()})});
    }
    return false;
  }

  void tell_status() {
    if (!m_means->progress.status) return;
    web::CrawlStatus sum;
    for (auto const &[site, status] : m_status) {
      sum.pages += status.pages;
      sum.lanes += status.lanes;
      sum.hosts_waiting += status.hosts_waiting;
      sum.addresses.known += status.addresses.known;
      sum.addresses.waiting += status.addresses.waiting;
      sum.addresses.leased += status.addresses.leased;
      sum.addresses.done += status.addresses.done;
    }
    m_means->progress.status(sum);
  }

  DueMeans const *m_means;
  std::function<void(DueSite const &, DueResult)> const *m_told;
  std::stop_token m_stop;
  web::Politeness m_politeness;
  std::vector<DueSite const *> m_waiting;
  std::list<Running> m_running;
  std::map<DueSite const *, web::CrawlStatus> m_status;
};

}  // namespace

void crawl_due(std::vector<DueSite> const &sites, DueMeans const &means,
               std::function<void(DueSite const &, DueResult)> const &told,
               std::stop_token const &stop) {
  DueCrawls(sites, means, told, stop).run();
}

}  // namespace wza::audit

// SPDX-License-Identifier: Apache-2.0
#include "audit/jobs/crawl_sites.h"

#include "audit/jobs/settle_crawl.h"
#include "db/base/build_id.h"
#include "db/base/digest.h"
#include "db/sqlite/transaction.h"
#include "db/store/frontier.h"
#include "db/store/visits.h"
#include "webcheck/crawl/kept_frontier.h"
#include "webcheck/crawl/kept_memory.h"
#include "webcheck/report/page_record.h"

#include <cassert>
#include <set>
#include <utility>
#include <vector>

namespace wza::audit {
namespace {

/// What makes two crawls the same run: all that decides which pages are tested. The delay does not.
std::string canonical(CrawlRequest const &request) {
  web::CrawlOptions const &options = request.options;
  nlohmann::ordered_json json;
  for (web::Url const &start : options.starts)
    json["starts"].push_back(start.href());
  json["scope"] = key(options.scope);
  json["max_pages"] = options.max_pages;
  json["max_depth"] = options.max_depth;
  for (std::string const &pattern : options.trusted)
    json["follow"].push_back(pattern);
  if (options.sample.mode != web::SampleMode::all) json["sample"] = key(options.sample.mode);
  if (options.sample.mode == web::SampleMode::wcag_em) json["seed"] = options.sample.seed;
  if (options.byte_budget) json["byte_budget"] = *options.byte_budget;
  if (options.attachments) json["attachments"] = true;
  if (request.district) json["district"] = request.district->value;
  for (web::Rule const *rule : options.check.rules)
    json["rules"].push_back(rule->id);
  return json.dump();
}

/// What a page's findings hang on besides the page: the program and the rules.
std::string tested_by(web::CheckOptions const &check) {
  nlohmann::json json{{"build", build_id()}, {"version", tool_version()}};
  for (web::Rule const *rule : check.rules)
    json["rules"].push_back(rule->id);
  return sha256(json.dump());
}

class TrackerSink final : public web::CrawlSink {
 public:
  TrackerSink(Tracker &tracker, RunId run, web::KeptMemory &memory, CrawlRequest const &request,
              CrawlProgress const &progress)
      : m_tracker(tracker),
        m_visits(tracker),
        m_memory(memory),
        m_run(run),
        m_request(request),
        m_progress(progress) {}

  void together(std::function<void()> const &work) override {
    m_told.clear();
    Transaction transaction(m_tracker.db());
    work();
    transaction.commit();
    for (web::CrawlVisit const &visit : m_told) {
      if (m_progress.visit) m_progress.visit(visit);
    }
  }

  void visit(web::CrawlVisit visit) override {
    if (visit.record) visit.row.record = web::to_json(*visit.record).dump();
    Site const site = m_visits.site(visit.site, m_request.district);
    m_visits.put(m_run, site.id, visit.row);
    m_memory.keep(visit);
    if (visit.row.depth == 0 && visit.row.title && !visit.row.title->empty()) {
      m_visits.name_site(site.id, *visit.row.title);
    }
    m_told.push_back(std::move(visit));
  }

  void status(web::CrawlStatus const &status) override {
    if (m_progress.status) m_progress.status(status);
  }

  /// Adds the pages that chance has drawn to what was tested.
  void draw(std::vector<web::DrawnPage> const &pages) {
    for (web::DrawnPage const &page : pages) {
      auto const text = m_visits.record_of(m_run, page.url);
      assert(text);
      auto const record = web::page_record_of(nlohmann::json::parse(*text, nullptr, false));
      if (!record) continue;
      std::set<std::string> failed;
      for (web::PageRecord::Failure const &failure : record->failures)
        failed.insert(failure.rule);
      m_visits.draw(m_run, page.url, page.state, static_cast<int>(failed.size()));
    }
  }

 private:
  Tracker &m_tracker;
  VisitStore m_visits;
  web::KeptMemory &m_memory;
  RunId m_run;
  CrawlRequest const &m_request;
  CrawlProgress const &m_progress;
  std::vector<web::CrawlVisit> m_told;  ///< in the transaction that is open
};

nlohmann::json summary_json(web::CrawlSummary const &summary) {
  nlohmann::json json;
  json["known"] = summary.known;
  for (auto const &state : Names<VisitState>::kAll) {
    if (std::size_t const count = summary.count(state.value)) json["visits"][state.key] = count;
  }
  if (!summary.traps.empty()) json["traps"] = summary.traps;
  json["unreached"] = nlohmann::json::array();
  for (web::UnreachedStart const &start : summary.unreached) {
    json["unreached"].push_back({{"url", start.url}, {"state", key(start.state)}});
  }
  return json;
}

}  // namespace

struct SiteCrawl::State {
  State(Tracker &t, CrawlRequest r, web::FetcherMaker make_fetcher, web::Pacer &pacer,
        CrawlProgress p, web::Politeness *politeness)
      : tracker(t),
        request(std::move(r)),
        progress(std::move(p)),
        run(RunStore(t).begin(RunKind::crawl, canonical(request), "wza crawl").id),
        memory(t, tested_by(request.options.check)),
        sink(t, run, memory, request, progress),
        frontier(t, run),
        continued(frontier.stats().done),
        means{std::move(make_fetcher),
              pacer,
              t.clock(),
              frontier,
              sink,
              politeness,
              request.test_all_anew ? nullptr : &memory},
        crawl(request.options, means) {}

  Tracker &tracker;
  CrawlRequest request;
  CrawlProgress progress;
  RunId run;
  web::KeptMemory memory;
  TrackerSink sink;
  web::KeptFrontier frontier;
  std::size_t continued;
  web::CrawlMeans means;
  web::Crawl crawl;
};

SiteCrawl::SiteCrawl(Tracker &tracker, CrawlRequest request, web::FetcherMaker make_fetcher,
                     web::Pacer &pacer, CrawlProgress progress, web::Politeness *politeness)
    : m_state(std::make_unique<State>(tracker, std::move(request), std::move(make_fetcher), pacer,
                                      std::move(progress), politeness)) {}
SiteCrawl::~SiteCrawl() = default;

std::optional<Problem> SiteCrawl::begin() {
  return m_state->crawl.begin();
}

web::Crawl &SiteCrawl::crawl() {
  return m_state->crawl;
}

CrawlOutcome SiteCrawl::end() {
  CrawlOutcome outcome;
  outcome.run = m_state->run;
  outcome.continued = m_state->continued;
  outcome.summary = m_state->crawl.summary();
  if (outcome.summary.interrupted) return outcome;

  Tracker &tracker = m_state->tracker;
  Transaction transaction(tracker.db());
  m_state->sink.draw(outcome.summary.drawn);
  outcome.changes = settle_crawl(tracker, outcome.run);
  FrontierStore(tracker, outcome.run).forget();
  RunStore(tracker).finish(outcome.run,
                           outcome.summary.unreached.empty() ? RunState::done : RunState::partly,
                           summary_json(outcome.summary));
  transaction.commit();
  return outcome;
}

Result<CrawlOutcome> crawl_sites(Tracker &tracker, CrawlRequest const &request,
                                 web::FetcherMaker make_fetcher, web::Pacer &pacer,
                                 CrawlProgress const &progress, std::stop_token const &stop) {
  SiteCrawl site(tracker, request, std::move(make_fetcher), pacer, progress, nullptr);
  if (std::optional<Problem> problem = site.begin()) return std::move(*problem);
  while (true) {
    web::Crawl::Step const step = site.crawl().step(stop);
    if (step == web::Crawl::Step::ended) return site.end();
    if (step == web::Crawl::Step::waits) site.crawl().wait(stop);
  }
}

}  // namespace wza::audit

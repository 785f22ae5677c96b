// SPDX-License-Identifier: Apache-2.0
#include "audit/jobs/crawl_sites.h"

#include "audit/jobs/causes.h"
#include "db/sqlite/transaction.h"
#include "db/store/findings.h"
#include "db/store/visits.h"
#include "webcheck/group.h"
#include "webcheck/report/page_record.h"

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
  if (options.byte_budget) json["byte_budget"] = *options.byte_budget;
  if (request.district) json["district"] = request.district->value;
  for (web::Rule const *rule : options.check.rules)
    json["rules"].push_back(rule->id);
  return json.dump();
}

/// Origin of a visited address; visits are kept under their address alone.
std::string site_of(std::string const &url) {
  auto const parsed = web::Url::parse(url);
  assert(parsed);
  return parsed->origin();
}

class TrackerSink final : public web::CrawlSink {
 public:
  TrackerSink(Tracker &tracker, RunId run, CrawlRequest const &request,
              CrawlProgress const &progress)
      : m_tracker(tracker),
        m_visits(tracker),
        m_run(run),
        m_request(request),
        m_progress(progress) {}

  /// Reads what earlier processes of this run did.
  std::vector<web::PastVisit> past() {
    std::vector<web::PastVisit> past;
    for (Visit const &row : m_visits.of_run(m_run)) {
      auto const record = nlohmann::json::parse(row.record, nullptr, false);
      if (record.is_discarded()) continue;
      if (auto visit = web::past_visit_of(record.value("past", nlohmann::json()))) {
        past.push_back(*std::move(visit));
      }
      if (auto page = web::page_record_of(record.value("page", nlohmann::json()))) {
        keep(site_of(row.url), row.at, *std::move(page));
      }
    }
    return past;
  }

  void visit(web::CrawlVisit visit) override {
    std::optional<web::PageRecord> page;
    nlohmann::json record{{"past", web::to_json(visit.past)}};
    if (visit.result && visit.row.state == VisitState::tested) {
      page = web::record_of(*visit.result);
      page->url =
          visit.row.url;  // the place of its findings, whatever the page was called on the way
      record["page"] = web::to_json(*page);
    }
    visit.row.record = record.dump();
    Transaction transaction(m_tracker.db());
    Site const site = m_visits.site(visit.site, m_request.district);
    m_visits.put(m_run, site.id, visit.row);
    if (visit.row.depth == 0 && visit.row.title && !visit.row.title->empty()) {
      m_visits.name_site(site.id, *visit.row.title);
    }
    transaction.commit();
    if (page) keep(visit.site, visit.row.at, *std::move(page));
    if (m_progress) m_progress(visit);
  }

  /// Groups all that was tested and brings the findings up to date.
  std::map<std::string, FindingChanges> settle() {
    std::map<std::string, FindingChanges> changes;
    FindingStore findings(m_tracker);
    Causes causes(m_tracker, m_run);
    for (auto &[site, tested] : m_tested) {
      for (TestedPlace &place : tested.places)
        place.cause = causes.of(place.place);
      changes[site] =
          findings.apply(m_run, FindingKind::web, site, m_visits.site(site, std::nullopt).district,
                         tested.pages.defects(), tested.places);
    }
    m_visits.forget_records(m_run);
    return changes;
  }

 private:
  struct Tested {
    web::SiteGrouping pages;
    std::vector<TestedPlace> places;
  };

  void keep(std::string const &site, UtcTime at, web::PageRecord page) {
    Tested &tested = m_tested.try_emplace(site, Tested{web::SiteGrouping(site), {}}).first->second;
    TestedPlace place{page.url, at, {}};
    for (std::string const &rule : page.decided)
      place.decided.emplace_back(rule);
    tested.places.push_back(std::move(place));
    tested.pages.add(std::move(page));
  }

  Tracker &m_tracker;
  VisitStore m_visits;
  RunId m_run;
  CrawlRequest const &m_request;
  CrawlProgress const &m_progress;
  std::map<std::string, Tested> m_tested;  ///< by site
};

nlohmann::json summary_json(web::CrawlSummary const &summary) {
  nlohmann::json json;
  for (auto const &state : Names<VisitState>::kAll) {
    if (std::size_t const count = summary.count(state.value)) json["visits"][state.key] = count;
  }
  json["unreached"] = nlohmann::json::array();
  for (web::UnreachedStart const &start : summary.unreached) {
    json["unreached"].push_back({{"url", start.url}, {"state", key(start.state)}});
  }
  return json;
}

}  // namespace

Result<CrawlOutcome> crawl_sites(Tracker &tracker, CrawlRequest const &request,
                                 web::Fetcher &fetcher, web::Pacer &pacer,
                                 CrawlProgress const &progress, std::stop_token const &stop) {
  RunStore runs(tracker);
  CrawlOutcome outcome;
  outcome.run = runs.begin(RunKind::crawl, canonical(request), "wza crawl").id;
  TrackerSink sink(tracker, outcome.run, request, progress);
  std::vector<web::PastVisit> const past = sink.past();
  outcome.continued = past.size();
  auto summary = web::crawl(request.options, fetcher, pacer, tracker.clock(), past, sink, stop);
  if (!summary) return std::move(summary).problem();
  outcome.summary = *std::move(summary);
  if (outcome.summary.interrupted) return outcome;

  Transaction transaction(tracker.db());
  outcome.changes = sink.settle();
  runs.finish(outcome.run, outcome.summary.unreached.empty() ? RunState::done : RunState::partly,
              summary_json(outcome.summary));
  transaction.commit();
  return outcome;
}

}  // namespace wza::audit

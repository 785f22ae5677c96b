// SPDX-License-Identifier: Apache-2.0
#include "audit/jobs/settle_crawl.h"

#include "audit/jobs/causes.h"
#include "db/store/findings.h"
#include "db/store/frontier.h"
#include "db/store/visits.h"
#include "webcheck/crawl/broken_links.h"
#include "webcheck/crawl/certificates.h"
#include "webcheck/group.h"
#include "webcheck/report/page_record.h"
#include "webcheck/site_rule.h"
#include "webcheck/url/url.h"

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

namespace wza::audit {
namespace {

class Settling {
 public:
  Settling(Tracker &tracker, RunId run)
      : m_tracker(tracker),
        m_run(run),
        m_visits(tracker),
        m_findings(tracker),
        m_causes(tracker, run) {
    FrontierStore(tracker, run).each_done([this](FrontierRow const &row) {
      auto const past = web::past_visit_of(nlohmann::json::parse(row.note, nullptr, false));
      std::optional<web::Url> const url = web::Url::parse(row.url);
      if (!past || !url) return;
      m_ends.add(row.url, *past);
      m_certificates.add(url->origin(), *past);
    });
  }

  std::map<std::string, FindingChanges> settle() {
    std::map<std::string, FindingChanges> changes;
    for (Site const &site : sites())
      changes[site.origin] = settle(site);
    m_visits.forget_records(m_run);
    return changes;
  }

 private:
  /// Those with tested pages, and those of whose certificate there is something to say.
  std::vector<Site> sites() {
    std::vector<Site> out = m_visits.tested_sites(m_run);
    for (auto const &[origin, reason] : m_certificates.sites()) {
      bool const known = std::ranges::find(out, origin, &Site::origin) != out.end();
      if (known || (!reason && findings_of(origin, web::kInvalidCertificate).empty())) continue;
      out.push_back(m_visits.site(origin, std::nullopt));
    }
    std::ranges::sort(out, {}, &Site::origin);
    return out;
  }

  FindingChanges settle(Site const &site) {
    std::vector<std::string> targets;
    for (Finding &finding : findings_of(site.origin, web::kBrokenLink))
      targets.push_back(std::move(finding.component).value());
    web::SiteGrouping pages(site.origin);
    web::BrokenLinks links(site.origin, m_ends, targets);
    std::vector<TestedPlace> places;
    m_visits.each_record(m_run, site.id, [&](UtcTime at, std::string_view record) {
      auto page = web::page_record_of(nlohmann::json::parse(record, nullptr, false));
      if (!page) return;
      TestedPlace &place = places.emplace_back();
      place.place = page->url;
      place.at = at;
      for (std::string const &rule : page->decided)
        place.decided.emplace_back(rule);
      links.take(*page, place);
      page->links = {};
      pages.add(*std::move(page));
    });
    for (TestedPlace &place : places)
      place.cause = m_causes.of(place.place);
    std::vector<Defect> defects = pages.defects();
    std::ranges::move(links.defects(), std::back_inserter(defects));
    if (auto defect = m_certificates.judge(site.origin, m_tracker.clock().now(), places)) {
      defects.push_back(*std::move(defect));
    }
    return m_findings.apply(m_run, FindingKind::web, site.origin, site.district, defects, places);
  }

  /// What earlier runs found by that rule.
  std::vector<Finding> findings_of(std::string const &origin, web::SiteRule const &rule) {
    FindingFilter filter;
    filter.kind = FindingKind::web;
    filter.subject = origin;
    filter.rule = rule.id;
    return m_findings.list(filter, 0, std::numeric_limits<int>::max());
  }

  Tracker &m_tracker;
  RunId m_run;
  VisitStore m_visits;
  FindingStore m_findings;
  Causes m_causes;
  web::LinkEnds m_ends;
  web::Certificates m_certificates;
};

}  // namespace

std::map<std::string, FindingChanges> settle_crawl(Tracker &tracker, RunId run) {
  return Settling(tracker, run).settle();
}

}  // namespace wza::audit

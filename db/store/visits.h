// SPDX-License-Identifier: Apache-2.0
// Web sites, their pages, and what each run did with them.
#pragma once

#include "db/model/visit.h"
#include "db/store/tracker.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wza {

struct Site {
  SiteId id;
  std::string origin;
  std::optional<std::string> name;
  std::optional<DistrictCode> district;
};

class VisitStore {
 public:
  explicit VisitStore(Tracker &tracker) : m_tracker(&tracker) {}

  /// The site of an origin, made where it is new. A district that is given replaces the known one.
  Site site(std::string_view origin, std::optional<DistrictCode> const &district);
  void name_site(SiteId site, std::string_view name);

  /// Writes one visit; a page that is new is added to the site. The caller holds the transaction.
  void put(RunId run, SiteId site, Visit const &visit);

  /// A page that was not in the sample and whose record was kept is in it by chance after all.
  void draw(RunId run, std::string_view url, VisitState state, int failed_rules);
  /// What is kept of a visit for whoever continues the run.
  std::optional<std::string> record_of(RunId run, std::string_view url);

  /// All visits of a run in their order, with their records.
  std::vector<Visit> of_run(RunId run);

  /// The last test of a page before that run; nothing where there is none.
  struct EarlierTest {
    RunId run;
    bool same_bytes = false;  ///< as the page had in `run`
  };
  std::optional<EarlierTest> test_before(RunId run, std::string_view url);
  /// The last crawl that is finished and visited addresses of that site.
  std::optional<RunId> last_finished_crawl(std::string_view origin);
  /// The sites of which a run has tested pages with their records, by origin.
  std::vector<Site> tested_sites(RunId run);
  /// The records of the pages of one site that a run has tested, in the order of their visits.
  void each_record(RunId run, SiteId site,
                   std::function<void(UtcTime at, std::string_view record)> const &take);

  /// Empties the records of a run that is finished.
  void forget_records(RunId run);

 private:
  Tracker *m_tracker;
};

}  // namespace wza

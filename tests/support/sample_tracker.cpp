// SPDX-License-Identifier: Apache-2.0
#include "tests/support/sample_tracker.h"

#include "db/seed.h"
#include "db/sqlite/transaction.h"
#include "db/store/districts.h"
#include "db/store/facilities.h"
#include "db/store/findings.h"
#include "db/store/inspections.h"
#include "db/store/retrofits.h"
#include "db/store/runs.h"
#include "db/store/visits.h"
#include "gis/geo/gpkg_blob.h"

#include <array>
#include <cassert>
#include <string>

namespace wza {
namespace {

constexpr char const *kOrigin = "https://www.yangfan.invalid";

std::vector<std::byte> box(double west, double south, double east, double north) {
  using gis::Point;
  auto const at = [](double lon, double lat) { return *Point::of({lon, lat}); };
  gis::Ring const ring{at(west, south), at(east, south), at(east, north), at(west, north),
                       at(west, south)};
  gis::MultiPolygon area;
  area.push_back({ring});
  return gis::to_blob(area);
}

void districts(Tracker &tracker, RunId run) {
  DistrictStore store(tracker);
  auto const put = [&](std::string code, std::string name, DistrictLevel level,
                       std::vector<std::byte> geom) {
    store.put({{DistrictCode(std::move(code)), std::move(name), level, std::nullopt,
                "虚构的边界 invented boundary", "2025-01-01"},
               std::move(geom),
               "cgcs2000",
               false},
              run);
  };
  put("441821", "扬帆县（虚构）", DistrictLevel::county, box(113.4, 23.8, 113.8, 24.0));
  put("441821901", "云杉镇（虚构）", DistrictLevel::township, box(113.4, 23.8, 113.6, 24.0));
  put("441821902", "<b>石桥</b>镇（虚构）", DistrictLevel::township, box(113.6, 23.8, 113.8, 24.0));
  store.rebuild_tree(run);
}

void facilities(Tracker &tracker, RunId run, UtcTime at) {
  FacilityStore store(tracker);
  InspectionStore inspections(tracker);
  PlaceTypeCode const type = *store.place_type("bank-post");
  auto const put = [&](std::string id, std::string name, char const *district) {
    Facility facility;
    facility.id = FacilityId(std::move(id));
    facility.name = std::move(name);
    facility.place_type = type;
    facility.district = DistrictCode(district);
    facility.raw = {113.5, 23.9, "cgcs2000", std::nullopt, std::nullopt};
    facility.geom = gis::to_blob(*gis::Point::of({113.5, 23.9}));
    store.put(facility, run);
    return facility;
  };
  Facility const hall = put("F-001", "云杉镇便民中心（虚构）", "441821901");
  Facility const school = put("F-002", "石桥小学（虚构）", "441821902");
  put("F-003", "石桥公园（虚构）", "441821902");
  for (Facility const *facility : {&hall, &school}) {
    Inspection inspection;
    inspection.facility = facility->id;
    inspection.inspected_on = *LocalDate::parse("2026-10-01");
    inspection.access = AccessState::allowed;
    inspections.put(inspection, facility->geom, run);
  }
  Occurrence const where{.place = "坡道",
                         .value = 12.5,
                         .threshold = "1:12",
                         .unit = "%",
                         .margin = 4.17,
                         .confidence = Confidence::memory};
  Defect const defect{.fingerprint = std::string(64, 'a'),
                      .rule = RuleId("ramp-slope"),
                      .component = "坡道",
                      .message = {"坡道太陡。", "The ramp is too steep."},
                      .standard = "GB 55019-2021",
                      .clause = "2.3.1",
                      .severity = Severity::critical,
                      .occurrences = {where}};
  TestedPlace const tested{"坡道", at, {RuleId("ramp-slope")}};
  FindingStore(tracker).apply(run, FindingKind::facility, "F-001", DistrictCode("441821901"),
                              std::array{defect}, std::array{tested});
}

void site(Tracker &tracker, RunId run, UtcTime at) {
  VisitStore visits(tracker);
  DistrictCode const county(kSampleCounty);
  Site const site = visits.site(kOrigin, county);
  visits.name_site(site.id, "扬帆县人民政府（虚构）");
  std::string const home = std::string(kOrigin) + "/";
  std::string const news = home + "news?id=1&x=<2>";
  int seq = 0;
  std::vector<TestedPlace> tested;
  for (std::string const &url : {home, news}) {
    Visit visit;
    visit.seq = ++seq;
    visit.url = url;
    visit.at = at;
    visit.state = VisitState::tested;
    visit.status = 200;
    visits.put(run, site.id, visit);
    tested.push_back({url, at, {RuleId("image-has-name"), RuleId("link-has-name")}});
  }
  Occurrence on_home{.place = home};
  on_home.selector = "#nav > a:nth-child(3) > img";
  on_home.line = 118;
  on_home.snippet = "<img src=\"banner.gif\" onload=\"alert(1)\">";
  Occurrence on_news = on_home;
  on_news.place = news;
  Defect const images{.fingerprint = std::string(64, 'b'),
                      .rule = RuleId("image-has-name"),
                      .component = std::nullopt,
                      .message = {"图片没有替代文本。", "The image has no text alternative."},
                      .standard = "WCAG 2.2",
                      .clause = "1.1.1",
                      .severity = Severity::serious,
                      .occurrences = {on_home, on_news}};
  Occurrence link{.place = news};
  link.snippet = "<a href=\"more.html\"></a>";
  Defect const links{.fingerprint = std::string(64, 'c'),
                     .rule = RuleId("link-has-name"),
                     .component = std::nullopt,
                     .message = {"链接没有名称。", "The link has no name."},
                     .standard = "WCAG 2.2",
                     .clause = "2.4.4",
                     .severity = Severity::moderate,
                     .occurrences = {link}};
  FindingStore(tracker).apply(run, FindingKind::web, kOrigin, county, std::array{images, links},
                              tested);
}

void homes(Tracker &tracker, RunId run) {
  RetrofitStore store(tracker);
  for (char const *pseudonym : {"H-AAAAAAAAAAAAAAAA", "H-BBBBBBBBBBBBBBBB"}) {
    Household household;
    household.pseudonym = HouseholdId(pseudonym);
    household.district = DistrictCode(kSampleTown);
    store.put(household, run);
    Retrofit retrofit;
    retrofit.household = household.pseudonym;
    retrofit.programme = "示例";
    retrofit.year = 2023;
    retrofit.district = household.district;
    retrofit.state = RetrofitState::accepted;
    retrofit.reached_on[static_cast<std::size_t>(RetrofitState::accepted)] =
        LocalDate::parse("2023-09-01");
    [[maybe_unused]] auto const stored = store.put(retrofit, run);
    assert(stored);
  }
}

}  // namespace

void fill_sample(Tracker &tracker) {
  [[maybe_unused]] auto const seeded = seed(tracker);
  assert(seeded);
  UtcTime const at = tracker.clock().now();
  RunStore runs(tracker);
  Transaction transaction(tracker.db());
  Run const run = runs.begin(RunKind::import, "sample", "test");
  districts(tracker, run.id);
  facilities(tracker, run.id, at);
  site(tracker, run.id, at);
  homes(tracker, run.id);
  runs.finish(run.id, RunState::done, {});
  transaction.commit();
}

}  // namespace wza

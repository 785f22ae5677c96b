// SPDX-License-Identifier: Apache-2.0
// The report on one place for programs.
#include "audit/report/csv.h"
#include "audit/report/facility.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace wza::audit {
namespace {

using Json = nlohmann::ordered_json;
using gis::CriterionVerdict;
using gis::ElementState;

Json json_of(Text const &text) {
  return {{"zh", text.zh}, {"en", text.en}};
}

std::string_view state_key(ElementState state) {
  switch (state) {
    case ElementState::present:
      return "present";
    case ElementState::missing:
      return "missing";
    case ElementState::unknown:
      return "unknown";
    case ElementState::not_required:
      break;
  }
  return "not_required";
}

Json json_of(CriterionVerdict const &one) {
  auto const &criterion = *one.criterion;
  auto const &judged = one.judgement;
  Json json{{"criterion", criterion.id.value},
            {"standard", criterion.standard},
            {"clause", criterion.clause},
            {"obligation", key(criterion.obligation)},
            {"confidence", key(criterion.confidence)},
            {"demand", json_of(gis::demand_of(criterion, judged.demanded))},
            {"outcome", key(judged.outcome)},
            {"measured", one.measured},
            {"reason", json_of(judged.reason)}};
  if (judged.margin) json["margin_si"] = *judged.margin;
  if (!judged.missing.empty()) json["missing"] = judged.missing;
  return json;
}

Json json_of(std::vector<CriterionVerdict> const &verdicts) {
  Json all = Json::array();
  for (auto const &one : verdicts)
    all.push_back(json_of(one));
  return all;
}

/// A row of the table: `where` is the element or the component that was judged.
Json row_of(gis::FacilityReport const &report, std::string_view row, std::string const &where,
            CriterionVerdict const &one) {
  auto const &criterion = *one.criterion;
  auto const &judged = one.judgement;
  auto const &missing = judged.missing;
  Json json{{"facility", report.facility.id.value}, {"row", row}, {"where", where}};
  json.update(json_of(one));
  json["margin_si"] = judged.margin ? Json(*judged.margin) : Json();
  json["missing"] = fmt::format("{}", fmt::join(missing, "; "));
  json["name"] = criterion.name.zh;
  json["as_of"] = report.as_of.iso();
  return json;
}

}  // namespace

std::string facility_csv(gis::FacilityReport const &report) {
  std::vector<Json> rows;
  for (auto const &element : report.elements) {
    for (auto const &demand : element.demands)
      rows.push_back(row_of(report, "element", element.name.zh, demand));
  }
  for (auto const &component : report.components) {
    for (auto const &part : component.verdict.parts) {
      for (auto const &one : part.criteria)
        rows.push_back(row_of(report, "component", component.component, one));
    }
  }
  return csv_of(rows);
}

std::string facility_json(gis::FacilityReport const &report) {
  auto const &facility = report.facility;
  Json json{{"schema", "wza.facility/1"},
            {"id", facility.id.value},
            {"name", facility.name},
            {"place_type", facility.place_type.value},
            {"build", facility.build ? Json(key(*facility.build)) : Json()},
            {"district", facility.district.value},
            {"precision", key(facility.precision)},
            {"as_of", report.as_of.iso()},
            {"last_visit", report.last_visit ? Json(report.last_visit->iso()) : Json()}};
  json["other_districts"] = Json::array();
  for (auto const &code : facility.others)
    json["other_districts"].push_back(code.value);
  json["elements"] = Json::array();
  for (auto const &element : report.elements) {
    json["elements"].push_back({{"element", element.element},
                                {"name", json_of(element.name)},
                                {"state", state_key(element.state)},
                                {"demands", json_of(element.demands)}});
  }
  json["components"] = Json::array();
  for (auto const &component : report.components) {
    Json parts = Json::array();
    for (auto const &part : component.verdict.parts) {
      parts.push_back({{"name", json_of(part.name)},
                       {"outcome", key(part.outcome)},
                       {"criteria", json_of(part.criteria)}});
    }
    json["components"].push_back({{"component", component.component},
                                  {"facility_type", component.facility_type},
                                  {"name", json_of(component.type_name)},
                                  {"outcome", key(component.verdict.outcome)},
                                  {"parts", std::move(parts)}});
  }
  return json.dump() + "\n";
}

}  // namespace wza::audit

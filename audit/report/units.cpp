// SPDX-License-Identifier: Apache-2.0
#include "audit/report/units.h"

#include "audit/report/csv.h"
#include "audit/text/texts.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace wza::audit {
namespace {

using Json = nlohmann::ordered_json;

std::vector<Json> objects(std::vector<UnitStanding> const &units) {
  std::vector<Json> all;
  for (UnitStanding const &unit : units) {
    Json json{{"unit", unit.name.empty() ? Json(nullptr) : Json(unit.name)},
              {"facilities", unit.facilities},
              {"inspected", unit.inspected},
              {"with_findings", unit.with_findings},
              {"open", unit.open},
              {"serious", unit.serious}};
    json["oldest"] = unit.oldest ? Json(LocalDate::of(*unit.oldest).iso()) : Json(nullptr);
    all.push_back(std::move(json));
  }
  return all;
}

Columns table_of(std::vector<UnitStanding> const &units, Lang lang) {
  Columns columns;
  columns.column(words(T::notice_to, lang), Align::left);
  for (T const head : {T::unit_facilities, T::unit_inspected, T::unit_open, T::unit_serious})
    columns.column(words(head, lang), Align::right);
  columns.column(words(T::unit_oldest, lang), Align::left);
  for (UnitStanding const &unit : units) {
    columns.row(
        {unit.name.empty() ? std::string(words(T::notice_unit_unknown, lang)) : unit.name,
         std::to_string(unit.facilities), std::to_string(unit.inspected), std::to_string(unit.open),
         std::to_string(unit.serious),
         unit.oldest ? LocalDate::of(*unit.oldest).iso() : std::string(words(T::no_value, lang))});
  }
  return columns;
}

}  // namespace

std::string units_text(std::vector<UnitStanding> const &units, Lang lang) {
  if (units.empty()) return fmt::format("{}\n", words(T::units_none, lang));
  return table_of(units, lang).str();
}

Paper units_paper(std::vector<UnitStanding> const &units, LocalDate made, Lang lang) {
  bool const zh = lang == Lang::zh;
  std::vector<std::string> notes;
  if (units.empty()) notes.emplace_back(words(T::units_none, lang));
  return paper_of(zh ? "责任单位及其设施的未结问题" : "Responsible units and what stands open",
                  {{zh ? "制表日期" : "Made on", made.iso()}},
                  {paper_table(table_of(units, lang), zh ? "责任单位" : "Units")},
                  std::move(notes));
}

std::string units_json(std::vector<UnitStanding> const &units) {
  return lines_of(objects(units), "wza.units/1");
}

std::string units_csv(std::vector<UnitStanding> const &units) {
  return csv_of(objects(units));
}

}  // namespace wza::audit

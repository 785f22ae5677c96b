// SPDX-License-Identifier: Apache-2.0
#include "audit/report/districts.h"

#include "audit/pages/format.h"
#include "audit/report/csv.h"
#include "audit/report/json_values.h"
#include "gis/retrofit/publishing.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace wza::audit {
namespace {

using Json = nlohmann::ordered_json;

// "12 (2/5/4/1)": critical, serious, moderate, minor.
std::string counts_words(SeverityCounts const &counts) {
  if (counts.total() == 0) return "0";
  return fmt::format("{} ({})", counts.total(), fmt::join(counts.by_severity, "/"));
}

std::string severity_order(Lang lang) {
  std::string out;
  for (auto const &row : Names<Severity>::kAll)
    out += fmt::format("{}{}", out.empty() ? "" : "/", label(row.value).in(lang));
  return out;
}

// The narrow blank of the pages is a plain one on a terminal.
std::string plain(std::string text) {
  constexpr std::string_view kNarrow = "\u202f";
  for (std::size_t at = 0; (at = text.find(kNarrow, at)) != std::string::npos;)
    text.replace(at, kNarrow.size(), "");
  return text;
}

using Shown = std::string (*)(SeverityCounts const &);

void put(Columns &columns, OverviewRow const &row, std::string name, Shown shown) {
  columns.row({std::move(name), std::to_string(row.facilities), std::to_string(row.inspected),
               std::to_string(row.with_failures), shown(row.facility_findings),
               plain(target_words(row.homes, "-")), plain(grouped(row.homes_accepted)),
               row.homes ? plain(grouped(row.homes->accepted)) : "-",
               plain(percent(row.homes ? row.homes->rate : std::nullopt,
                             row.homes && !row.homes->accepted ? "*" : "-")),
               std::to_string(row.sites), std::to_string(row.pages_tested),
               shown(row.web_findings)});
}

/// `hidden` stands for a count that is hidden.
Json row_json(OverviewRow const &row, std::string_view kind, Json const &hidden) {
  auto const count = [&](std::optional<std::int64_t> const &n) { return n ? Json(*n) : hidden; };
  Json json;
  json["row"] = kind;
  json["district"] = row.code.empty() ? Json() : Json(row.code.value);
  json["name"] = row.name.empty() ? Json() : Json(row.name);
  json["level"] = row.code.empty() ? Json() : Json(key(row.level));
  json["facilities"] = row.facilities;
  json["facilities_inspected"] = row.inspected;
  json["facilities_with_failures"] = row.with_failures;
  json["open_facility_findings"] = counts_json(row.facility_findings);
  json["homes_accepted"] = count(row.homes_accepted);
  json["homes_target"] = row.homes ? Json(row.homes->target) : Json();
  json["homes_target_unit"] = row.homes ? Json(row.homes->unit) : Json();
  json["homes_accepted_in_plan"] = row.homes ? count(row.homes->accepted) : Json();
  json["homes_rate"] = row.homes && row.homes->rate        ? Json(*row.homes->rate)
                       : row.homes && !row.homes->accepted ? hidden
                                                           : Json();
  json["plan"] = row.homes ? Json(row.homes->plan.zh) : Json();
  json["plan_year"] = row.homes ? Json(row.homes->year) : Json();
  json["sites"] = row.sites;
  json["pages_tested"] = row.pages_tested;
  json["open_web_findings"] = counts_json(row.web_findings);
  return json;
}

template <class Put>
void each_row(Overview const &overview, Json const &hidden, Put const &put_row) {
  for (OverviewRow const &row : overview.rows)
    put_row(row_json(row, "district", hidden));
  if (!overview.unplaced.empty()) put_row(row_json(overview.unplaced, "no_district", hidden));
  put_row(row_json(overview.total, "total", hidden));
}

/// The districts, what is in none, and the total, each with its name.
template <class Put>
void each_named(Overview const &overview, Lang lang, Put const &put_row) {
  for (OverviewRow const &row : overview.rows)
    put_row(row, std::string(2 * static_cast<std::size_t>(row.depth), ' ') + row.name);
  if (!overview.unplaced.empty()) put_row(overview.unplaced, std::string(words(T::unplaced, lang)));
  put_row(overview.total, std::string(words(T::total, lang)));
}

/// The table; `shown` are the open findings of a district.
Columns table_of(Overview const &overview, Lang lang, Shown shown) {
  auto const word = [&](T key) { return words(key, lang); };
  Columns columns;
  columns.column(word(T::district), Align::left);
  columns.column(word(T::short_facilities), Align::right);
  columns.column(word(T::facilities_inspected), Align::right);
  columns.column(word(T::facilities_failed), Align::right);
  columns.column(word(T::short_facility_findings), Align::right);
  columns.column(word(T::short_homes_target), Align::right);
  columns.column(word(T::short_homes_accepted), Align::right);
  columns.column(word(T::homes_in_plan), Align::right);
  columns.column(word(T::homes_rate), Align::right);
  columns.column(word(T::sites_known), Align::right);
  columns.column(word(T::pages_tested), Align::right);
  columns.column(word(T::short_web_findings), Align::right);
  each_named(overview, lang, [&](OverviewRow const &row, std::string name) {
    put(columns, row, std::move(name), shown);
  });
  return columns;
}

/// Open findings by severity: a column each, so that they are numbers in a workbook.
Columns by_severity(Overview const &overview, Lang lang, SeverityCounts OverviewRow::*counts) {
  Columns columns;
  columns.column(words(T::district, lang), Align::left);
  for (auto const &severity : Names<Severity>::kAll)
    columns.column(label(severity.value).in(lang), Align::right);
  each_named(overview, lang, [&](OverviewRow const &row, std::string name) {
    std::vector<std::string> cells{std::move(name)};
    for (auto const count : (row.*counts).by_severity)
      cells.push_back(std::to_string(count));
    columns.row(std::move(cells));
  });
  return columns;
}

}  // namespace

Paper districts_paper(Overview const &overview, Lang lang) {
  bool const zh = lang == Lang::zh;
  auto const total = [](SeverityCounts const &counts) { return std::to_string(counts.total()); };
  std::vector<std::string> notes;
  for (std::string const &line : basis_words(overview, lang))
    notes.push_back(plain(line));
  return paper_of(zh ? "各地区无障碍情况总表" : "Accessibility by district",
                  {{zh ? "截至" : "As of", LocalDate::of(overview.as_of).iso()}},
                  {paper_table(table_of(overview, lang, total), zh ? "总表" : "Districts"),
                   paper_table(by_severity(overview, lang, &OverviewRow::facility_findings),
                               zh ? "设施未结问题" : "Open facility findings"),
                   paper_table(by_severity(overview, lang, &OverviewRow::web_findings),
                               zh ? "网站未结问题" : "Open web findings")},
                  std::move(notes));
}

std::string districts_text(Overview const &overview, Lang lang) {
  std::string out = table_of(overview, lang, counts_words).str();
  out += fmt::format("\n{}\n", filled(T::short_severities, lang, severity_order(lang)));
  for (std::string const &line : basis_words(overview, lang))
    out += fmt::format("{}\n", plain(line));
  return out;
}

std::string districts_csv(Overview const &overview) {
  std::string boundaries;
  for (BoundarySource const &boundary : overview.boundaries) {
    boundaries += fmt::format("{}{}", boundaries.empty() ? "" : "; ", boundary.source);
    if (!boundary.date.empty()) boundaries += fmt::format(" ({})", boundary.date);
  }
  std::vector<Json> objects;
  each_row(overview, "*", [&](Json json) {
    json["boundaries"] = boundaries;
    objects.push_back(std::move(json));
  });
  return csv_of(objects);
}

std::string districts_json(Overview const &overview) {
  std::string out;
  each_row(overview, Json(), [&](Json const &json) {
    Json object;
    if (out.empty()) {
      object["schema"] = "wza.districts/1";
      object["as_of"] = overview.as_of.iso();
      object["published_below"] = overview.threshold > 0 ? Json(overview.threshold) : Json();
      object["homes_until"] = overview.threshold > 0
                                  ? Json(gis::last_year_end(LocalDate::of(overview.as_of)).iso())
                                  : Json();
      object["boundaries"] = Json::array();
      for (BoundarySource const &boundary : overview.boundaries) {
        object["boundaries"].push_back({{"source", boundary.source},
                                        {"date", boundary.date},
                                        {"districts", boundary.districts}});
      }
    }
    object.update(json);
    out += object.dump() + "\n";
  });
  return out;
}

}  // namespace wza::audit

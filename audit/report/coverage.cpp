// SPDX-License-Identifier: Apache-2.0
#include "audit/report/coverage.h"

#include "audit/report/csv.h"
#include "audit/text/texts.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace wza::audit {
namespace {

using Json = nlohmann::ordered_json;

/// Of the places, how many were inspected; none where there are no places.
std::optional<double> rate(CoverageCounts const &counts) {
  if (counts.places == 0) return std::nullopt;
  return static_cast<double>(counts.inspected) / static_cast<double>(counts.places);
}

std::vector<std::string> cells(std::string name, CoverageCounts const &counts, bool with_day) {
  auto const share = rate(counts);
  std::vector<std::string> out{
      std::move(name),
      std::to_string(counts.places),
      std::to_string(counts.inspected),
      share ? fmt::format("{:.1f} %", *share * 100) : std::string("-"),
      std::to_string(counts.never),
      std::to_string(counts.turned_away),
  };
  if (with_day) out.push_back(std::to_string(counts.not_since));
  return out;
}

Columns table_of(TextView first, CoverageQuery const &query, Lang lang) {
  Columns columns;
  columns.column(first.in(lang), Align::left);
  for (TextView const head :
       {TextView{"设施", "Places"}, TextView{"检查过", "Inspected"}, TextView{"覆盖率", "Share"},
        TextView{"从未检查", "Never"}, TextView{"其中去过未能进入", "Of them never let in"}})
    columns.column(head.in(lang), Align::right);
  if (query.not_since) {
    columns.column(lang == Lang::zh ? fmt::format("{} 以后没有再查", query.not_since->iso())
                                    : fmt::format("Last before {}", query.not_since->iso()),
                   Align::right);
  }
  return columns;
}

Json row_json(std::string_view kind, CoverageRow const &row, CoverageQuery const &query) {
  auto const share = rate(row.counts);
  Json json{{"row", kind},
            {"code", row.code.empty() ? Json() : Json(row.code)},
            {"name", row.name.zh.empty() ? Json() : Json(row.name.zh)},
            {"level", row.level ? Json(key(*row.level)) : Json()},
            {"facilities", row.counts.places},
            {"inspected", row.counts.inspected},
            {"rate", share ? Json(*share) : Json()},
            {"never_inspected", row.counts.never},
            {"only_turned_away", row.counts.turned_away}};
  json["inspected_before"] = query.not_since ? Json(row.counts.not_since) : Json();
  json["not_since"] = query.not_since ? Json(query.not_since->iso()) : Json();
  json["as_of"] = query.as_of.iso();
  return json;
}

std::vector<Json> count_objects(Coverage const &coverage) {
  std::vector<Json> out;
  for (CoverageRow const &row : coverage.districts)
    out.push_back(row_json("district", row, coverage.query));
  for (CoverageRow const &row : coverage.types)
    out.push_back(row_json("place_type", row, coverage.query));
  CoverageRow total;
  total.counts = coverage.total;
  out.push_back(row_json("total", total, coverage.query));
  return out;
}

std::vector<Json> place_objects(Coverage const &coverage) {
  std::vector<Json> out;
  for (UncoveredPlace const &one : coverage.never) {
    auto const &place = one.place;
    Json json{{"facility", place.id.value},
              {"name", place.name},
              {"place_type", place.place_type.value},
              {"district", place.district.value},
              {"district_name", one.district}};
    json["address"] = place.address ? Json(*place.address) : Json();
    json["tried_on"] = place.tried_on ? Json(place.tried_on->iso()) : Json();
    json["access"] = place.access ? Json(key(*place.access)) : Json();
    out.push_back(std::move(json));
  }
  return out;
}

Columns districts_of(Coverage const &coverage, Lang lang) {
  bool const with_day = coverage.query.not_since.has_value();
  Columns districts = table_of({"地区", "District"}, coverage.query, lang);
  for (CoverageRow const &row : coverage.districts) {
    districts.row(cells(std::string(2 * static_cast<std::size_t>(row.depth), ' ') + row.name.zh,
                        row.counts, with_day));
  }
  districts.row(cells(lang == Lang::zh ? "合计" : "Total", coverage.total, with_day));
  return districts;
}

Columns types_of(Coverage const &coverage, Lang lang) {
  Columns types = table_of({"场所类型", "Type of place"}, coverage.query, lang);
  for (CoverageRow const &row : coverage.types)
    types.row(cells(row.name.in(lang), row.counts, coverage.query.not_since.has_value()));
  return types;
}

std::string basis_of(Coverage const &coverage, Lang lang) {
  return lang == Lang::zh
             ? fmt::format("截至 {} 的检查记录。“检查过”指至少有一次得以进入；去了没能进入的不算。",
                           coverage.query.as_of.iso())
             : fmt::format(
                   "Visits up to {}. Inspected means let in at least once; a visit that ended "
                   "at the door is no inspection.",
                   coverage.query.as_of.iso());
}

Columns never_of(Coverage const &coverage, Lang lang) {
  Columns columns;
  for (TextView const head : {TextView{"设施", "Facility"}, TextView{"名称", "Name"},
                              TextView{"类型", "Type"}, TextView{"地区", "District"},
                              TextView{"最近一次去", "Last try"}, TextView{"地址", "Address"}})
    columns.column(head.in(lang), Align::left);
  for (UncoveredPlace const &one : coverage.never) {
    auto const &place = one.place;
    std::string const tried =
        place.tried_on ? fmt::format("{} {}", place.tried_on->iso(), label(*place.access).in(lang))
                       : std::string("-");
    columns.row({place.id.value, place.name, one.place_type.in(lang), one.district, tried,
                 place.address.value_or("-")});
  }
  return columns;
}

TextView constexpr kNoneLeft{"每处设施都检查过。", "Every place was inspected at least once."};

}  // namespace

std::string coverage_text(Coverage const &coverage, Lang lang) {
  return fmt::format("{}\n{}\n{}\n", districts_of(coverage, lang).str(),
                     types_of(coverage, lang).str(), basis_of(coverage, lang));
}

Paper coverage_paper(Coverage const &coverage, Lang lang) {
  bool const zh = lang == Lang::zh;
  return paper_of(zh ? "设施检查覆盖情况" : "Coverage of inspections",
                  {{zh ? "截至" : "As of", coverage.query.as_of.iso()}},
                  {paper_table(districts_of(coverage, lang), zh ? "按地区" : "By district"),
                   paper_table(types_of(coverage, lang), zh ? "按场所类型" : "By type of place")},
                  {basis_of(coverage, lang)});
}

Paper uncovered_paper(Coverage const &coverage, Lang lang) {
  bool const zh = lang == Lang::zh;
  std::vector<std::string> notes{basis_of(coverage, lang)};
  if (coverage.never.empty()) notes.insert(notes.begin(), std::string(kNoneLeft.in(lang)));
  return paper_of(zh ? "从未检查的设施" : "Places never inspected",
                  {{zh ? "截至" : "As of", coverage.query.as_of.iso()}},
                  {paper_table(never_of(coverage, lang), zh ? "从未检查" : "Never inspected")},
                  std::move(notes));
}

std::string coverage_csv(Coverage const &coverage) {
  return csv_of(count_objects(coverage));
}

std::string coverage_json(Coverage const &coverage) {
  return lines_of(count_objects(coverage), "wza.coverage/1");
}

std::string uncovered_text(Coverage const &coverage, Lang lang) {
  if (coverage.never.empty()) return fmt::format("{}\n", kNoneLeft.in(lang));
  return never_of(coverage, lang).str();
}

std::string uncovered_csv(Coverage const &coverage) {
  return csv_of(place_objects(coverage));
}

std::string uncovered_json(Coverage const &coverage) {
  return lines_of(place_objects(coverage), "wza.coverage-places/1");
}

}  // namespace wza::audit

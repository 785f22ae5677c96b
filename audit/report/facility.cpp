// SPDX-License-Identifier: Apache-2.0
#include "audit/report/facility.h"

#include <fmt/format.h>

#include <algorithm>

namespace wza::audit {
namespace {

using gis::CriterionVerdict;
using gis::ElementState;

std::string clause_of(Criterion const &criterion, Lang lang) {
  bool const memory = criterion.confidence == Confidence::memory;
  TextView const check{"（待核对）", " (to be checked)"};
  return fmt::format("{} {}{}", criterion.standard, criterion.clause, memory ? check.in(lang) : "");
}

/// How far beyond the limit, in the unit of the criterion; empty for yes or no.
std::string margin_of(CriterionVerdict const &one) {
  auto const &judged = one.judgement;
  if (!judged.margin || !judged.demanded) return {};
  auto const unit = judged.demanded->dimension == Dimension::count
                        ? *unit_of("count")
                        : gis::shown_unit(*one.criterion);
  return format_quantity({unit.dimension, *judged.margin}, unit);
}

/// What to measure or to answer.
std::string open_question(gis::FacilityReport const &report, CriterionVerdict const &one,
                          Lang lang) {
  std::vector<std::string> questions;
  for (auto const &name : one.judgement.missing) {
    auto const known = report.questions.find(name);
    questions.push_back(known == report.questions.end() ? name : known->second.in(lang));
  }
  if (questions.empty())
    return one.measured ? one.judgement.reason.in(lang) : one.criterion->quantity.in(lang);
  return fmt::format("{}", fmt::join(questions, lang == Lang::zh ? "；" : "; "));
}

/// Rows of the three tables, and what is in order.
struct Sorted {
  struct Row {
    std::string where;
    CriterionVerdict const *verdict;
  };
  std::vector<Row> missing, failed, open;
  std::vector<gis::ElementReport const *> not_looked_at;
  int passed = 0, inapplicable = 0;
};

/// What is not there has no sizes to be measured.
bool is_missing(gis::FacilityReport const &report, std::string const &element) {
  return std::any_of(report.elements.begin(), report.elements.end(), [&](auto const &one) {
    return one.element == element && one.state == ElementState::missing;
  });
}

Sorted sorted(gis::FacilityReport const &report, Lang lang) {
  Sorted out;
  for (auto const &element : report.elements) {
    if (element.state == ElementState::unknown) out.not_looked_at.push_back(&element);
    if (element.state != ElementState::missing) continue;
    for (auto const &demand : element.demands) {
      if (demand.judgement.outcome == Outcome::failed)
        out.missing.push_back({element.name.in(lang), &demand});
    }
  }
  for (auto const &component : report.components) {
    bool const is_there = !is_missing(report, component.facility_type);
    for (auto const &part : component.verdict.parts) {
      for (auto const &one : part.criteria) {
        bool const is_missing =
            std::any_of(out.missing.begin(), out.missing.end(),
                        [&](auto const &row) { return row.verdict->criterion == one.criterion; });
        if (is_missing) continue;
        Sorted::Row row{component.component, &one};
        switch (one.judgement.outcome) {
          case Outcome::failed:
            out.failed.push_back(std::move(row));
            break;
          case Outcome::cant_tell:
            if (is_there) out.open.push_back(std::move(row));
            break;
          case Outcome::passed:
            ++out.passed;
            break;
          default:
            ++out.inapplicable;
        }
      }
    }
  }
  return out;
}

std::string heading(TextView title, std::size_t count, Lang lang) {
  return fmt::format("\n{} ({})\n", title.in(lang), count);
}

Columns table_of_missing(Sorted const &rows, Lang lang) {
  Columns columns;
  columns.column(TextView{"设施", "element"}.in(lang), Align::left);
  columns.column(TextView{"要求", "demand"}.in(lang), Align::left);
  columns.column(TextView{"条款", "clause"}.in(lang), Align::left);
  for (auto const &row : rows.missing) {
    auto const &criterion = *row.verdict->criterion;
    columns.row({row.where, gis::demand_of(criterion, row.verdict->judgement.demanded).in(lang),
                 clause_of(criterion, lang)});
  }
  return columns;
}

Columns table_of_failures(Sorted const &rows, Lang lang) {
  Columns columns;
  columns.column(TextView{"部件", "component"}.in(lang), Align::left);
  columns.column(TextView{"相差", "off by"}.in(lang), Align::right);
  columns.column(TextView{"条款", "clause"}.in(lang), Align::left);
  columns.column(TextView{"说明", "why"}.in(lang), Align::left);
  for (auto const &row : rows.failed) {
    auto const &one = *row.verdict;
    columns.row({row.where, margin_of(one), clause_of(*one.criterion, lang),
                 one.judgement.reason.in(lang)});
  }
  return columns;
}

Columns table_of_open(gis::FacilityReport const &report, Sorted const &rows, Lang lang) {
  Columns columns;
  columns.column(TextView{"部件", "component"}.in(lang), Align::left);
  columns.column(TextView{"要求", "demand"}.in(lang), Align::left);
  columns.column(TextView{"尚缺", "what is missing"}.in(lang), Align::left);
  columns.column(TextView{"条款", "clause"}.in(lang), Align::left);
  for (auto const *element : rows.not_looked_at) {
    auto const &first = *element->demands.front().criterion;
    columns.row({element->name.in(lang), first.name.in(lang),
                 std::string(TextView{"没有检查", "nobody looked"}.in(lang)),
                 clause_of(first, lang)});
  }
  for (auto const &row : rows.open) {
    auto const &criterion = *row.verdict->criterion;
    columns.row({row.where, criterion.name.in(lang), open_question(report, *row.verdict, lang),
                 clause_of(criterion, lang)});
  }
  return columns;
}

/// How exactly the place is known, and what else it may lie in.
std::string place_line(Facility const &facility, Lang lang) {
  auto out = fmt::format(
      fmt::runtime(TextView{"行政区 {}，位置精度：{}", "District {}, known by: {}"}.in(lang)),
      facility.district.value, label(facility.precision).in(lang));
  std::vector<std::string> others;
  for (auto const &code : facility.others)
    others.push_back(code.value);
  if (!others.empty()) {
    out += fmt::format(
        fmt::runtime(TextView{"；定位精度范围内还有 {}", "; may also lie in {}"}.in(lang)),
        fmt::join(others, lang == Lang::zh ? "、" : ", "));
  }
  return out;
}

constexpr TextView kMissing{"缺少的必备设施", "Required elements that are missing"};
constexpr TextView kFailures{"不符合", "Failures"};
constexpr TextView kOpen{"没有测量或无法判定", "Not measured, or cannot be told"};

std::string last_visit(gis::FacilityReport const &report, Lang lang) {
  return report.last_visit ? report.last_visit->iso()
                           : std::string(TextView{"从未检查", "never inspected"}.in(lang));
}

std::string tally(Sorted const &rows, Lang lang) {
  return fmt::format(
      fmt::runtime(TextView{"符合 {} 项，不适用 {} 项。", "{} met, {} do not apply."}.in(lang)),
      rows.passed, rows.inapplicable);
}

Columns table_of_components(gis::FacilityReport const &report, Lang lang) {
  Columns columns;
  for (TextView const head :
       {TextView{"部件", "component"}, TextView{"类型", "type"}, TextView{"结论", "outcome"}})
    columns.column(head.in(lang), Align::left);
  for (auto const &component : report.components) {
    columns.row({component.component, component.type_name.in(lang),
                 std::string(label(component.verdict.outcome).in(lang))});
  }
  return columns;
}

}  // namespace

Paper facility_paper(gis::FacilityReport const &report, Lang lang) {
  bool const zh = lang == Lang::zh;
  auto const rows = sorted(report, lang);
  auto const table = [&](Columns const &columns, TextView name) {
    return paper_table(columns, std::string(name.in(lang)));
  };
  return paper_of(fmt::format("{} {}", report.facility.id.value, report.facility.name),
                  {{zh ? "场所类型" : "Type of place", report.place_name.in(lang)},
                   {zh ? "位置" : "Place", place_line(report.facility, lang)},
                   {zh ? "截至" : "As of", report.as_of.iso()},
                   {zh ? "最近检查" : "Last inspected", last_visit(report, lang)}},
                  {table(table_of_components(report, lang), {"部件", "Components"}),
                   table(table_of_missing(rows, lang), kMissing),
                   table(table_of_failures(rows, lang), kFailures),
                   table(table_of_open(report, rows, lang), kOpen)},
                  {tally(rows, lang)});
}

std::string facility_text(gis::FacilityReport const &report, Lang lang) {
  auto const rows = sorted(report, lang);
  std::string out =
      fmt::format(fmt::runtime(TextView{"{} {}（{}），截至 {}，最近检查：{}\n",
                                        "{} {} ({}), as of {}, last inspected: {}\n"}
                                   .in(lang)),
                  report.facility.id.value, report.facility.name, report.place_name.in(lang),
                  report.as_of.iso(), last_visit(report, lang));
  out += place_line(report.facility, lang) + '\n';
  for (auto const &component : report.components) {
    out += fmt::format("  {} [{}]: {}\n", component.component, component.type_name.in(lang),
                       label(component.verdict.outcome).in(lang));
  }
  out += heading(kMissing, rows.missing.size(), lang);
  if (!rows.missing.empty()) out += table_of_missing(rows, lang).str();
  out += heading(kFailures, rows.failed.size(), lang);
  if (!rows.failed.empty()) out += table_of_failures(rows, lang).str();
  auto const open = rows.open.size() + rows.not_looked_at.size();
  out += heading(kOpen, open, lang);
  if (open > 0) out += table_of_open(report, rows, lang).str();
  out += fmt::format("\n{}\n", tally(rows, lang));
  return out;
}

}  // namespace wza::audit

// SPDX-License-Identifier: Apache-2.0
#include "gis/field/import_criteria.h"

#include "db/sqlite/transaction.h"
#include "db/store/facilities.h"
#include "db/store/local_criteria.h"
#include "db/store/reference.h"
#include "db/store/runs.h"
#include "gis/field/import_facilities.h"
#include "gis/io/enum_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>

namespace wza::gis {
namespace {

constexpr std::array kComparators{
    Synonym<Comparator>{"≥", Comparator::at_least},
    Synonym<Comparator>{">=", Comparator::at_least},
    Synonym<Comparator>{"不低于", Comparator::at_least},
    Synonym<Comparator>{"至少", Comparator::at_least},
    Synonym<Comparator>{"≤", Comparator::at_most},
    Synonym<Comparator>{"<=", Comparator::at_most},
    Synonym<Comparator>{"不超过", Comparator::at_most},
    Synonym<Comparator>{">", Comparator::more_than},
    Synonym<Comparator>{"<", Comparator::less_than},
    Synonym<Comparator>{"=", Comparator::exactly},
    Synonym<Comparator>{"范围", Comparator::between},
};
constexpr std::array kObligations{Synonym<Obligation>{"应", Obligation::must},
                                  Synonym<Obligation>{"宜", Obligation::should}};

std::vector<FieldWords> criterion_fields() {
  return {
      {"id", {"指标编号", "criterion id"}, {"指标编号", "编号", "id", "criterion"}},
      {"standard", {"标准", "standard"}, {"标准", "标准号", "standard"}},
      {"clause", {"条款", "clause"}, {"条款", "条文号", "clause"}},
      {"facility_type", {"设施类型", "facility type"}, {"设施类型", "facilitytype", "部件类型"}},
      {"name", {"要求", "demand"}, {"要求", "名称", "name", "demand"}},
      {"quantity", {"测量内容", "quantity"}, {"测量内容", "quantity"}},
      {"comparator", {"比较", "comparator"}, {"比较", "comparator"}},
      {"threshold", {"限值", "threshold"}, {"限值", "threshold"}, Measures::quantity},
      {"unit", {"单位", "unit"}, {"单位", "unit"}},
      {"yields", {"测得条件", "fact measured"}, {"测得条件", "yields"}},
      {"build", {"新建或既有", "new or existing"}, {"新建或既有", "build", "appliesto"}},
      {"places", {"场所类型", "place types"}, {"场所类型", "places", "placetypes"}},
      {"applies_when", {"适用条件", "applies when"}, {"适用条件", "applieswhen"}},
      {"condition", {"条件说明", "condition"}, {"条件说明", "condition"}},
      {"obligation", {"应或宜", "obligation"}, {"应或宜", "obligation"}},
      {"severity", {"严重程度", "severity"}, {"严重程度", "severity"}},
      {"in_force_from", {"施行日期", "date of force"}, {"施行日期", "inforcefrom"}},
      {"source", {"来源", "source"}, {"来源", "source"}},
  };
}

/// Reads one row after another.
class Rows {
 public:
  Rows(Tracker &tracker, Columns const &columns) : m_columns(columns), m_facilities(tracker) {
    ReferenceStore reference(tracker);
    m_types = reference.facility_types();
    for (auto const &fact : reference.facts())
      m_facts.emplace(fact.name,
                      fact.kind == FactKind::measured ? fact.dimension : Dimension::none);
  }

  Result<Criterion> read(Row const &row) {
    for (auto field : {"id", "standard", "clause", "facility_type", "name", "comparator",
                       "obligation", "severity"}) {
      if (m_columns.cell(row, field).empty()) return m_columns.missing(row, field);
    }
    Criterion c;
    c.id = CriterionId(text(row, "id"));
    c.standard = text(row, "standard");
    c.clause = text(row, "clause");
    c.name = {text(row, "name"), text(row, "name")};
    c.quantity = m_columns.cell(row, "quantity").empty()
                     ? c.name
                     : Text{text(row, "quantity"), text(row, "quantity")};
    c.condition = {text(row, "condition"), text(row, "condition")};
    c.source = m_columns.cell(row, "source").empty() ? c.standard : text(row, "source");
    c.confidence = Confidence::one_source;
    c.origin = Origin::local;
    for (auto step :
         {&Rows::read_type, &Rows::read_words, &Rows::read_threshold, &Rows::read_condition}) {
      if (auto done = (this->*step)(row, c); !done) return done.problem();
    }
    return c;
  }

  Problem at(Row const &row, Problem const &problem) {
    return m_columns.problem(problem.code, row, problem.field, problem.reason, problem.remedy);
  }

 private:
  std::string text(Row const &row, std::string_view field) {
    return std::string(m_columns.cell(row, field));
  }

  Problem unknown(Row const &row, std::string_view field, Text remedy) {
    auto const word = utf8_prefix(m_columns.cell(row, field), 60);
    return m_columns.problem(
        ProblemCode::bad_value, row, field,
        {fmt::format("不认识“{}”。", word), fmt::format("“{}” is not known here.", word)},
        std::move(remedy));
  }

  Result<Done> read_type(Row const &row, Criterion &c) {
    auto const word = m_columns.cell(row, "facility_type");
    auto const type = std::find_if(m_types.begin(), m_types.end(), [&](FacilityType const &one) {
      return one.code == word || one.name.zh == word || one.name.en == word;
    });
    if (type == m_types.end()) {
      return unknown(row, "facility_type",
                     {"请填写参考表 facility_types 中的类型，如轮椅坡道。",
                      "Write a type of the table facility_types, such as wheelchair-ramp."});
    }
    c.facility_type = type->code;
    std::string_view rest = m_columns.cell(row, "places");
    while (!rest.empty()) {
      auto const end = std::min(rest.find(';'), rest.size());
      auto const place = m_facilities.place_type(trimmed(rest.substr(0, end)));
      if (!place) {
        return unknown(row, "places",
                       {"请填写场所类型，用英文分号分开。", "Write place types, split by ;."});
      }
      c.places.push_back(*place);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return Done{};
  }

  Result<Done> read_words(Row const &row, Criterion &c) {
    auto const comparator = word_of(m_columns.cell(row, "comparator"), kComparators);
    if (!comparator) {
      return unknown(row, "comparator",
                     {"请填写不小于、不大于、大于、小于、等于、介于、应有或不应有。",
                      "Write at_least, at_most, more_than, less_than, exactly, between, present or "
                      "absent."});
    }
    auto const obligation = word_of(m_columns.cell(row, "obligation"), kObligations);
    if (!obligation) return unknown(row, "obligation", {"请填写应或宜。", "Write must or should."});
    auto const severity = word_of<Severity>(m_columns.cell(row, "severity"));
    if (!severity) {
      return unknown(
          row, "severity",
          {"请填写致命、严重、一般或轻微。", "Write critical, serious, moderate or minor."});
    }
    c.comparator = *comparator;
    c.obligation = *obligation;
    c.severity = *severity;
    if (auto const word = m_columns.cell(row, "build"); !word.empty()) {
      auto const build = build_of(word);
      if (!build) return unknown(row, "build", {"请填写新建或既有。", "Write new or existing."});
      c.applies_to = *build;
    }
    if (auto const word = m_columns.cell(row, "in_force_from"); !word.empty()) {
      c.in_force_from = LocalDate::parse(word);
      if (!c.in_force_from) {
        return unknown(row, "in_force_from",
                       {"请写成 2024-05-06 的形式。", "Write it like 2024-05-06."});
      }
    }
    return Done{};
  }

  Result<Done> read_threshold(Row const &row, Criterion &c) {
    if (!is_measured(c)) return Done{};
    auto const in_header = m_columns.unit("threshold");
    auto const word = m_columns.cell(row, "unit").empty() ? in_header : m_columns.cell(row, "unit");
    if (m_columns.cell(row, "threshold").empty()) return m_columns.missing(row, "threshold");
    if (word.empty()) return m_columns.missing(row, "unit");
    auto const unit = unit_of(word);
    if (unit && !in_header.empty() && in_header != unit->word) {
      return unknown(row, "unit",
                     {"单位列与“限值”列名里的单位不一致，请改成一致。",
                      "The unit differs from that in the header of the threshold; make them one."});
    }
    if (!unit || unit->dimension == Dimension::none)
      return unknown(row, "unit", {"请填写单位，如 mm、1:n、%、个。", "Write a unit: mm, 1:n, %."});
    c.unit = std::string(unit->word);
    c.threshold = text(row, "threshold");
    bool const range = c.comparator == Comparator::between;
    auto const dots = range ? c.threshold.find("..") : std::string::npos;
    auto const first = parse_quantity(c.threshold.substr(0, dots), *unit);
    auto const second =
        dots == std::string::npos ? first : parse_quantity(c.threshold.substr(dots + 2), *unit);
    if (!first || !second || (range && (dots == std::string::npos || first->si >= second->si))) {
      return unknown(row, "threshold",
                     {"请填写数字，范围写成 850..900。", "Write a number, a range as 850..900."});
    }
    bool const lower = c.comparator != Comparator::at_most && c.comparator != Comparator::less_than;
    bool const upper =
        c.comparator != Comparator::at_least && c.comparator != Comparator::more_than;
    if (lower) c.low = first;
    if (upper) c.high = second;
    c.yields = text(row, "yields");
    auto const fact = m_facts.find(c.yields);
    bool const fits = fact != m_facts.end() && fact->second == unit->dimension;
    if (!c.yields.empty() && !fits) {
      return unknown(row, "yields",
                     {"请填写参考表 facts 中同类的测量值，如 ramp_width。",
                      "Write a measured fact of the same kind, such as ramp_width."});
    }
    return Done{};
  }

  Result<Done> read_condition(Row const &row, Criterion &c) {
    auto condition = parse_condition(m_columns.cell(row, "applies_when"));
    if (!condition) {
      return m_columns.problem(ProblemCode::bad_value, row, "applies_when",
                               condition.problem().reason, condition.problem().remedy);
    }
    c.applies_when = *std::move(condition);
    for (auto const &fact : facts_of(c.applies_when)) {
      if (m_facts.contains(fact)) continue;
      return m_columns.problem(
          ProblemCode::unknown_code, row, "applies_when",
          {fmt::format("没有名为“{}”的现场条件。", utf8_prefix(fact, 60)),
           fmt::format("There is no fact “{}”.", utf8_prefix(fact, 60))},
          {"请使用参考表 facts 中的名称。", "Use the names of the table facts."});
    }
    if (c.applies_when.kind != Condition::Kind::always && c.condition.zh.empty()) {
      auto const words = format_condition(c.applies_when);
      c.condition = {words, words};
    }
    // Words that no condition can be read from are for the inspector to judge.
    c.needs_judgement = c.applies_when.kind == Condition::Kind::always && !c.condition.zh.empty();
    return Done{};
  }

  Columns const &m_columns;
  FacilityStore m_facilities;
  std::vector<FacilityType> m_types;
  std::map<std::string, Dimension, std::less<>> m_facts;  ///< none: not a measured one
};

}  // namespace

Result<ImportReport> import_criteria(Tracker &tracker, Table const &table,
                                     ImportOptions const &options) {
  auto const columns = Columns::of(table, criterion_fields(), options.columns, options.synonyms);
  if (!columns) return columns.problem();
  if (auto const there = columns->require({"id", "standard", "clause", "facility_type", "name",
                                           "comparator", "obligation", "severity"});
      !there)
    return there.problem();
  ImportReport report;
  report.rows = static_cast<int>(table.rows.size());
  Rows rows(tracker, *columns);
  RunStore runs(tracker);
  Transaction transaction(tracker.db());
  report.run = runs.begin(RunKind::import,
                          fmt::format("criteria {}",
                                      std::filesystem::path(table.source).filename().string()),
                          options.actor)
                   .id;
  for (auto const &row : table.rows) {
    auto const criterion = rows.read(row);
    if (!criterion) {
      report.refused.push_back(criterion.problem());
      continue;
    }
    auto const stored = put_local_criterion(tracker, *criterion);
    if (stored)
      report.count(*stored);
    else
      report.refused.push_back(rows.at(row, stored.problem()));
  }
  finish_run(runs, report);
  if (!options.dry_run) transaction.commit();
  return report;
}

}  // namespace wza::gis

// SPDX-License-Identifier: Apache-2.0
#include "gis/field/import_rounds.h"

#include "db/sqlite/transaction.h"
#include "db/store/facilities.h"
#include "db/store/rounds.h"
#include "db/store/runs.h"
#include "gis/field/inspection_rows.h"

#include <fmt/format.h>

#include <filesystem>
#include <map>
#include <utility>

namespace wza::gis {
namespace {

std::vector<FieldWords> round_fields() {
  return {
      {"round",
       {"轮次编号", "round"},
       {"轮次编号", "轮次", "督导轮次", "计划编号", "round", "roundid", "批次", "任务编号"}},
      {"facility",
       {"设施编号", "facility id"},
       {"设施编号", "facility", "facilityid", "对象编号", "编号"}},
      {"title",
       {"轮次名称", "title"},
       {"轮次名称", "计划名称", "任务名称", "督导任务", "title", "名称"}},
      {"team",
       {"督导组", "team"},
       {"督导组", "检查组", "检查人员", "督导人员", "督导员", "team", "inspectors", "人员"}},
      {"from", {"开始日期", "from"}, {"开始日期", "起始日期", "开始", "from", "start", "开始时间"}},
      {"to", {"结束日期", "to"}, {"结束日期", "截止日期", "结束", "to", "end", "结束时间"}},
      {"kind", {"检查类型", "kind"}, {"检查类型", "督导类型", "kind", "类型"}},
  };
}

/// Collects the rows by round, each round as its rows say.
class RoundIntake {
 public:
  RoundIntake(Tracker &tracker, Columns const &columns)
      : m_columns(columns), m_facilities(tracker), m_store(tracker) {}

  Result<Done> read(Row const &row) {
    for (auto field : {"round", "facility"}) {
      if (m_columns.cell(row, field).empty()) return m_columns.missing(row, field);
    }
    FacilityId const place{std::string(m_columns.cell(row, "facility"))};
    if (!m_facilities.find(place)) return no_facility(m_columns, row, place);
    RoundId const id{std::string(m_columns.cell(row, "round"))};
    Draft draft = draft_of(id);
    if (auto const head = read_head(row, draft); !head) return head;
    if (draft.from && draft.to && *draft.to < *draft.from) {
      return m_columns.problem(ProblemCode::bad_date, row, "to",
                               {"结束日期早于开始日期。", "It ends before it begins."},
                               {"请核对两个日期。", "Check both days."});
    }
    for (auto const &[field, day] : {std::pair{"from", draft.from}, std::pair{"to", draft.to}}) {
      if (!day) return m_columns.missing(row, field);
    }
    m_drafts.insert_or_assign(id, std::move(draft));
    m_places[id].push_back(place);
    return Done{};
  }

  void store(ImportReport &report, std::string_view actor) {
    for (auto &[id, draft] : m_drafts) {
      report.count(m_store.put({id, draft.title.value_or(id.value), draft.team.value_or(""),
                                draft.kind.value_or(InspectionKind::routine), *draft.from,
                                *draft.to, std::move(m_places[id])},
                               report.run, actor));
    }
  }

 private:
  /// A round as far as it is said; what the tracker knows stands in it until a row says otherwise.
  struct Draft {
    std::optional<std::string> title, team;
    std::optional<InspectionKind> kind;
    std::optional<LocalDate> from, to;
    std::map<std::string_view, std::int64_t> said;  ///< field → the row that said it first
  };

  Draft draft_of(RoundId const &id) {
    if (auto const at = m_drafts.find(id); at != m_drafts.end()) return at->second;
    Draft draft;
    if (auto known = m_store.find(id)) {
      draft.title = std::move(known->title);
      draft.team = std::move(known->team);
      draft.kind = known->kind;
      draft.from = known->from;
      draft.to = known->to;
    }
    return draft;
  }

  /// Sets what a cell says, unless a row above said otherwise.
  template <class T>
  Result<Done> say(Row const &row, Draft &draft, std::string_view field, std::optional<T> &member,
                   T value) {
    auto const [first, is_new] = draft.said.emplace(field, row.number);
    if (is_new || *member == value) {
      member = std::move(value);
      return Done{};
    }
    return m_columns.problem(
        ProblemCode::conflict, row, field,
        {fmt::format("与同一轮次第 {} 行所写的不同。", first->second),
         fmt::format("Row {} of the same round says otherwise.", first->second)},
        {"请让同一轮次各行一致，或只在第一行填写。",
         "Let all rows of a round agree, or fill in the first one alone."});
  }

  Result<Done> read_head(Row const &row, Draft &draft) {
    for (auto const &[field, member] :
         {std::pair{"title", &Draft::title}, std::pair{"team", &Draft::team}}) {
      auto text = m_columns.optional_cell(row, field);
      if (!text) continue;
      if (auto const said = say(row, draft, field, draft.*member, *std::move(text)); !said)
        return said;
    }
    for (auto const &[field, member] :
         {std::pair{"from", &Draft::from}, std::pair{"to", &Draft::to}}) {
      auto const cell = m_columns.cell(row, field);
      if (cell.empty()) continue;
      auto const day = day_of(cell);
      if (!day) return no_day(m_columns, row, field);
      if (auto const said = say(row, draft, field, draft.*member, *day); !said) return said;
    }
    auto const word = m_columns.cell(row, "kind");
    if (word.empty()) return Done{};
    auto const kind = inspection_kind_of(word);
    if (!kind) return no_inspection_kind(m_columns, row);
    return say(row, draft, "kind", draft.kind, *kind);
  }

  Columns const &m_columns;
  FacilityStore m_facilities;
  RoundStore m_store;
  std::map<RoundId, Draft> m_drafts;
  std::map<RoundId, std::vector<FacilityId>> m_places;
};

}  // namespace

Result<ImportReport> import_rounds(Tracker &tracker, Table const &table,
                                   ImportOptions const &options) {
  auto const columns = Columns::of(table, round_fields(), options.columns, options.synonyms);
  if (!columns) return columns.problem();
  if (auto const there = columns->require({"round", "facility"}); !there) return there.problem();
  ImportReport report;
  report.rows = static_cast<int>(table.rows.size());
  report.columns = columns->matches();
  RunStore runs(tracker);
  RoundIntake intake(tracker, *columns);
  Transaction transaction(tracker.db());
  report.run =
      runs.begin(RunKind::import,
                 fmt::format("rounds {}", std::filesystem::path(table.source).filename().string()),
                 options.actor)
          .id;
  for (std::size_t done = 0; auto const &row : table.rows) {
    options.tell(++done, table.rows.size());
    if (auto const read = intake.read(row); !read) report.refused.push_back(read.problem());
  }
  intake.store(report, options.actor);
  finish_run(runs, report);
  if (!options.dry_run) transaction.commit();
  return report;
}

}  // namespace wza::gis

// SPDX-License-Identifier: Apache-2.0
#include "audit/report/monthly_tables.h"

#include <fmt/format.h>

namespace wza::audit {
namespace {

using gis::CellKind;
using gis::ShownCount;

constexpr std::size_t kMostUnits = 10;

std::string number(std::int64_t count) {
  return fmt::format("{}", count);
}
std::string shown(ShownCount const &count) {
  return count ? number(*count) : "*";
}
std::string yuan(std::int64_t fen) {
  return fmt::format("{:.2f}", static_cast<double>(fen) / 100);
}

/// A sum; "—" where nobody said any part of it.
std::string sum_of(std::int64_t fen, std::int64_t homes, std::int64_t without) {
  return homes > 0 && without == homes ? "—" : yuan(fen);
}

/// A row of something beside the month before.
PaperRow beside(std::string name, std::int64_t now, std::int64_t before) {
  return {{std::move(name), number(now), number(before), number(now - before)}, 0};
}

}  // namespace

PaperTable MonthlyTables::compared(std::string sheet, std::string caption) const {
  return {std::move(sheet),
          std::move(caption),
          {{say("项目", "Item"), CellKind::text},
           {say("本月", "This month")},
           {say("上月", "Month before")},
           {say("增减", "Change")}},
          {}};
}

PaperTable MonthlyTables::visits() const {
  auto const &now = m_report.now.visits, &before = m_report.before.visits;
  auto table = compared(say("检查", "Visits"), say("设施检查", "Visits to facilities"));
  table.rows = {beside(say("检查（次）", "Visits"), now.visits, before.visits),
                beside(say("检查场所（处）", "Places"), now.places, before.places),
                beside(say("未能检查（次）", "Not let in"), now.not_let_in(), before.not_let_in())};
  for (auto const &name : Names<AccessState>::kAll) {
    auto const at = static_cast<std::size_t>(name.value);
    if (name.value == AccessState::allowed || now.by_access[at] + before.by_access[at] == 0)
      continue;
    table.rows.push_back(
        beside(say(fmt::format("其中：{}", name.zh), fmt::format("of them: {}", name.en)),
               now.by_access[at], before.by_access[at]));
    table.rows.back().depth = 1;
  }
  return table;
}

PaperTable MonthlyTables::by_severity() const {
  auto const &now = m_report.now.facilities, &before = m_report.before.facilities;
  PaperTable table{say("问题", "Findings"),
                   say("设施问题，按严重程度", "Findings of facilities by severity"),
                   {{say("严重程度", "Severity"), CellKind::text},
                    {say("新发现", "New")},
                    {say("复测消除", "Mended")},
                    {say("再次出现", "Reopened")},
                    {say("月末未结", "Open at the end")},
                    {say("上月末未结", "Open a month before")},
                    {say("增减", "Change")}},
                   {}};
  auto const row = [&](std::string name, auto const &of) {
    table.rows.push_back(
        {{std::move(name), number(of(now.found)), number(of(now.mended)), number(of(now.reopened)),
          number(of(now.open)), number(of(before.open)), number(of(now.open) - of(before.open))},
         0});
  };
  for (auto const &name : Names<Severity>::kAll)
    row(std::string(label(name.value).in(m_lang)),
        [&](SeverityCounts const &counts) { return counts[name.value]; });
  row(say("合计", "Total"), [](SeverityCounts const &counts) { return counts.total(); });
  return table;
}

PaperTable MonthlyTables::by_type() const {
  PaperTable table{say("场所类型", "Types of place"),
                   say("检查和设施问题，按场所类型", "Visits and findings by type of place"),
                   {{say("场所类型", "Type of place"), CellKind::text},
                    {say("检查（次）", "Visits")},
                    {say("场所（处）", "Places")},
                    {say("未能检查（次）", "Not let in")},
                    {say("新发现", "New")},
                    {say("复测消除", "Mended")},
                    {say("再次出现", "Reopened")},
                    {say("月末未结", "Open at the end")}},
                   {}};
  for (auto const &type : m_report.now.types) {
    auto const &of = type.findings;
    table.rows.push_back(
        {{type.name.in(m_lang), number(type.visits.visits), number(type.visits.places),
          number(type.visits.not_let_in()), number(of.found.total()), number(of.mended.total()),
          number(of.reopened.total()), number(of.open.total())},
         0});
  }
  return table;
}

PaperTable MonthlyTables::extents() const {
  PaperTable table{say("长度和数量", "Extents"),
                   say("月末未结问题中不符合要求的长度和数量（按现在的登记）",
                       "How much does not conform, of open findings (as it stands now)"),
                   {{say("检查项", "Criterion"), CellKind::text},
                    {say("数量", "Extent"), CellKind::real},
                    {say("单位", "Unit"), CellKind::text},
                    {say("问题（项）", "Findings")}},
                   {}};
  for (auto const &extent : m_report.now.extents) {
    table.rows.push_back({{extent.criterion.in(m_lang), fmt::format("{}", extent.sum), extent.unit,
                           number(extent.findings)},
                          0});
  }
  return table;
}

PaperTable MonthlyTables::by_unit() const {
  PaperTable table{say("责任单位", "Units"),
                   say("月末未结问题最多的责任单位", "Units with the most open findings"),
                   {{say("责任单位", "Unit"), CellKind::text},
                    {say("月末未结", "Open at the end")},
                    {say("其中致命和严重", "Of them critical or serious")},
                    {say("逾期", "Overdue")}},
                   {}};
  for (auto const &unit : m_report.now.units) {
    if (table.rows.size() == kMostUnits) break;
    table.rows.push_back(
        {{unit.name.empty() ? say("未登记责任单位", "no unit on record") : unit.name,
          number(unit.open), number(unit.serious), number(unit.overdue)},
         0});
  }
  return table;
}

PaperTable MonthlyTables::homes_by_district() const {
  PaperTable table{say("家庭", "Homes"),
                   say("家庭无障碍改造，户", "Homes applied for and accepted"),
                   {{say("地区", "District"), CellKind::text},
                    {say("本月申请", "Applied this month")},
                    {say("上月申请", "Month before")},
                    {say("本年申请", "This year")},
                    {say("本月验收", "Accepted this month")},
                    {say("上月验收", "Month before")},
                    {say("本年验收", "This year")}},
                   {}};
  bool const planned = m_report.homes.plan.has_value();
  if (planned) table.columns.push_back({say("规划期内累计", "Since the plan began")});
  for (auto const &row : m_report.homes.rows) {
    auto const &a = row.applied, &b = row.accepted;
    table.rows.push_back(
        {{row.rest ? say("（未分到下级）", "(placed no lower)") : row.name, shown(a.month),
          shown(a.previous), shown(a.year), shown(b.month), shown(b.previous), shown(b.year)},
         row.depth});
    if (planned) table.rows.back().cells.push_back(shown(row.in_plan));
  }
  return table;
}

PaperTable MonthlyTables::promises() const {
  PaperTable table{say("规划目标", "Targets"),
                   say("对照规划目标", "Against the targets of the plan"),
                   {{say("指标和口径", "Indicator and reading"), CellKind::text},
                    {say("到期年", "By the end of"), CellKind::text},
                    {say("目标（户）", "Target (homes)")},
                    {say("已完成（户）", "Reached (homes)")},
                    {say("为目标的（%）", "Of the target (%)"), CellKind::real},
                    {say("按时序应完成（户）", "Due by then (homes)")},
                    {say("每月需（户）", "Needed a month"), CellKind::real}},
                   {}};
  for (auto const &promise : m_report.homes.plan->promises) {
    for (auto const &reading : promise.readings) {
      auto const &pace = reading.pace;
      table.rows.push_back(
          {{fmt::format("{}{}{}", promise.indicator.name.in(m_lang), say("，", ", "),
                        label(reading.reading).in(m_lang)),
            promise.target.year ? number(*promise.target.year) : "—", number(reading.target),
            shown(reading.counted), pace ? fmt::format("{:.1f}", pace->rate * 100) : "*",
            pace ? number(pace->due) : "*",
            pace && pace->needed_per_month ? fmt::format("{:.1f}", *pace->needed_per_month) : "—"},
           0});
    }
  }
  return table;
}

PaperTable MonthlyTables::money() const {
  PaperTable table{say("资金", "Money"),
                   say("已验收家庭的资金，元", "Money of the accepted homes, yuan"),
                   {{say("期间", "Period"), CellKind::text},
                    {say("验收（户）", "Homes")},
                    {say("计划（元）", "Planned (yuan)"), CellKind::real},
                    {say("实付（元）", "Paid (yuan)"), CellKind::real},
                    {say("未填计划（户）", "Without planned")},
                    {say("未填实付（户）", "Without paid")}},
                   {}};
  auto const row = [&](std::string name, gis::MonthMoney const &money) {
    table.rows.push_back({{std::move(name), number(money.homes),
                           sum_of(money.planned_fen, money.homes, money.without_planned),
                           sum_of(money.paid_fen, money.homes, money.without_paid),
                           number(money.without_planned), number(money.without_paid)},
                          0});
  };
  row(say("本月", "This month"), *m_report.homes.month_money);
  row(say("本年", "This year"), *m_report.homes.year_money);
  return table;
}

PaperTable MonthlyTables::web() const {
  auto const &now = m_report.now, &before = m_report.before;
  auto table = compared(say("网站", "Web sites"), say("本地区网站", "Web sites of the district"));
  table.rows = {
      beside(say("网站（个）", "Sites"), now.sites, before.sites),
      beside(say("检测（次）", "Runs"), now.runs, before.runs),
      beside(say("检测页面（页）", "Pages tested"), now.pages, before.pages),
      beside(say("新发现问题（项）", "New findings"), now.web.found.total(),
             before.web.found.total()),
      beside(say("复测消除（项）", "Mended"), now.web.mended.total(), before.web.mended.total()),
      beside(say("再次出现（项）", "Reopened"), now.web.reopened.total(),
             before.web.reopened.total()),
      beside(say("月末未结（项）", "Open at the end"), now.web.open.total(),
             before.web.open.total())};
  return table;
}

}  // namespace wza::audit

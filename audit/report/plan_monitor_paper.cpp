// SPDX-License-Identifier: Apache-2.0
// The tables of the monitoring document; its sentences are those of plan_monitor_words.cpp.
#include "audit/report/plan.h"
#include "audit/report/plan_monitor.h"
#include "audit/report/plan_monitor_words.h"

#include <fmt/format.h>

#include <algorithm>

namespace wza::audit {
namespace {

using gis::CellKind;
using gis::PlanMonitor;
using gis::Promise;
using gis::PromiseReading;
using gis::ShownCount;

constexpr char const *kNotYet = "—";

std::string tenth(double number) {
  return fmt::format("{:.1f}", number);
}

class Tables {
 public:
  Tables(PlanMonitor const &monitor, MonitorWords const &words)
      : m_monitor(monitor), m_report(monitor.report), m_words(words) {}

  /// Each reading of a promise with what it comes to.
  PaperTable standing(Promise const &promise, std::size_t number) const {
    PaperTable table{
        fmt::format("{}{}", say("目标", "Target "), number),
        say("目标与完成情况", "Target and what was reached"),
        {{say("口径", "Reading"), CellKind::text},
         {say("目标（户）", "Target (homes)")},
         {say("已完成（户）", "Reached (homes)")},
         {rate_name(promise), CellKind::real},
         {say("还差（户）", "Missing (homes)")},
         {say("按时序应完成（户）", "Due by then (homes)")},
         {say("预计期末（户）", "Forecast (homes)")},
         {say("每月需（户）", "Needed a month (homes)"), CellKind::real},
         {m_monitor.kind == gis::MonitorKind::yearly ? say("进度", "Pace") : say("结论", "Verdict"),
          CellKind::text}},
        {}};
    for (auto const &reading : promise.readings) {
      auto const &pace = reading.pace;
      table.rows.push_back(
          {{std::string(label(reading.reading).in(m_words.lang())),
            fmt::format("{}", reading.target), shown(reading.counted),
            rate(promise, reading, reading.counted), pace ? fmt::format("{}", pace->missing) : "*",
            pace ? fmt::format("{}", pace->due) : "*",
            pace && pace->forecast ? fmt::format("{}", *pace->forecast) : kNotYet,
            pace && pace->needed_per_month ? tenth(*pace->needed_per_month) : kNotYet,
            m_words.judged(reading)},
           0});
    }
    return table;
  }

  /// Each year up to that of the promise, with every reading.
  PaperTable years(Promise const &promise, std::size_t number) const {
    PaperTable table{fmt::format("{}{}", say("逐年", "Years "), number),
                     say("逐年验收与完成率", "Each year: accepted, in all, and rate"),
                     {{say("年度", "Year"), CellKind::text},
                      {say("规划值", "Planned"), CellKind::text},
                      {say("当年验收（户）", "Accepted (homes)")}},
                     {}};
    for (auto const &reading : promise.readings) {
      auto const name = label(reading.reading).in(m_words.lang());
      table.columns.push_back(
          {m_words.zh() ? fmt::format("累计·{}（户）", name) : fmt::format("In all: {}", name)});
      table.columns.push_back({rate_name(promise), CellKind::real});
    }
    table.columns.push_back({say("原因与措施", "Reasons and measures"), CellKind::text});
    auto const &whole = m_report.table.rows.front();
    auto const sums = gis::cumulative_counts(m_report, whole);
    int const last = promise.target.year.value_or(m_report.plan.to_year);
    for (std::size_t c = 0; c < whole.cells.size(); ++c) {
      int const year = m_report.plan.from_year + static_cast<int>(c);
      if (year > last) break;
      bool const begun = gis::has_begun(m_report, year);
      PaperRow row{{fmt::format("{}", year), m_words.planned(promise, year),
                    begun ? shown(whole.cells[c]) : kNotYet},
                   0};
      for (auto const &reading : promise.readings) {
        auto const count = in_all(promise, reading, sums[c]);
        row.cells.push_back(begun ? shown(count) : kNotYet);
        row.cells.push_back(begun ? rate(promise, reading, count) : kNotYet);
      }
      row.cells.emplace_back();
      table.rows.push_back(std::move(row));
    }
    return table;
  }

  PaperTable districts() const {
    PaperTable table = district_table(say("分地区", "Districts"),
                                      say("各地区逐年验收户数", "Homes accepted by district"));
    for (auto const &column : m_report.table.columns)
      table.columns.push_back({column.name.in(m_words.lang())});
    table.columns.push_back({say("累计", "In all")});
    for (std::size_t p = 0; p < m_report.promises.size(); ++p) {
      if (m_monitor.own_targets[p].empty()) continue;
      table.columns.push_back(
          {say("本级目标：", "Own target: ") + m_words.name(m_report.promises[p])});
      table.columns.push_back({say("完成率（%）", "Rate (%)"), CellKind::real});
    }
    table.columns.push_back({say("原因与措施", "Reasons and measures"), CellKind::text});
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      auto const &from = m_report.table.rows[r];
      auto &cells = table.rows[r].cells;
      for (std::size_t c = 0; c < from.cells.size(); ++c)
        cells.push_back(begun(c) ? shown(from.cells[c]) : kNotYet);
      cells.push_back(shown(from.total));
      add_own_targets(from, cells);
      cells.emplace_back();
    }
    return table;
  }

  PaperTable districts_in_all() const {
    PaperTable table = district_table(
        say("分地区累计", "In all by district"),
        say("各地区自规划首年起累计验收户数", "Homes accepted since the plan began, by district"));
    for (auto const &column : m_report.table.columns)
      table.columns.push_back({say("至 ", "To ") + column.name.in(m_words.lang())});
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      auto const sums = gis::cumulative_counts(m_report, m_report.table.rows[r]);
      for (std::size_t c = 0; c < sums.size(); ++c)
        table.rows[r].cells.push_back(begun(c) ? shown(sums[c]) : kNotYet);
    }
    return table;
  }

  /// What the tool cannot measure stands with room for the office's own number.
  PaperTable not_measured() const {
    PaperTable table{say("未测量", "Not measured"),
                     say("本系统不测量的指标，由填报单位填写",
                         "Indicators that this tool does not measure, for the office to fill in"),
                     {{say("指标", "Indicator"), CellKind::text},
                      {say("规划值", "Planned"), CellKind::text},
                      {say("到期年", "By the end of"), CellKind::text},
                      {say("本期值", "Reached"), CellKind::text},
                      {say("单位填报值及来源", "The office's number and source"), CellKind::text}},
                     {}};
    for (auto const &promise : m_report.promises) {
      if (promise.indicator.numerator == Counted::accepted_homes) continue;
      table.rows.push_back({{promise.indicator.name.in(m_words.lang()), m_words.quoted(promise),
                             m_words.due_year(promise), say("未测量", "not measured"), ""},
                            0});
    }
    return table;
  }

 private:
  std::string say(char const *zh, char const *en) const { return m_words.zh() ? zh : en; }

  static std::string shown(ShownCount const &count) {
    return count ? fmt::format("{}", *count) : "*";
  }
  bool begun(std::size_t column) const {
    return gis::has_begun(m_report, m_report.plan.from_year + static_cast<int>(column));
  }

  std::string rate_name(Promise const &promise) const {
    return promise.indicator.kind == IndicatorKind::rate ? say("覆盖率（%）", "Coverage (%)")
                                                         : say("完成率（%）", "Rate (%)");
  }

  /// The count up to a year in a reading: what was there before the plan stands in some of them.
  static ShownCount in_all(Promise const &promise, PromiseReading const &reading,
                           ShownCount const &sum) {
    auto const &within = promise.readings.front().counted;
    if (!sum || !reading.counted || !within) return std::nullopt;
    return *sum + (*reading.counted - *within);
  }

  static std::string rate(Promise const &promise, PromiseReading const &reading,
                          ShownCount const &count) {
    if (!count) return "*";
    double const whole =
        promise.denominator ? promise.denominator->homes : static_cast<double>(reading.target);
    return whole > 0 ? tenth(static_cast<double>(*count) / whole * 100) : kNotYet;
  }

  PaperTable district_table(std::string sheet, std::string caption) const {
    PaperTable table{
        std::move(sheet), std::move(caption), {{say("地区", "District"), CellKind::text}}, {}};
    for (auto const &row : m_report.table.rows) {
      table.rows.push_back(
          {{row.rest ? say("（未分到下级）", "(placed no lower)") : row.name}, row.depth});
    }
    return table;
  }

  /// Own targets of the row's district, each with the rate up to its year.
  void add_own_targets(gis::PlanTableRow const &row, std::vector<std::string> &cells) const {
    auto const sums = gis::cumulative_counts(m_report, row);
    for (std::size_t p = 0; p < m_report.promises.size(); ++p) {
      auto const &targets = m_monitor.own_targets[p];
      if (targets.empty()) continue;
      auto const own = row.rest ? targets.end() : targets.find(row.district);
      if (own == targets.end() || own->second <= 0) {
        cells.insert(cells.end(), {kNotYet, kNotYet});
        continue;
      }
      int const last = m_report.promises[p].target.year.value_or(m_report.plan.to_year);
      auto const &count = sums.at(static_cast<std::size_t>(last - m_report.plan.from_year));
      cells.push_back(fmt::format("{}", own->second));
      cells.push_back(
          count ? tenth(static_cast<double>(*count) / static_cast<double>(own->second) * 100)
                : "*");
    }
  }

  PlanMonitor const &m_monitor;
  gis::PlanReport const &m_report;
  MonitorWords const &m_words;
};

}  // namespace

Paper monitor_paper(PlanMonitor const &monitor, Lang lang) {
  MonitorWords const words(monitor, lang);
  Tables const tables(monitor, words);
  Paper paper = words.frame();
  bool unmeasured = false;
  std::size_t number = 0;
  for (auto const &promise : monitor.report.promises) {
    if (promise.indicator.numerator != Counted::accepted_homes) {
      unmeasured = true;
      continue;
    }
    PaperSection section = words.promise(promise);
    ++number;
    section.heading = numbered_heading(number, section.heading, lang);
    if (!promise.readings.empty())
      section.tables = {tables.standing(promise, number), tables.years(promise, number)};
    paper.sections.push_back(std::move(section));
  }
  PaperSection districts = words.districts();
  districts.heading = numbered_heading(++number, districts.heading, lang);
  districts.tables = {tables.districts(), tables.districts_in_all()};
  paper.sections.push_back(std::move(districts));
  if (unmeasured) {
    PaperSection others = words.not_measured();
    others.heading = numbered_heading(++number, others.heading, lang);
    others.tables = {tables.not_measured()};
    paper.sections.push_back(std::move(others));
  }
  return paper;
}

}  // namespace wza::audit

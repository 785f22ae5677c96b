// SPDX-License-Identifier: Apache-2.0
// The monthly report as a document.
#include "audit/report/monthly.h"
#include "audit/report/monthly_tables.h"
#include "audit/report/plan.h"

#include <fmt/format.h>

#include <algorithm>

namespace wza::audit {
namespace {

class MonthWords {
 public:
  MonthWords(MonthlyReport const &report, Lang lang)
      : m_report(report), m_tables(report, lang), m_lang(lang) {}

  Paper frame() const;
  PaperSection findings() const;
  PaperSection visits() const {
    return {say("设施检查", "Visits to facilities"), {}, {}, {m_tables.visits()}};
  }
  PaperSection homes() const;
  PaperSection web() const { return {say("网站", "Web sites"), {}, {}, {m_tables.web()}}; }

 private:
  std::string say(std::string zh, std::string en) const {
    return std::move(m_lang == Lang::zh ? zh : en);
  }
  MonthlyReport const &m_report;
  MonthlyTables m_tables;
  Lang m_lang;
};

Paper MonthWords::frame() const {
  auto const &order = m_report.order;
  int const year = static_cast<int>(order.month.year());
  auto const month = static_cast<unsigned>(order.month.month());
  Paper paper;
  paper.title =
      say(fmt::format("{}无障碍环境建设月报（{} 年 {} 月）", m_report.district_name, year, month),
          fmt::format("{}: monthly report on accessibility, {}-{:02}", m_report.district_name, year,
                      month));
  auto day = m_report.last.iso();
  if (!m_report.whole) day += say("（本月未结束）", " (the month is not over)");
  if (order.known)
    day += say(fmt::format("，只用 {} 及以前录入的记录", order.known->iso()),
               fmt::format(", from what was recorded by {}", order.known->iso()));
  paper.facts = {
      {say("地区", "District"),
       fmt::format("{} ({})", m_report.district_name, order.district.value)},
      {say("数据截至", "As of"), day},
      {say("行政区划边界", "Boundaries"),
       m_report.boundaries.empty() ? say("无，按登记的代码归属", "none; by declared code")
                                   : fmt::format("{}", fmt::join(m_report.boundaries, "; "))}};
  if (auto const &plan = m_report.homes.plan) {
    paper.facts.emplace_back(
        say("规划", "Plan"),
        fmt::format("{}（{}）", plan->plan.title.in(m_lang), label(plan->plan.status).in(m_lang)));
  }
  auto const &now = m_report.now;
  auto const &month_count = m_report.homes.rows.front().accepted.month;
  auto const accepted = month_count ? say(fmt::format("验收家庭 {} 户；", *month_count),
                                          fmt::format("{} homes were accepted; ", *month_count))
                                    : std::string();
  paper.lead = say(
      fmt::format(
          "本月检查 {} 次、{} 处场所；设施问题新发现 {} 项，复测消除 {} 项，月末未结 {} 项；"
          "{}网站检测 {} 页，月末未结问题 {} 项。",
          now.visits.visits, now.visits.places, now.facilities.found.total(),
          now.facilities.mended.total(), now.facilities.open.total(), accepted, now.pages,
          now.web.open.total()),
      fmt::format("{} visits to {} places; {} findings of facilities are new, {} were mended, {} "
                  "stand open at the end; {}{} web pages were tested, {} "
                  "findings of web sites stand open.",
                  now.visits.visits, now.visits.places, now.facilities.found.total(),
                  now.facilities.mended.total(), now.facilities.open.total(), accepted, now.pages,
                  now.web.open.total()));
  paper.notes = {
      say("检查、问题、申请和验收按发生的日期计（到访日、检测日、申请日、验收日），不按录入日期。",
          "Visits, findings, applications and acceptances stand in the month in which they "
          "happened, whenever they were recorded."),
      say("责任单位、整改期限、金额、到访的进入状态和区划归属按现在的登记。",
          "Units, deadlines, money, whether a visitor was let in, and districts are as they stand "
          "now."),
      say(fmt::format("家庭的计数口径：{}。", label(m_report.homes.rule).zh),
          fmt::format("Homes: {}.", label(m_report.homes.rule).en)),
      say("问题只在复测后才算消除；没有再测不等于已整改。",
          "A finding is mended only by a new test: not tested again is not mended.")};
  if (m_report.homes.plan) {
    auto const basis = plan_notes(*m_report.homes.plan, m_lang);
    paper.notes.insert(paper.notes.end(), basis.begin(), basis.end());
  }
  paper.signed_by = {say("填报单位（盖章）", "Office (seal)"), say("填表人", "Filled in by"),
                     say("审核人", "Checked by"), say("填报日期", "Date")};
  return paper;
}

PaperSection MonthWords::findings() const {
  PaperSection section{say("设施问题", "Findings of facilities"), {}, {}, {m_tables.by_severity()}};
  section.paragraphs.push_back(
      say(fmt::format("月末未结的设施问题中，{} 项已过整改期限（上月末 {} 项）。",
                      m_report.now.facilities.overdue, m_report.before.facilities.overdue),
          fmt::format("Of the open findings {} are overdue ({} a month before).",
                      m_report.now.facilities.overdue, m_report.before.facilities.overdue)));
  if (!m_report.now.types.empty()) section.tables.push_back(m_tables.by_type());
  if (!m_report.now.extents.empty()) section.tables.push_back(m_tables.extents());
  if (!m_report.now.units.empty()) section.tables.push_back(m_tables.by_unit());
  return section;
}

PaperSection MonthWords::homes() const {
  PaperSection section{say("家庭无障碍改造", "Homes"), {}, {}, {m_tables.homes_by_district()}};
  if (m_report.order.publish) {
    section.tables.clear();
    section.paragraphs.push_back(
        say("发布的月报不含家庭的户数和金额：逐月相减会推出个别家庭。进度见 wza report plan "
            "--publish 的表。",
            "A month that is published has no counts of homes and no money: months subtracted from "
            "each other tell of single homes. Progress stands in the table of wza report plan "
            "--publish."));
    return section;
  }
  auto const &plan = m_report.homes.plan;
  bool const promised =
      plan && std::any_of(plan->promises.begin(), plan->promises.end(),
                          [](auto const &promise) { return !promise.readings.empty(); });
  if (promised) section.tables.push_back(m_tables.promises());
  if (!promised)
    section.paragraphs.push_back(
        say("没有找到这一年对应的规划目标，所以不计算完成率。",
            "No plan target for this year is known, so no rate is given."));
  if (m_report.homes.month_money) section.tables.push_back(m_tables.money());
  return section;
}

}  // namespace

Paper monthly_paper(MonthlyReport const &report, Lang lang) {
  MonthWords const words(report, lang);
  Paper paper = words.frame();
  std::size_t count = 0;
  for (auto section : {words.visits(), words.findings(), words.homes(), words.web()}) {
    section.heading = numbered_heading(++count, section.heading, lang);
    paper.sections.push_back(std::move(section));
  }
  return paper;
}

}  // namespace wza::audit

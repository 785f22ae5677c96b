// SPDX-License-Identifier: Apache-2.0
#include "audit/report/plan_monitor_words.h"

#include "audit/report/plan.h"

#include <fmt/format.h>

#include <algorithm>

namespace wza::audit {

using gis::MonitorKind;
using gis::Verdict;

std::string MonitorWords::quoted(gis::Promise const &promise) const {
  auto const &target = promise.target;
  auto const relation = target.relation == TargetRelation::more_than
                            ? std::string(label(target.relation).in(m_lang)) + " "
                            : std::string();
  return fmt::format("{}{}{}{}", relation, target.quoted, target.unit == "%" ? "" : " ",
                     target.unit);
}

std::string MonitorWords::due_year(gis::Promise const &promise) const {
  return promise.target.year ? fmt::format("{}", *promise.target.year)
                             : say("未写年份", "no year given");
}

std::string MonitorWords::name(gis::Promise const &promise) const {
  auto const &indicator = promise.indicator.name.in(m_lang);
  if (!promise.target.year) return indicator;
  return say(fmt::format("{}（到 {} 年）", indicator, *promise.target.year),
             fmt::format("{} (by {})", indicator, *promise.target.year));
}

std::string MonitorWords::planned(gis::Promise const &promise, int year) const {
  for (auto const &other : m_report.promises) {
    if (other.indicator.id == promise.indicator.id &&
        other.target.year.value_or(m_report.plan.to_year) == year)
      return quoted(other);
  }
  return say("规划未写", "not stated");
}

std::string MonitorWords::judged(gis::PromiseReading const &reading) const {
  if (m_monitor.kind == MonitorKind::yearly) {
    auto const standing =
        reading.pace && m_report.has_records ? reading.pace->standing : gis::Standing::unknown;
    return std::string(label(standing).in(m_lang));
  }
  auto const verdict = gis::verdict_of(m_monitor, reading);
  bool const open = reading.pace && m_report.has_records && reading.pace->days_left > 0 &&
                    reading.pace->missing > 0;
  if (m_monitor.kind == MonitorKind::mid_term && open) {
    if (verdict == Verdict::kept) return say("达到时序进度", "on schedule");
    if (verdict == Verdict::not_kept) return say("未达到时序进度", "behind schedule");
  }
  return std::string(label(verdict).in(m_lang));
}

std::string MonitorWords::which() const {
  int const last = m_report.plan.to_year;
  switch (m_monitor.kind) {
    case MonitorKind::yearly:
      return say(fmt::format("{} 年度", m_report.day.year()),
                 fmt::format("{}", m_report.day.year()));
    case MonitorKind::mid_term:
      return say(fmt::format("中期，{} 年", m_monitor.middle),
                 fmt::format("mid-term, {}", m_monitor.middle));
    case MonitorKind::at_end:
      break;
  }
  return say(fmt::format("终期，{} 年", last), fmt::format("final, {}", last));
}

std::string MonitorWords::which_and_why() const {
  auto const &plan = m_report.plan;
  int const years = plan.to_year - plan.from_year + 1;
  if (m_monitor.kind != MonitorKind::mid_term) return which();
  return say(fmt::format("{}（规划期 {} 年，到 {} 年时间过半）", which(), years, m_monitor.middle),
             fmt::format("{} (half of the plan's {} years is over in {})", which(), years,
                         m_monitor.middle));
}

Paper MonitorWords::frame() const {
  auto const &plan = m_report.plan;
  Paper paper;
  paper.title = say(fmt::format("{}监测表（{}）", plan.title.zh, which()),
                    fmt::format("{}: monitoring table ({})", plan.title.en, which()));
  auto day = m_report.day.iso();
  if (m_report.as_of.known)
    day += say(fmt::format("，只用 {} 及以前录入的记录", m_report.as_of.known->iso()),
               fmt::format(", from what was recorded by {}", m_report.as_of.known->iso()));
  auto status = std::string(label(plan.status).in(m_lang));
  if (!plan.note.empty()) status += say("。", ". ") + plan.note.in(m_lang);
  paper.facts = {
      {say("规划", "Plan"), fmt::format("{} ({})", plan.title.in(m_lang), plan.id.value)},
      {say("规划状态", "Status of the plan"), status},
      {say("规划期", "Years"), fmt::format("{}–{}", plan.from_year, plan.to_year)},
      {say("监测", "Monitored"), which_and_why()},
      {say("数据截至", "As of"), day},
      {say("计数口径", "What counts"),
       say(fmt::format("{}；只计验收合格的户，计在首次验收的年份和地区。", label(m_report.rule).zh),
           fmt::format(
               "{}; only accepted homes, in the year and district of their first acceptance.",
               label(m_report.rule).en))},
      {say("行政区划边界", "Boundaries"), boundary_words(m_report, m_lang)}};
  paper.lead = lead();
  paper.notes = plan_notes(m_report, m_lang);
  if (!m_report.has_records)
    paper.notes.push_back(
        say("本系统没有该地区家庭改造的记录：表中的 0 只表示没有记录，不表示没有改造。",
            "The tracker has no home of the district: a 0 says that nothing is on record, not that "
            "nothing was done."));
  paper.notes.push_back(say("“—”表示年份未到，或不适用；不等于 0。",
                            "“—” is a year that has not begun, or does not apply; it is not 0."));
  paper.notes.push_back(say("“预计期末”按最近 365 天的进度推算；“按时序应完成”按天数平均。",
                            "The forecast goes on at the pace of the last 365 days; what is due by "
                            "then is spread evenly over the days of the plan."));
  paper.signed_by = {say("填报单位（盖章）", "Office (seal)"), say("填表人", "Filled in by"),
                     say("审核人", "Checked by"), say("填报日期", "Date")};
  return paper;
}

std::string MonitorWords::lead() const {
  std::vector<std::string> parts;
  for (auto const &promise : m_report.promises) {
    if (promise.indicator.numerator != Counted::accepted_homes) continue;
    for (auto const &reading : promise.readings) {
      parts.push_back(fmt::format("{}{}{}{}{}", name(promise), say("，", ", "),
                                  label(reading.reading).in(m_lang), say("：", ": "),
                                  judged(reading)));
    }
    if (promise.readings.empty())
      parts.push_back(name(promise) +
                      say("：没有分母，无法判断", ": no denominator, cannot be told"));
  }
  auto out = m_report.plan.status == PlanStatus::draft
                 ? say("规划为征求意见稿，数字为暂定。",
                       "The plan is a draft, its figures are provisional. ")
                 : std::string();
  if (parts.empty()) {
    return out + say("该规划没有写明可计的户数或比率，无从判断是否兑现。",
                     "The plan promises no number of homes that could be counted: whether it is "
                     "kept cannot be told.");
  }
  return out + fmt::format("{}", fmt::join(parts, say("；", "; "))) + say("。", ".");
}

PaperSection MonitorWords::promise(gis::Promise const &promise) const {
  auto const &target = promise.target;
  PaperSection section{name(promise), {}, {}, {}};
  section.facts = {{say("规划写的数", "The plan's number"), quoted(promise)},
                   {say("到期年", "By the end of"), due_year(promise)},
                   {say("性质", "Nature"), std::string(label(target.nature).in(m_lang))}};
  if (!target.quote_zh.empty()) {
    auto quote = fmt::format("“{}”", target.quote_zh);
    if (target.line)
      quote +=
          say(fmt::format("（第 {} 行）", *target.line), fmt::format(" (line {})", *target.line));
    section.facts.insert(section.facts.begin(), {say("规划原文", "The plan's words"), quote});
  }
  if (!target.note.empty()) section.facts.emplace_back(say("说明", "Note"), target.note.in(m_lang));
  if (promise.indicator.kind == IndicatorKind::rate)
    section.facts.emplace_back(say("分母", "Denominator"), denominator_words(promise, m_lang));
  for (auto const &reading : promise.readings)
    section.paragraphs.push_back(verdict(reading));
  if (promise.readings.empty())
    section.paragraphs.push_back(say("没有分母，无法判断。", "No denominator: it cannot be told."));
  return section;
}

std::string MonitorWords::verdict(gis::PromiseReading const &reading) const {
  auto const name = label(reading.reading).in(m_lang);
  if (!reading.counted || !reading.pace)
    return say(
        fmt::format("按“{}”：无法判断，户数已隐去或没有目标。", name),
        fmt::format("Read as “{}”: cannot be told, the count is hidden or there is no target.",
                    name));
  if (!m_report.has_records)
    return say(fmt::format("按“{}”：无法判断，本系统没有该地区家庭改造的记录。", name),
               fmt::format("Read as “{}”: cannot be told, the tracker has no home of the district.",
                           name));
  auto const &pace = *reading.pace;
  auto out =
      say(fmt::format("按“{}”：{}。目标 {} 户，截至 {} 完成 {} 户，为目标的 {:.1f}%", name,
                      judged(reading), reading.target, m_report.day.iso(), *reading.counted,
                      pace.rate * 100),
          fmt::format("Read as “{}”: {}. Target {} homes, {} reached by {}, {:.1f}% of the target",
                      name, judged(reading), reading.target, *reading.counted, m_report.day.iso(),
                      pace.rate * 100));
  if (pace.missing > 0)
    out +=
        say(fmt::format("，还差 {} 户", pace.missing), fmt::format(", {} missing", pace.missing));
  if (m_monitor.kind == MonitorKind::mid_term)
    out += say(fmt::format("，到这一天应完成 {} 户", pace.due),
               fmt::format(", due by that day {}", pace.due));
  if (pace.missing > 0 && pace.days_left > 0)
    out += say(fmt::format("；尚未到期，还有 {} 天", pace.days_left),
               fmt::format("; not due yet, {} days are left", pace.days_left));
  return out + say("。", ".");
}

PaperSection MonitorWords::districts() const {
  PaperSection section{say("分地区", "Districts"), {}, {}, {}};
  bool const own = std::any_of(m_monitor.own_targets.begin(), m_monitor.own_targets.end(),
                               [](auto const &targets) { return !targets.empty(); });
  if (!own)
    section.paragraphs.push_back(
        say("下级地区没有自己的规划目标，所以不计算下级的完成率。",
            "The districts below have no target of their own, so no rate of theirs is given."));
  return section;
}

PaperSection MonitorWords::not_measured() const {
  return {say("其他指标", "Other indicators"), {}, {}, {}};
}

}  // namespace wza::audit

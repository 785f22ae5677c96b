// SPDX-License-Identifier: Apache-2.0
#include "audit/cli/columns.h"
#include "audit/pages/format.h"
#include "audit/report/plan.h"

#include <fmt/format.h>

#include <sstream>
#include <utility>

namespace wza::audit {
namespace {

using gis::PlanReport;
using gis::ShownCount;

/// The sentences above the table of plan_text().
class PlanWords {
 public:
  PlanWords(PlanReport const &report, Lang lang) : m_report(report), m_zh(lang == Lang::zh) {}

  std::string all() const {
    std::string out = head();
    for (auto const &one : m_report.promises)
      out += promise(one);
    if (!m_report.promises.empty()) return out;
    return out +
           (m_zh ? "\n该规划没有写明户数或比率。\n" : "\nThe plan promises no number of homes.\n");
  }

 private:
  std::string head() const {
    auto const &plan = m_report.plan;
    std::string out =
        fmt::format("{} ({})  {}–{}  {}\n", m_zh ? plan.title.zh : plan.title.en, plan.id.value,
                    plan.from_year, plan.to_year, label(plan.status).in(lang()));
    out += m_zh ? fmt::format("截至 {}", m_report.day.iso())
                : fmt::format("As of {}", m_report.day.iso());
    if (m_report.as_of.known) {
      out += m_zh ? fmt::format("，只用 {} 及以前录入的记录", m_report.as_of.known->iso())
                  : fmt::format(", from what was recorded by {}", m_report.as_of.known->iso());
    }
    out += m_zh ? fmt::format("；计数口径：{}。\n", label(m_report.rule).zh)
                : fmt::format("; counted by: {}.\n", label(m_report.rule).en);
    return out;
  }

  std::string promise(gis::Promise const &promise) const {
    auto const &target = promise.target;
    auto const &name = m_zh ? promise.indicator.name.zh : promise.indicator.name.en;
    std::string out = fmt::format(
        "\n{}  {} {}{}  {}\n", name,
        target.year ? fmt::format("{}", *target.year) : std::string(m_zh ? "未写年份" : "no year"),
        target.quoted, target.unit, label(target.nature).in(lang()));
    if (auto const &note = m_zh ? target.note.zh : target.note.en; !note.empty())
      out += "  " + note + "\n";
    if (promise.denominator)
      out += (m_zh ? "  分母：" : "  Denominator: ") + denominator_words(promise, lang()) + "\n";
    if (promise.readings.empty()) {
      bool const counts = promise.indicator.numerator == Counted::accepted_homes;
      out += counts ? (m_zh ? "  没有分母，无法计算。\n" : "  No denominator: cannot be told.\n")
                    : (m_zh ? "  本系统不统计此项。\n" : "  Not counted here.\n");
    }
    for (auto const &reading : promise.readings)
      out += one(promise, reading);
    return out;
  }

  Lang lang() const { return m_zh ? Lang::zh : Lang::en; }

  /// "36 / 53（67.9%），目标 51"; a promise of homes has its target below the stroke.
  std::string one(gis::Promise const &promise, gis::PromiseReading const &reading) const {
    bool const share = promise.denominator && promise.indicator.kind == IndicatorKind::rate;
    std::string out = fmt::format(
        "  {}{} {} / {}", label(reading.reading).in(lang()), m_zh ? "：" : ":",
        plan_count(reading.counted),
        share ? fmt::format("{}", promise.denominator->homes) : fmt::format("{}", reading.target));
    if (auto const rate = gis::rate_of(promise, reading))
      out += fmt::format(fmt::runtime(m_zh ? "（{:.1f}%）" : " ({:.1f}%)"), *rate * 100);
    if (share)
      out += fmt::format(fmt::runtime(m_zh ? "，目标 {} 户" : ", target {} homes"), reading.target);
    auto const &pace = reading.pace;
    if (!pace) return out + "\n";
    out += m_zh ? fmt::format("，到今应完成 {}，{}", pace->due, label(pace->standing).zh)
                : fmt::format(", due by now {}, {}", pace->due, label(pace->standing).en);
    if (pace->forecast)
      out += fmt::format(fmt::runtime(m_zh ? "，预计 {}" : ", forecast {}"), *pace->forecast);
    if (pace->needed_per_month && pace->missing > 0) {
      out += fmt::format(fmt::runtime(m_zh ? "，每月需 {:.1f}" : ", {:.1f} a month are needed"),
                         *pace->needed_per_month);
    }
    return out + "\n";
  }

  PlanReport const &m_report;
  bool m_zh;
};

/// The sentence of a count that is not 0.
void add(std::vector<std::string> &notes, std::int64_t number, TextView words, Lang lang) {
  if (number > 0) notes.push_back(fmt::format(fmt::runtime(words.in(lang)), number));
}

void add_cautions(std::vector<std::string> &notes, gis::PlanCautions const &c, Lang lang) {
  add(notes, c.undated,
      {"{} 条已验收记录没有日期，未计入。",
       "{} accepted records have no date and are not counted."},
      lang);
  add(notes, c.left_undated,
      {"{} 条已放弃或不符合的记录没有日期，在任何一天都不算有需要的户。",
       "{} withdrawn or rejected records have no date; on no day are they in need."},
      lang);
  add(notes, c.repeated,
      {"{} 条记录属于已计过一次的户。",
       "{} further records belong to homes that are counted once."},
      lang);
  add(notes, c.shared_places,
      {"{} 户与另一计入的户住址相同；用 --rule place 可按住址计。",
       "{} counted homes share a place with another; --rule place counts places."},
      lang);
  add(notes, c.not_severe, {"{} 户为三级或四级。", "{} counted homes are of grade 3 or 4."}, lang);
  add(notes, c.grade_unknown, {"{} 户等级未知。", "{} counted homes are of unknown grade."}, lang);
  add(notes, c.no_acceptance,
      {"{} 户没有登记验收凭证。", "{} counted homes have no evidence of acceptance on record."},
      lang);
  add(notes, c.corrected_since,
      {"{} 条记录在该日之后被更正；加 --known-on 可看到更正以前的数。",
       "{} records were corrected after that day; --known-on shows the numbers before."},
      lang);
}

}  // namespace

std::string denominator_words(gis::Promise const &promise, Lang lang) {
  auto const &whole = promise.denominator;
  if (!whole) return lang == Lang::zh ? "没有，无法计算" : "none, so it cannot be told";
  Text const source = promise.own_denominator
                          ? Text{"本系统登记的需求户，非官方统计",
                                 "homes in need that this tracker has; no official count"}
                          : Text{whole->source, whole->source};
  return fmt::format(
      fmt::runtime(lang == Lang::zh ? "{:.0f} 户（{}，{}）" : "{:.0f} homes ({}, {})"),
      whole->homes, whole->counted_on.iso(), source.in(lang));
}

std::string boundary_words(PlanReport const &report, Lang lang) {
  if (report.boundaries.empty())
    return lang == Lang::zh ? "无，按登记的代码归属" : "none; by declared code";
  return fmt::format("{}", fmt::join(report.boundaries, "; "));
}

std::vector<std::string> plan_notes(PlanReport const &report, Lang lang) {
  bool const zh = lang == Lang::zh;
  std::vector<std::string> notes;
  for (auto const &before : report.baselines) {
    if (before.indicator.value != "home-retrofits") continue;
    int const from = before.from_year.value_or(0), to = before.to_year.value_or(0);
    notes.push_back(
        zh ? fmt::format("{}—{} 年已改造 {:.0f} 户，不计入本规划。", from, to, before.value)
           : fmt::format("{:.0f} homes were retrofitted in {}–{}; they do not count here.",
                         before.value, from, to));
  }
  notes.push_back((zh ? "行政区划边界：" : "Boundaries: ") + boundary_words(report, lang));
  if (report.threshold <= 0) {
    add_cautions(notes, report.cautions, lang);
    return notes;
  }
  if (report.withheld_by) {
    notes.push_back(zh ? fmt::format("“{}”的公布表隐去了本地区的数；为免相减推出，本表全部隐去。",
                                     report.withheld_by->zh)
                       : fmt::format("The published table of “{}” hides this district: shown here, "
                                     "its count could be worked out, so all is hidden.",
                                     report.withheld_by->en));
  }
  notes.push_back(hidden_words(report.threshold, lang));
  return notes;
}

std::string plan_count(ShownCount const &count) {
  return count ? fmt::format("{}", *count) : "*";
}

std::string plan_row_name(gis::PlanTableRow const &row, Lang lang) {
  if (!row.rest) return row.name;
  return lang == Lang::zh ? "（未分到下级）" : "(placed no lower)";
}

std::vector<std::string> plan_sentences(PlanReport const &report, Lang lang) {
  std::istringstream text(PlanWords(report, lang).all());
  std::vector<std::string> lines;
  for (std::string line; std::getline(text, line);) {
    line.erase(0, line.find_first_not_of(' '));
    if (!line.empty()) lines.push_back(std::move(line));
  }
  return lines;
}

std::string plan_text(PlanReport const &report, Lang lang) {
  std::string out = PlanWords(report, lang).all();
  Columns table;
  table.column(lang == Lang::zh ? "行政区" : "District", Align::left);
  for (auto const &column : report.table.columns)
    table.column(column.name.in(lang), Align::right);
  table.column(lang == Lang::zh ? "合计" : "Total", Align::right);
  for (auto const &row : report.table.rows) {
    std::string name(2 * static_cast<std::size_t>(row.depth), ' ');
    name += plan_row_name(row, lang);
    std::vector<std::string> cells{std::move(name)};
    for (auto const &cell : row.cells)
      cells.push_back(plan_count(cell));
    cells.push_back(plan_count(row.total));
    table.row(std::move(cells));
  }
  out += "\n" + table.str() + "\n";
  for (auto const &note : plan_notes(report, lang))
    out += note + "\n";
  return out;
}

}  // namespace wza::audit

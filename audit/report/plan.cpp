// SPDX-License-Identifier: Apache-2.0
#include "audit/report/plan.h"

#include "audit/cli/columns.h"
#include "audit/report/csv.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace wza::audit {
namespace {

using Json = nlohmann::ordered_json;
using gis::PlanReport;
using gis::ShownCount;

template <class T>
Json optional_json(std::optional<T> const &value) {
  return value ? Json(*value) : Json();
}
Json day_json(std::optional<LocalDate> const &day) {
  return day ? Json(day->iso()) : Json();
}

Json head_json(PlanReport const &report) {
  Json json{{"schema", "wza.plan/1"},
            {"row", "plan"},
            {"plan", report.plan.id.value},
            {"district", report.plan.district.value},
            {"title", {{"zh", report.plan.title.zh}, {"en", report.plan.title.en}}},
            {"status", key(report.plan.status)},
            {"from_year", report.plan.from_year},
            {"to_year", report.plan.to_year},
            {"day", report.day.iso()},
            {"as_of", day_json(report.as_of.day)},
            {"known_on", day_json(report.as_of.known)},
            {"rule", key(report.rule)},
            {"by", key(report.by)},
            {"boundaries", report.boundaries},
            {"published_below", report.threshold > 0 ? Json(report.threshold) : Json()}};
  if (report.threshold == 0) {
    auto const &c = report.cautions;
    json["cautions"] = {
        {"accepted_undated", c.undated},       {"repeated_records", c.repeated},
        {"sharing_a_place", c.shared_places},  {"grade_3_or_4", c.not_severe},
        {"grade_unknown", c.grade_unknown},    {"without_acceptance_evidence", c.no_acceptance},
        {"corrected_since", c.corrected_since}};
  }
  json["before_the_plan"] = Json::array();
  for (auto const &before : report.baselines) {
    json["before_the_plan"].push_back({{"indicator", before.indicator.value},
                                       {"from_year", optional_json(before.from_year)},
                                       {"to_year", optional_json(before.to_year)},
                                       {"value", before.value}});
  }
  return json;
}

Json reading_json(gis::Promise const &promise, gis::PromiseReading const *reading) {
  auto const &target = promise.target;
  auto const &pace = reading ? reading->pace : std::nullopt;
  Json json{{"row", "promise"},
            {"target_id", target.id.value},
            {"indicator", target.indicator.value},
            {"year", optional_json(target.year)},
            {"quoted", target.quoted},
            {"unit", target.unit},
            {"nature", key(target.nature)},
            {"reading", reading ? Json(key(reading->reading)) : Json()},
            {"target", reading ? Json(reading->target) : Json()},
            {"counted", reading ? optional_json(reading->counted) : Json()},
            {"rate", pace ? Json(pace->rate) : Json()},
            {"missing", pace ? Json(pace->missing) : Json()},
            {"due", pace ? Json(pace->due) : Json()},
            {"days_left", pace ? Json(pace->days_left) : Json()},
            {"forecast", pace ? optional_json(pace->forecast) : Json()},
            {"needed_per_month", pace ? optional_json(pace->needed_per_month) : Json()},
            {"standing", pace ? Json(key(pace->standing)) : Json("unknown")}};
  auto const &whole = promise.denominator;
  json["denominator"] = whole ? Json(whole->homes) : Json();
  json["denominator_day"] = whole ? Json(whole->counted_on.iso()) : Json();
  json["denominator_source"] = !whole                    ? Json()
                               : promise.own_denominator ? Json("tracker")
                                                         : Json(whole->source);
  return json;
}

std::vector<Json> promise_rows(PlanReport const &report) {
  std::vector<Json> rows;
  for (auto const &promise : report.promises) {
    for (auto const &reading : promise.readings)
      rows.push_back(reading_json(promise, &reading));
    if (promise.readings.empty()) rows.push_back(reading_json(promise, nullptr));
  }
  return rows;
}

std::vector<Json> table_rows(PlanReport const &report, bool stars) {
  auto const cell = [&](ShownCount const &count) {
    return count ? Json(*count) : stars ? Json("*") : Json();
  };
  std::vector<Json> rows;
  for (auto const &row : report.table.rows) {
    Json json{{"row", "district"}, {"district", row.district.value},
              {"name", row.name},  {"level", key(row.level)},
              {"rest", row.rest},  {"total", cell(row.total)}};
    Json cells = Json::object();
    for (std::size_t c = 0; c < row.cells.size(); ++c)
      cells[report.table.columns[c].key] = cell(row.cells[c]);
    json[std::string(key(report.by))] = std::move(cells);
    rows.push_back(std::move(json));
  }
  return rows;
}

std::string lines(std::vector<Json> const &objects) {
  std::string out;
  for (auto const &object : objects)
    out += object.dump() + "\n";
  return out;
}

std::string shown(ShownCount const &count) {
  return count ? fmt::format("{}", *count) : "*";
}

Json home_json(gis::PlanHome const &home) {
  auto const &r = home.record;
  return {{"fid", r.id.value},
          {"household", r.household.value},
          {"district", r.district.value},
          {"programme", r.programme},
          {"year", r.year},
          {"accepted_on", day_json(r.accepted_on)},
          {"category", optional_json(r.category)},
          {"grade", optional_json(r.grade)},
          {"money_source", optional_json(r.money_source)},
          {"column", home.column},
          {"records", home.records}};
}

Json plan_summary(Plan const &plan) {
  return {{"plan", plan.id.value},      {"district", plan.district.value},
          {"place", plan.place.zh},     {"title", plan.title.zh},
          {"status", key(plan.status)}, {"from_year", plan.from_year},
          {"to_year", plan.to_year},    {"rule", key(plan.rule)}};
}

template <class T>
std::vector<Json> each(std::vector<T> const &things, Json (*json_of)(T const &)) {
  std::vector<Json> out;
  for (auto const &thing : things)
    out.push_back(json_of(thing));
  return out;
}

std::string with_schema(std::vector<Json> objects, std::string_view schema) {
  if (objects.empty()) return Json{{"schema", schema}}.dump() + "\n";
  Json first{{"schema", schema}};
  first.update(objects.front());
  objects.front() = std::move(first);
  return lines(objects);
}

/// The sentences above and below the tables of plan_text().
class Words {
 public:
  Words(PlanReport const &report, Lang lang) : m_report(report), m_zh(lang == Lang::zh) {}

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
    if (auto const &whole = promise.denominator) {
      out += m_zh ? fmt::format(
                        "  分母：{:.0f} 户（{}，{}）\n", whole->homes, whole->counted_on.iso(),
                        promise.own_denominator ? "本系统登记的需求户，非官方统计" : whole->source)
                  : fmt::format("  Denominator: {:.0f} homes ({}, {})\n", whole->homes,
                                whole->counted_on.iso(),
                                promise.own_denominator
                                    ? "homes in need that this tracker has; no official count"
                                    : whole->source);
    }
    if (promise.readings.empty()) {
      bool const counts = promise.indicator.numerator == Counted::accepted_homes;
      out += counts ? (m_zh ? "  没有分母，无法计算。\n" : "  No denominator: cannot be told.\n")
                    : (m_zh ? "  本系统不统计此项。\n" : "  Not counted here.\n");
    }
    for (auto const &reading : promise.readings)
      out += one(reading);
    return out;
  }

  std::string foot() const {
    std::string out;
    for (auto const &before : m_report.baselines) {
      if (before.indicator.value != "home-retrofits") continue;
      out +=
          m_zh
              ? fmt::format("{}—{} 年已改造 {:.0f} 户，不计入本规划。\n",
                            before.from_year.value_or(0), before.to_year.value_or(0), before.value)
              : fmt::format("{:.0f} homes were retrofitted in {}–{}; they do not count here.\n",
                            before.value, before.from_year.value_or(0), before.to_year.value_or(0));
    }
    auto const boundaries =
        m_report.boundaries.empty()
            ? std::string(m_zh ? "无，按登记的代码归属" : "none; by declared code")
            : fmt::format("{}", fmt::join(m_report.boundaries, "; "));
    out += fmt::format("{}{}\n", m_zh ? "行政区划边界：" : "Boundaries: ", boundaries);
    if (m_report.threshold > 0) {
      out += m_zh ? fmt::format("* 为保护个人隐私而隐去：少于 {} 户的数，以及用来推算它们的数。\n",
                                m_report.threshold)
                  : fmt::format(
                        "* hidden to protect people: counts below {} and what they could be "
                        "worked out from.\n",
                        m_report.threshold);
      return out;
    }
    auto const &c = m_report.cautions;
    add(out, c.undated, "{} 条已验收记录没有日期，未计入。\n",
        "{} accepted records have no date and are not counted.\n");
    add(out, c.repeated, "{} 条记录属于已计过一次的户。\n",
        "{} further records belong to homes that are counted once.\n");
    add(out, c.shared_places, "{} 户与另一计入的户住址相同；用 --rule place 可按住址计。\n",
        "{} counted homes share a place with another; --rule place counts places.\n");
    add(out, c.not_severe, "{} 户为三级或四级。\n", "{} counted homes are of grade 3 or 4.\n");
    add(out, c.grade_unknown, "{} 户等级未知。\n", "{} counted homes are of unknown grade.\n");
    add(out, c.no_acceptance, "{} 户没有登记验收凭证。\n",
        "{} counted homes have no evidence of acceptance on record.\n");
    add(out, c.corrected_since, "{} 条记录在该日之后被更正；加 --known-on 可看到更正以前的数。\n",
        "{} records were corrected after that day; --known-on shows the numbers before.\n");
    return out;
  }

 private:
  Lang lang() const { return m_zh ? Lang::zh : Lang::en; }

  std::string one(gis::PromiseReading const &reading) const {
    std::string out = fmt::format("  {}{} {} / {}", label(reading.reading).in(lang()),
                                  m_zh ? "：" : ":", shown(reading.counted), reading.target);
    auto const &pace = reading.pace;
    if (!pace) return out + "\n";
    out += m_zh ? fmt::format("（{:.1f}%），到今应完成 {}，{}", pace->rate * 100, pace->due,
                              label(pace->standing).zh)
                : fmt::format(" ({:.1f}%), due by now {}, {}", pace->rate * 100, pace->due,
                              label(pace->standing).en);
    if (pace->forecast)
      out += fmt::format(fmt::runtime(m_zh ? "，预计 {}" : ", forecast {}"), *pace->forecast);
    if (pace->needed_per_month && pace->missing > 0) {
      out += fmt::format(fmt::runtime(m_zh ? "，每月需 {:.1f}" : ", {:.1f} a month are needed"),
                         *pace->needed_per_month);
    }
    return out + "\n";
  }

  void add(std::string &out, std::int64_t number, char const *zh, char const *en) const {
    if (number > 0) out += fmt::format(fmt::runtime(m_zh ? zh : en), number);
  }

  PlanReport const &m_report;
  bool m_zh;
};

}  // namespace

std::string plan_text(PlanReport const &report, Lang lang) {
  Words const words(report, lang);
  std::string out = words.head();
  for (auto const &promise : report.promises)
    out += words.promise(promise);
  if (report.promises.empty()) {
    out += lang == Lang::zh ? "\n该规划没有写明户数或比率。\n"
                            : "\nThe plan promises no number of homes.\n";
  }
  Columns table;
  table.column(lang == Lang::zh ? "行政区" : "District", Align::left);
  for (auto const &column : report.table.columns)
    table.column(column.name.in(lang), Align::right);
  table.column(lang == Lang::zh ? "合计" : "Total", Align::right);
  for (auto const &row : report.table.rows) {
    std::string name(2 * static_cast<std::size_t>(row.depth), ' ');
    name += row.rest ? (lang == Lang::zh ? "（未分到下级）" : "(placed no lower)") : row.name;
    std::vector<std::string> cells{std::move(name)};
    for (auto const &cell : row.cells)
      cells.push_back(shown(cell));
    cells.push_back(shown(row.total));
    table.row(std::move(cells));
  }
  return out + "\n" + table.str() + "\n" + words.foot();
}

std::string plan_csv(PlanReport const &report, bool promises) {
  return csv_of(promises ? promise_rows(report) : table_rows(report, true));
}

std::string plan_json(PlanReport const &report) {
  std::vector<Json> objects{head_json(report)};
  for (auto &row : promise_rows(report))
    objects.push_back(std::move(row));
  for (auto &row : table_rows(report, false))
    objects.push_back(std::move(row));
  return lines(objects);
}

std::string plan_homes_text(std::vector<gis::PlanHome> const &homes, Lang lang) {
  bool const zh = lang == Lang::zh;
  Columns table;
  table.column(zh ? "编号" : "Id", Align::right);
  for (auto const *name :
       zh ? std::array{"户", "行政区", "项目", "年度", "验收", "类别", "等级"}
          : std::array{"Home", "District", "Programme", "Year", "Accepted", "Category", "Grade"})
    table.column(name, Align::left);
  for (auto const &home : homes) {
    auto const &r = home.record;
    table.row({fmt::format("{}", r.id.value), r.household.value, r.district.value, r.programme,
               fmt::format("{}", r.year), r.accepted_on ? r.accepted_on->iso() : "-",
               r.category.value_or("-"), r.grade ? fmt::format("{}", *r.grade) : "-"});
  }
  return table.str() +
         fmt::format(fmt::runtime(zh ? "\n共 {} 户。\n" : "\n{} homes.\n"), homes.size());
}

std::string plan_homes_csv(std::vector<gis::PlanHome> const &homes) {
  return csv_of(each(homes, home_json));
}
std::string plan_homes_json(std::vector<gis::PlanHome> const &homes) {
  return with_schema(each(homes, home_json), "wza.plan-homes/1");
}

std::string plans_text(std::vector<Plan> const &plans, Lang lang) {
  bool const zh = lang == Lang::zh;
  Columns table;
  for (auto const *name : zh ? std::array{"编号", "行政区", "地区", "年份", "状态"}
                             : std::array{"Id", "District", "Place", "Years", "Status"})
    table.column(name, Align::left);
  for (auto const &plan : plans) {
    table.row({plan.id.value, plan.district.value, plan.place.in(lang),
               fmt::format("{}–{}", plan.from_year, plan.to_year),
               std::string(label(plan.status).in(lang))});
  }
  return table.str();
}

std::string plans_csv(std::vector<Plan> const &plans) {
  return csv_of(each(plans, plan_summary));
}
std::string plans_json(std::vector<Plan> const &plans) {
  return with_schema(each(plans, plan_summary), "wza.plans/1");
}

}  // namespace wza::audit

// SPDX-License-Identifier: Apache-2.0
#include "audit/report/csv.h"
#include "audit/report/json_values.h"
#include "audit/report/plan.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace wza::audit {
namespace {

using Json = nlohmann::ordered_json;

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

Columns homes_table(std::vector<gis::PlanHome> const &homes, Lang lang) {
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
  return table;
}

Columns plans_table(std::vector<Plan> const &plans, Lang lang) {
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
  return table;
}

}  // namespace

std::string plan_homes_text(std::vector<gis::PlanHome> const &homes, Lang lang) {
  return homes_table(homes, lang).str() +
         fmt::format(fmt::runtime(lang == Lang::zh ? "\n共 {} 户。\n" : "\n{} homes.\n"),
                     homes.size());
}

Paper plan_homes_paper(std::vector<gis::PlanHome> const &homes, Plan const &plan, LocalDate day,
                       Lang lang) {
  bool const zh = lang == Lang::zh;
  return paper_of(zh ? "家庭名单" : "List of homes",
                  {{zh ? "规划" : "Plan", plan.title.in(lang)},
                   {zh ? "截至" : "As of", day.iso()},
                   {zh ? "户数" : "Homes", std::to_string(homes.size())}},
                  {paper_table(homes_table(homes, lang), zh ? "名单" : "Homes")}, {});
}

std::string plan_homes_csv(std::vector<gis::PlanHome> const &homes) {
  return csv_of(each(homes, home_json));
}
std::string plan_homes_json(std::vector<gis::PlanHome> const &homes) {
  return lines_of(each(homes, home_json), "wza.plan-homes/1");
}

std::string plans_text(std::vector<Plan> const &plans, Lang lang) {
  return plans_table(plans, lang).str();
}

Paper plans_paper(std::vector<Plan> const &plans, Lang lang) {
  bool const zh = lang == Lang::zh;
  return paper_of(zh ? "规划清单" : "Plans", {},
                  {paper_table(plans_table(plans, lang), zh ? "规划" : "Plans")}, {});
}

std::string plans_csv(std::vector<Plan> const &plans) {
  return csv_of(each(plans, plan_summary));
}
std::string plans_json(std::vector<Plan> const &plans) {
  return lines_of(each(plans, plan_summary), "wza.plans/1");
}

}  // namespace wza::audit

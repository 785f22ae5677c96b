// SPDX-License-Identifier: Apache-2.0
#include "audit/cli/plan_request.h"

#include "audit/cli/publishing.h"
#include "audit/cli/values.h"
#include "audit/report/paper.h"
#include "audit/report/plan.h"
#include "audit/report/plan_monitor.h"
#include "db/store/plans.h"
#include "gis/retrofit/plan_report.h"

#include <fmt/format.h>

#include <vector>

namespace wza::audit {
namespace {

/// The plan of an id, or the only one of a district's code or name.
Result<PlanId> plan_of(Tracker &tracker, std::string const &word) {
  PlanStore plans(tracker);
  if (plans.find(PlanId(word))) return PlanId(word);
  std::vector<PlanId> found;
  for (auto const &plan : plans.plans()) {
    if (plan.district.value == word || plan.place.zh == word) found.push_back(plan.id);
  }
  if (found.size() == 1) return found.front();
  return wrong_usage("--plan",
                     {fmt::format("没有唯一的规划对应“{}”。", word),
                      fmt::format("\"{}\" does not name one plan.", word)},
                     {"运行 wza report plan 可列出所有规划的编号。",
                      "wza report plan lists all plans with their ids."});
}

void warn_of_unprotected(App &app, gis::PlanReport const &report) {
  if (report.all_protected) return;
  app.terminal().warn({"有的小数目无法保护，请勿发布这张表；可用 --level 选更高一级。",
                       "Some small counts could not be protected: do not publish this table; "
                       "try wider rows with --level."});
}

Result<std::string> monitor(App &app, Tracker &tracker, PlanRequest const &o,
                            gis::PlanQuery const &query, PaperForm form) {
  if (o.list || query.by != gis::PlanBy::year) {
    return wrong_usage(
        "--monitor",
        {"监测表的列是年份，没有名单。", "A monitoring table is by year, and no list."},
        {"去掉 --by 或 --list。", "Leave out --by or --list."});
  }
  auto const kind = from_key<gis::MonitorKind>(o.monitor.value_or("yearly"));
  auto const made = gis::plan_monitor(tracker, query, *kind);
  if (!made) return made.problem();
  warn_of_unprotected(app, made->report);
  if (form == PaperForm::json) return monitor_json(*made);
  if (form == PaperForm::csv) return monitor_csv(*made, o.part == "promises");
  return paper_in(monitor_paper(*made, app.lang()), form, app.lang(), app.clock().now());
}

Result<std::string> list(App &app, Tracker &tracker, PlanRequest const &o,
                         gis::PlanQuery const &query, PaperForm form) {
  if (auto refused = not_published(o)) return *std::move(refused);
  auto const whole = PlanStore(tracker).find(query.plan)->district;
  // As the total's column is called in the CSV and on the page.
  bool const total = o.column == "total" || o.column == "Total" || o.column == "合计";
  auto const homes =
      gis::plan_homes(tracker, query,
                      {o.district ? DistrictCode(*o.district) : whole, o.rest,
                       total ? std::nullopt : o.column, *from_key<gis::PlanSet>(o.of)});
  if (!homes) return homes.problem();
  if (form == PaperForm::json) return plan_homes_json(*homes);
  if (form == PaperForm::csv) return plan_homes_csv(*homes);
  if (form == PaperForm::text) return plan_homes_text(*homes, app.lang());
  auto const now = app.clock().now();
  auto const plan = *PlanStore(tracker).find(query.plan);
  auto const day = query.as_of.day.value_or(LocalDate::of(now));
  return paper_in(plan_homes_paper(*homes, plan, day, app.lang()), form, app.lang(), now);
}

std::string list_of_plans(App &app, Tracker &tracker, PaperForm form) {
  auto const all = PlanStore(tracker).plans();
  if (form == PaperForm::json) return plans_json(all);
  if (form == PaperForm::csv) return plans_csv(all);
  if (form == PaperForm::text) return plans_text(all, app.lang());
  return paper_in(plans_paper(all, app.lang()), form, app.lang(), app.clock().now());
}

Problem parts_not_published() {
  return wrong_usage(
      "--level",
      {"发布的分类表只列规划的整个地区：下级地区的几户人家可能同属一类。",
       "What is published by kind is of the plan's whole district alone: the few homes of a part "
       "may all be of one kind."},
      {"去掉 --level，或用 --by year。", "Leave out --level, or give --by year."});
}

/// Tables of days that follow each other could be subtracted: what is published is of the end of a
/// year that is over, as a table's own columns are.
std::optional<Problem> day_not_published(AsOf const &as_of, gis::Publishing const &publishing) {
  bool const year_ends =
      !as_of.day || (*as_of.day <= publishing.until && gis::ends_a_year(*as_of.day));
  if (year_ends && !as_of.known) return std::nullopt;
  return wrong_usage(
      as_of.known ? "--known-on" : "--as-of",
      {"发布的表只能截至已经过去的某年 12 月 31 日：不同日期的两张表相减会推出隐去的小数目。",
       "What is published ends with a year that is over: of tables of two other days the hidden "
       "counts could be worked out."},
      {fmt::format("请写 --as-of 年份-12-31，或去掉该选项（截至 {}）。", publishing.until.iso()),
       fmt::format("Give --as-of YEAR-12-31, or leave the option out (as of {}).",
                   publishing.until.iso())});
}

}  // namespace

std::optional<Problem> not_published(PlanRequest const &o) {
  if (!o.publish) return std::nullopt;
  if (o.list) {
    return wrong_usage("--list", {"名单不能发布。", "A list is never published."},
                       {"去掉 --publish，或去掉 --list。", "Leave out --publish or --list."});
  }
  if (o.programme || o.rule) {
    return wrong_usage(
        o.programme ? "--programme" : "--rule",
        {"发布的表要按规划自己的口径、计入全部项目：两张表相减会推出隐去的小数目。",
         "What is published counts all programmes by the plan's own rule: of two tables that "
         "differ the hidden counts could be worked out."},
        {"去掉该选项；要按项目分列，用 --by programme。",
         "Leave it out; --by programme gives a column for each."});
  }
  return std::nullopt;
}

Result<gis::PlanQuery> plan_query(Tracker &tracker, gis::Publishing const &publishing,
                                  PlanRequest const &o, std::optional<std::string> const &as_of) {
  gis::PlanQuery query;
  auto const id = plan_of(tracker, *o.plan);
  if (!id) return id.problem();
  auto const day = day_value(as_of, "--as-of"), known = day_value(o.known_on, "--known-on");
  if (!day) return day.problem();
  if (!known) return known.problem();
  query.plan = *id;
  query.as_of = {*day, *known};
  if (o.by) query.by = *from_key<gis::PlanBy>(*o.by);
  if (o.level) query.level = from_key<DistrictLevel>(*o.level);
  if (o.rule) query.rule = from_key<CountRule>(*o.rule);
  query.programme = o.programme;
  if (auto refused = not_published(o)) return *std::move(refused);
  if (o.publish) {
    if (auto refused = day_not_published(query.as_of, publishing)) return *std::move(refused);
    if (query.by != gis::PlanBy::year) {
      // A district's few homes may all be of one kind, which the noughts of its row would tell.
      auto const whole = level_of(PlanStore(tracker).find(query.plan)->district);
      if (query.level && *query.level > whole) return parts_not_published();
      query.level = whole;
    }
    query.threshold = publishing.below;
    if (!query.as_of.day) query.as_of.day = publishing.until;
  }
  return query;
}

Result<std::string> answer(App &app, Tracker &tracker, PlanRequest const &o,
                           std::optional<std::string> const &as_of, PaperForm form) {
  bool const is_document = form == PaperForm::html || form == PaperForm::xlsx;
  if (!o.plan) {
    if (!o.monitor && !o.list) return list_of_plans(app, tracker, form);
    return wrong_usage("--plan", {"没有说明是哪个规划。", "Which plan is not said."},
                       {"运行 wza report plan 可列出所有规划的编号。",
                        "wza report plan lists all plans with their ids."});
  }
  auto const query = plan_query(tracker, publishing(app), o, as_of);
  if (!query) return query.problem();
  if (o.monitor || (is_document && !o.list)) return monitor(app, tracker, o, *query, form);
  if (o.list) return list(app, tracker, o, *query, form);
  auto const report = gis::plan_report(tracker, *query);
  if (!report) return report.problem();
  warn_of_unprotected(app, *report);
  if (form == PaperForm::json) return plan_json(*report);
  if (form == PaperForm::csv) return plan_csv(*report, o.part == "promises");
  return plan_text(*report, app.lang());
}

void declare_table(Args &args, PlanRequest &o) {
  args.option("--plan", o.plan, "PLAN",
              {"plan：规划编号、区划代码或地名", "plan: id, district code or place"});
  args.option(
      "--known-on", o.known_on, "DATE",
      {"plan、monthly：只用这一天及以前录入的记录（重现当时的数）",
       "plan, monthly: only from what was recorded by this day (the numbers as they stood)"});
  args.choice("--by", o.by, {"year", "programme", "category", "grade", "money"},
              {"plan：表的列；默认验收年份", "plan: the columns; default year"});
  args.choice("--level", o.level, {"province", "prefecture", "county", "township", "village"},
              {"plan：表展开到哪一级", "plan: the narrowest districts that have rows"});
  args.option("--programme", o.programme, "NAME",
              {"plan：只计这个项目", "plan: only homes of this programme"});
  args.choice("--rule", o.rule, {"record", "person", "place"},
              {"plan：什么只计一次；默认按规划", "plan: what counts once; default the plan's own"});
  args.flag("--publish", o.publish,
            {"plan、monthly、districts：用于发布，户数截至去年年末，隐去小数目（少于 "
             "$WZA_PUBLISH_BELOW 户，默认 5）",
             "plan, monthly, districts: for publishing; homes as of the end of last year, small "
             "counts hidden (below $WZA_PUBLISH_BELOW, else 5)"});
}

void declare(Args &args, PlanRequest &o) {
  declare_table(args, o);
  args.choice("--monitor", o.monitor, {"yearly", "mid-term", "final"},
              {"plan：规划监测表（年度、中期、终期）；文件为 .html、.pdf、.xlsx 时默认 yearly",
               "plan: its monitoring table; yearly is the default of .html, .pdf and .xlsx files"});
  args.choice("--part", o.part, {"table", "promises"},
              {"plan：CSV 写表还是写承诺", "plan: what a CSV has, the table or the promises"});
  args.flag("--list", o.list,
            {"plan：列出一个格子里的户；coverage：列出从未检查的设施",
             "plan: lists the homes of a cell; coverage: the places never inspected"});
  args.option("--district", o.district, "CODE",
              {"monthly、coverage：哪个地区；plan --list：哪一行，默认全部",
               "monthly, coverage: which district; plan --list: which row, default the first"});
  args.option("--column", o.column, "KEY",
              {"plan --list：哪一列；默认合计", "plan --list: which column; default the total"});
  args.choice("--of", o.of, {"counted", "all_years", "in_need"},
              {"plan --list：表中的户（默认）、历年验收的户，或作分母的有需要的户",
               "plan --list: homes of the table (default), of all years, or those in need, the "
               "denominator"});
  args.flag("--rest", o.rest,
            {"plan --list：“未分到下级”那一行", "plan --list: the row of homes placed no lower"});
}

}  // namespace wza::audit

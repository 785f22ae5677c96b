// SPDX-License-Identifier: Apache-2.0
// wza retrofit: one home at a time, from application to acceptance, and the settings of programmes.
#include "audit/cli/command.h"
#include "audit/cli/retrofit_request.h"
#include "db/sqlite/transaction.h"

#include <memory>

namespace wza::audit {
namespace {

ExitCode refuse(App &app, Problem const &problem) {
  app.terminal().refuse(problem);
  return problem.code == ProblemCode::usage ? ExitCode::usage : ExitCode::refused;
}

ExitCode run(App &app, RetrofitRequest const &o) {
  bool const reads = o.action == "show" || o.action == "duplicates" || o.action == "programmes";
  Tracker tracker = app.open_tracker(reads ? Tracker::Access::read : Tracker::Access::write);
  if (reads) {
    auto const content = show_retrofit(app, tracker, o);
    if (!content) return refuse(app, content.problem());
    app.terminal().data() << *content;
    return ExitCode::done;
  }
  Transaction transaction(tracker.db());
  auto const done = change_retrofit(app, tracker, o);
  if (!done) return refuse(app, done.problem());
  transaction.commit();
  app.terminal().say({"已记录。", "Recorded."});
  return ExitCode::done;
}

}  // namespace

extern Command const retrofit_command{
    .name = "retrofit",
    .summary = {"一户一档：凭证、状态、更正、重复的户，以及各项目的条件",
                "one home at a time: evidence, states, corrections, duplicates, programmes"},
    .details =
        {"show ID                 一户的状态、凭证、条件，以及下一步还缺什么\n"
         "prove ID 凭证           登记一件凭证：--on 日期 [--by 单位] [--ref 编号 | --file 文件]\n"
         "advance ID 状态         进入下一状态：--on 日期；凭证不全或验收方即施工方则拒绝\n"
         "correct ID 状态         更正记错的状态：--on 日期 --reason 原因\n"
         "certificate ID          遮盖后的残疾人证号；谁看过会记录下来\n"
         "set ID                  计划和实付金额、资金来源、改造项目\n"
         "duplicates              同一人或同一住址的多条记录\n"
         "programmes              各项目的条件\n"
         "programme ID            设置一个项目自某年起的条件：--from-year 年 …\n"
         "凭证、单位和原因里都不要写个人信息。",
         "show ID                 state, evidence, conditions, and what the next step needs\n"
         "prove ID KIND           records evidence: --on DAY [--by UNIT] [--ref NO | --file FILE]\n"
         "advance ID STATE        to the next state: --on DAY; refused where evidence is missing\n"
         "correct ID STATE        what was recorded wrongly: --on DAY --reason TEXT\n"
         "certificate ID          the certificate number, masked; who looked is recorded\n"
         "set ID                  planned and paid money, its source, items\n"
         "duplicates              records of one person or one place\n"
         "programmes              the conditions of all programmes\n"
         "programme ID            sets those of one from a year on: --from-year YEAR …\n"
         "Write nothing personal into evidence, units and reasons."},
    .setup = [](Args &args) -> Run {
      auto o = std::make_shared<RetrofitRequest>();
      args.operand_choice("ACTION", o->action,
                          {"show", "prove", "advance", "correct", "certificate", "set",
                           "duplicates", "programmes", "programme"},
                          {"做什么", "what to do"});
      args.optional_operand("ID", o->id,
                            {"改造记录的编号，或项目编号",
                             "the retrofit's number, or "
                             "the programme's id"});
      args.optional_operand("WHAT", o->what, {"凭证种类或状态", "kind of evidence, or state"});
      args.option("--on", o->on, "DAY", {"哪一天", "on which day"});
      args.option("--by", o->by, "UNIT", {"哪个单位", "by which unit"});
      args.option("--ref", o->reference, "NO", {"合同号等", "number of the paper"});
      args.option("--file", o->file, "FILE",
                  {"照片或文件；只保存其摘要", "photo or paper; only its digest is kept"});
      args.option("--score", o->score, "1-5", {"回访的满意度", "satisfaction at a follow-up"});
      args.option("--reason", o->reason, "TEXT", {"更正的原因", "why it is corrected"});
      args.option("--planned", o->planned, "YUAN", {"计划金额", "planned money"});
      args.option("--paid", o->paid, "YUAN", {"实付金额", "paid money"});
      args.option("--source", o->source, "LIST",
                  {"资金来源，用逗号分开", "sources of money, split by commas"});
      args.list("--item", o->items, "ITEM",
                {"改造项目；可以重复", "an item; may stand more than once"});
      args.option("--from-year", o->from_year, "YEAR", {"条件自哪年起", "settings hold from"});
      args.option("--name", o->name, "NAME", {"项目名称", "name of the programme"});
      args.option("--grades", o->grades, "LIST", {"收哪些等级，如 1,2", "grades, such as 1,2"});
      args.option("--further-grades", o->further_grades, "LIST",
                  {"另收的类别和等级，如 5-3,6-3", "category-grade beyond them, such as 5-3,6-3"});
      args.option("--incomes", o->incomes, "LIST", {"收哪些困难类型", "economic states"});
      args.option("--ceiling", o->ceiling, "YUAN", {"每户上限", "ceiling of one home"});
      args.option("--again-after", o->again, "YEARS",
                  {"几年后可再享受", "after how many years a home may have it again"});
      args.choice("--devices-alone", o->devices_alone, {"yes", "no"},
                  {"只发辅具是否算改造", "whether devices without works count"});
      args.choice("--format", o->format, {"text", "json"}, {"输出格式", "output"});
      return [o](App &app) { return run(app, *o); };
    },
};

}  // namespace wza::audit

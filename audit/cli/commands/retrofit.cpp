// SPDX-License-Identifier: Apache-2.0
// wza retrofit: one home at a time, from application to acceptance, and the settings of programmes.
#include "audit/report/retrofit.h"

#include "audit/actor.h"
#include "audit/app.h"
#include "audit/cli/command.h"
#include "audit/cli/usage.h"
#include "db/base/digest.h"
#include "db/base/units.h"
#include "db/model/certificate.h"
#include "db/sqlite/transaction.h"
#include "db/store/private_store.h"
#include "db/store/runs.h"
#include "gis/retrofit/lifecycle.h"

#include <fmt/format.h>

#include <cmath>
#include <fstream>
#include <memory>
#include <sstream>

namespace wza::audit {
namespace {

struct Options {
  std::string action;
  std::optional<std::string> id, what;
  std::optional<std::string> on, by, reference, file, reason, planned, paid, source;
  std::optional<std::string> score, from_year, name, grades, further_grades, incomes, ceiling,
      again;
  std::optional<std::string> devices_alone;
  std::vector<std::string> items;
  std::string format = "text";
};

Problem missing(std::string_view field) {
  return wrong_usage(field, {fmt::format("需要 {}。", field), fmt::format("{} is needed.", field)},
                     {"见 wza retrofit --help。", "See wza retrofit --help."});
}

Result<RetrofitId> id_of(Options const &o) {
  auto const number = o.id ? parse_number(*o.id) : std::nullopt;
  if (!number || *number < 1 || *number != std::floor(*number)) return missing("ID");
  return RetrofitId{static_cast<std::int64_t>(*number)};
}

Result<LocalDate> day_of(Options const &o) {
  if (!o.on) return missing("--on");
  if (auto const day = LocalDate::parse(*o.on)) return *day;
  return wrong_usage("--on", {"日期无法识别。", "The day cannot be read."},
                     {"请写成 2024-05-06 的形式。", "Write it like 2024-05-06."});
}

Result<std::optional<std::int64_t>> fen_of(std::optional<std::string> const &text,
                                           std::string_view field) {
  if (!text) return std::optional<std::int64_t>();
  auto const yuan = parse_number(*text);
  if (yuan && *yuan >= 0 && *yuan < 1e9)
    return std::optional<std::int64_t>(std::llround(*yuan * 100));
  return wrong_usage(field, {"金额不是数字。", "The amount is no number."},
                     {"请只填写以元为单位的数字。", "Write a number of yuan."});
}

Result<std::optional<int>> whole_of(std::optional<std::string> const &text, std::string_view field,
                                    int least, int most) {
  if (!text) return std::optional<int>();
  auto const number = parse_number(*text);
  if (number && *number >= least && *number <= most && *number == std::floor(*number))
    return std::optional(static_cast<int>(*number));
  return wrong_usage(field,
                     {fmt::format("须为 {} 到 {} 的整数。", least, most),
                      fmt::format("It must be a whole number from {} to {}.", least, most)},
                     {"请改正后再运行。", "Correct it and run again."});
}

template <class E>
Result<E> word_of(std::optional<std::string> const &word, std::string_view field) {
  auto const found = word ? from_key<E>(*word) : std::nullopt;
  if (found) return *found;
  std::vector<std::string_view> all;
  for (auto const &name : Names<E>::kAll)
    all.push_back(name.key);
  return wrong_usage(field,
                     {fmt::format("须为：{}。", fmt::join(all, "、")),
                      fmt::format("It must be one of {}.", fmt::join(all, ", "))},
                     {"请改正后再运行。", "Correct it and run again."});
}

std::vector<std::string> words_of(std::string const &list) {
  std::vector<std::string> out;
  std::istringstream words(list);
  for (std::string word; std::getline(words, word, ',');)
    if (!trimmed(word).empty()) out.emplace_back(trimmed(word));
  return out;
}

/// The file stays where it is; only its digest is kept.
Result<std::string> reference_of(Options const &o) {
  if (!o.file) return o.reference.value_or("");
  std::ifstream file(*o.file, std::ios::binary);
  std::string const bytes{std::istreambuf_iterator<char>(file), {}};
  if (!file.is_open() || bytes.empty()) {
    return Problem{ProblemCode::unreadable,
                   *o.file,
                   "--file",
                   std::nullopt,
                   {"文件读不出来或是空的。", "The file cannot be read or is empty."},
                   {"请检查文件名。", "Check its name."}};
  }
  return "sha256:" + sha256(bytes);
}

Problem no_home(RetrofitId id) {
  return {ProblemCode::not_found,
          "",
          "ID",
          std::nullopt,
          {fmt::format("没有编号为 {} 的改造记录。", id.value),
           fmt::format("There is no retrofit {}.", id.value)},
          {"编号见 wza report plan --list。", "Ids stand in wza report plan --list."}};
}

Result<std::string> show(App &app, Tracker &tracker, Options const &o) {
  if (o.action == "duplicates") {
    auto const pairs = EvidenceStore(tracker).pairs();
    return o.format == "json" ? home_pairs_json(pairs) : home_pairs_text(pairs, app.lang());
  }
  if (o.action == "programmes") {
    auto const all = ProgrammeStore(tracker).all();
    return o.format == "json" ? programmes_json(all) : programmes_text(all, app.lang());
  }
  auto const id = id_of(o);
  if (!id) return id.problem();
  auto const file = home_file(tracker, *id);
  if (!file) return no_home(*id);
  return o.format == "json" ? home_file_json(*file) : home_file_text(*file, app.lang());
}

Result<Done> prove(Tracker &tracker, Options const &o) {
  auto const id = id_of(o);
  if (!id) return id.problem();
  auto const kind = word_of<Evidence>(o.what, "KIND");
  if (!kind) return kind.problem();
  auto const on = day_of(o);
  if (!on) return on.problem();
  auto const score = whole_of(o.score, "--score", 1, 5);
  if (!score) return score.problem();
  if (*score && *kind != Evidence::follow_up) {
    return wrong_usage("--score", {"满意度只用于回访。", "A score belongs to a follow-up visit."},
                       {"请用 follow_up。", "Use follow_up."});
  }
  auto const reference = reference_of(o);
  if (!reference) return reference.problem();
  if (!RetrofitStore(tracker).find(*id)) return no_home(*id);
  EvidenceStore(tracker).put(*id, {*kind, *on, o.by.value_or(""), *reference, *score}, actor());
  return Done{};
}

Result<Done> set_home(Tracker &tracker, Options const &o) {
  auto const id = id_of(o);
  if (!id) return id.problem();
  RetrofitStore store(tracker);
  auto home = store.find(*id);
  if (!home) return no_home(*id);
  auto const planned = fen_of(o.planned, "--planned"), paid = fen_of(o.paid, "--paid");
  if (!planned) return planned.problem();
  if (!paid) return paid.problem();
  if (*planned) home->planned_fen = *planned;
  if (*paid) home->paid_fen = *paid;
  if (o.source) home->money_source = fmt::format("{}", fmt::join(words_of(*o.source), ";"));
  if (!o.items.empty()) home->works.clear();
  for (auto const &word : o.items) {
    auto item = store.item(word);
    if (!item) {
      return wrong_usage(
          "--item",
          {fmt::format("目录中没有“{}”。", word),
           fmt::format("The catalogue has no \"{}\".", word)},
          {"请用 retrofit_items.tsv 的编号或名称。", "Give a code or name of retrofit_items.tsv."});
    }
    home->works.push_back({std::move(item), word});
  }
  for (auto const &found : gis::eligibility_of(tracker, *id, *home)) {
    if (found.condition != gis::Condition::cap || found.outcome != Outcome::failed) continue;
    return Problem{
        ProblemCode::conflict,
        "",
        "cap",
        std::nullopt,
        found.reason,
        {"请核对金额，或由本单位调整上限。", "Check the amount, or have the ceiling changed."}};
  }
  store.write(*home, "updated", actor(), "");
  return Done{};
}

Result<Done> set_programme(Tracker &tracker, Options const &o) {
  if (!o.id) return missing("ID");
  auto const year = whole_of(o.from_year, "--from-year", 1990, 2100);
  if (!year) return year.problem();
  if (!*year) return missing("--from-year");
  ProgrammeStore store(tracker);
  auto programme = store.find(*o.id, **year).value_or(Programme{});
  if (programme.id.empty() && !o.name) return missing("--name");
  if (programme.id.empty()) programme.id = *o.id;
  programme.from_year = **year;
  if (o.name) programme.name = {*o.name, *o.name};
  if (o.grades) programme.grades = words_of(*o.grades);
  if (o.further_grades) programme.further_grades = words_of(*o.further_grades);
  if (o.incomes) programme.incomes = words_of(*o.incomes);
  for (auto const &code : programme.incomes) {
    if (store.has_income(code)) continue;
    return wrong_usage("--incomes",
                       {fmt::format("没有困难类型“{}”。", code),
                        fmt::format("There is no economic state \"{}\".", code)},
                       {"可用：allowance,at_risk,destitute,edge,other。",
                        "There are allowance,at_risk,destitute,edge,other."});
  }
  auto const ceiling = fen_of(o.ceiling, "--ceiling");
  if (!ceiling) return ceiling.problem();
  if (*ceiling) programme.ceiling_fen = *ceiling;
  auto const again = whole_of(o.again, "--again-after", 0, 100);
  if (!again) return again.problem();
  if (*again) programme.again_after_years = *again;
  if (o.devices_alone) programme.devices_alone = *o.devices_alone == "yes";
  store.put_local(programme);
  return Done{};
}

/// To tell two papers apart: masked, and who looked stands in the history.
Result<Done> certificate(App &app, Tracker &tracker, Options const &o) {
  auto const id = id_of(o);
  if (!id) return id.problem();
  auto const home = RetrofitStore(tracker).find(*id);
  if (!home) return no_home(*id);
  auto const record = PrivateStore::open(tracker).get(home->household);
  append_event(tracker, {actor(), std::nullopt, "certificate_shown_masked", "private_reads",
                         fmt::format("{}", id->value), nullptr, nullptr});
  bool const known = record && record->contains(PrivateField::certificate);
  app.terminal().data() << (known ? masked_certificate(record->at(PrivateField::certificate)) : "-")
                        << "\n";
  return Done{};
}

Result<Done> change(App &app, Tracker &tracker, Options const &o) {
  if (o.action == "certificate") return certificate(app, tracker, o);
  if (o.action == "prove") return prove(tracker, o);
  if (o.action == "set") return set_home(tracker, o);
  if (o.action == "programme") return set_programme(tracker, o);
  auto const id = id_of(o);
  if (!id) return id.problem();
  auto const state = word_of<RetrofitState>(o.what, "STATE");
  if (!state) return state.problem();
  auto const on = day_of(o);
  if (!on) return on.problem();
  if (o.action == "advance") return gis::advance(tracker, *id, *state, *on, actor());
  return gis::correct(tracker, *id, *state, *on, o.reason.value_or(""), actor());
}

ExitCode refuse(App &app, Problem const &problem) {
  app.terminal().refuse(problem);
  return problem.code == ProblemCode::usage ? ExitCode::usage : ExitCode::refused;
}

ExitCode run(App &app, Options const &o) {
  bool const reads = o.action == "show" || o.action == "duplicates" || o.action == "programmes";
  Tracker tracker = app.open_tracker(reads ? Tracker::Access::read : Tracker::Access::write);
  if (reads) {
    auto const content = show(app, tracker, o);
    if (!content) return refuse(app, content.problem());
    app.terminal().data() << *content;
    return ExitCode::done;
  }
  Transaction transaction(tracker.db());
  auto const done = change(app, tracker, o);
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
      auto o = std::make_shared<Options>();
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

// SPDX-License-Identifier: Apache-2.0
// wza round: plans a round from the places of the tracker, and says how far the rounds have come.
#include "audit/report/round.h"

#include "audit/actor.h"
#include "audit/app.h"
#include "audit/cli/command.h"
#include "audit/cli/usage.h"
#include "audit/cli/values.h"
#include "db/sqlite/transaction.h"
#include "db/store/districts.h"
#include "db/store/facilities.h"
#include "db/store/place_standings.h"
#include "db/store/rounds.h"

#include <fmt/format.h>

#include <memory>

namespace wza::audit {
namespace {

struct Options {
  std::string action;
  std::optional<std::string> id, title, team, from, to, kind, as_of;
  std::optional<std::string> district, place, unit, not_since;
  bool never_inspected = false, recheck = false, dry_run = false;
  std::string format = "text";
};

Problem missing(std::string_view field) {
  return wrong_usage(field, {fmt::format("需要 {}。", field), fmt::format("{} is needed.", field)},
                     {"见 wza round --help。", "See wza round --help."});
}

Problem nothing_known(std::string_view field, std::string const &word, Text reason, Text remedy) {
  return {ProblemCode::not_found, word, std::string(field), std::nullopt, std::move(reason),
          std::move(remedy)};
}

/// Which places the options ask for.
Result<PlaceWish> wish_of(Tracker &tracker, Options const &o) {
  PlaceWish wish;
  if (o.district) {
    wish.district = DistrictCode(*o.district);
    if (!DistrictStore(tracker).find(*wish.district)) {
      return no_district("--district", *o.district);
    }
  }
  if (o.place) {
    wish.place_type = FacilityStore(tracker).place_type(*o.place);
    if (!wish.place_type) {
      return nothing_known("--place", *o.place,
                           {"没有这种场所类型。", "There is no such type of place."},
                           {"wza rules 列出全部类型。", "wza rules lists all types."});
    }
  }
  auto const not_since = day_value(o.not_since, "--not-since");
  if (!not_since) return not_since.problem();
  wish.not_since = *not_since;
  wish.owner = o.unit;
  wish.never_inspected = o.never_inspected;
  wish.open_findings = o.recheck;
  return wish;
}

/// The round as the options say it, without its places.
Result<Round> head_of(Tracker &tracker, Options const &o) {
  auto const from = day_value(o.from, "--from"), to = day_value(o.to, "--to");
  if (!from) return from.problem();
  if (!to) return to.problem();
  if (!o.title) return missing("--title");
  for (auto const &[text, field] :
       {std::pair{&o.title, "--title"}, std::pair{&o.team, "--team"}, std::pair{&o.id, "ID"}}) {
    if (auto problem = personal_number_in(*text, field)) return *std::move(problem);
  }
  if (!*from) return missing("--from");
  if (!*to) return missing("--to");
  if (**to < **from) {
    return wrong_usage("--to", {"结束日期早于开始日期。", "It ends before it begins."},
                       {"请核对两个日期。", "Check both days."});
  }
  Round round;
  round.title = *o.title;
  round.team = o.team.value_or("");
  round.from = **from;
  round.to = **to;
  round.kind = o.recheck ? InspectionKind::recheck
               : o.kind  ? *from_key<InspectionKind>(*o.kind)
                         : InspectionKind::routine;
  RoundStore store(tracker);
  round.id = o.id ? RoundId(*o.id) : store.next_id(round.from.year());
  if (!store.find(round.id)) return round;
  return Problem{ProblemCode::duplicate,
                 round.id.value,
                 "ID",
                 std::nullopt,
                 {"已经有这个编号的轮次。", "There is a round of this id already."},
                 {"请换一个编号，或不写编号；增加对象用 wza import rounds。",
                  "Give another id or none; wza import rounds adds places to a round."}};
}

Problem no_places(bool recheck) {
  return {ProblemCode::not_found,
          "",
          "",
          std::nullopt,
          recheck ? Text{"没有设施有未结问题，不需要复查。",
                         "No such place has an open finding: there is nothing to re-check."}
                  : Text{"没有符合这些条件的设施。", "No place fits these options."},
          {"请放宽条件；wza report coverage 显示各地区的设施。",
           "Ask for less; wza report coverage shows the places of each district."}};
}

Result<std::string> plan(App &app, Tracker &tracker, Options const &o) {
  auto const today = LocalDate::of(app.clock().now());
  if (o.recheck && o.kind) {
    return wrong_usage("--kind", {"复查轮次的类型就是复查。", "A re-check round is a re-check."},
                       {"去掉 --kind 或 --recheck。", "Leave out --kind or --recheck."});
  }
  auto const wish = wish_of(tracker, o);
  if (!wish) return wish.problem();
  auto round = head_of(tracker, o);
  if (!round) return std::move(round).problem();
  for (PlaceStanding const &place : place_standings(tracker, today, *wish))
    round->places.push_back(place.id);
  if (round->places.empty()) return no_places(o.recheck);
  if (o.dry_run) {
    app.terminal().say({"试运行：没有写入任何东西。", "Dry run: nothing was written."});
    return round_in(o.format, round_standing(tracker, *round, today), app.lang());
  }
  Transaction transaction(tracker.db());
  RoundStore(tracker).put(*round, std::nullopt, actor());
  transaction.commit();
  app.terminal().say(
      {fmt::format("已建立轮次 {}，共 {} 处设施。路线单：wza report round 文件.html --round {}",
                   round->id.value, round->places.size(), round->id.value),
       fmt::format("Round {} has {} places. Its route sheet: wza report round FILE.html --round {}",
                   round->id.value, round->places.size(), round->id.value)});
  return round_in(o.format, round_standing(tracker, *round, today), app.lang());
}

Result<std::string> show(App &app, Tracker &tracker, Options const &o) {
  auto const day = day_value(o.as_of, "--as-of");
  if (!day) return day.problem();
  auto const as_of = day->value_or(LocalDate::of(app.clock().now()));
  if (o.action == "list") {
    std::vector<RoundStanding> rounds;
    for (Round const &round : RoundStore(tracker).all())
      rounds.push_back(round_standing(tracker, round, as_of));
    return rounds_in(o.format, rounds, app.lang());
  }
  if (!o.id) return missing("ID");
  auto const standing = round_of(tracker, *o.id, as_of);
  if (!standing) return standing.problem();
  return round_in(o.format, *standing, app.lang());
}

ExitCode run(App &app, Options const &o) {
  bool const writes = o.action == "new" && !o.dry_run;
  Tracker tracker = app.open_tracker(writes ? Tracker::Access::write : Tracker::Access::read);
  auto const content = o.action == "new" ? plan(app, tracker, o) : show(app, tracker, o);
  if (content) {
    app.terminal().data() << *content;
    return ExitCode::done;
  }
  app.terminal().refuse(content.problem());
  return content.problem().code == ProblemCode::usage ? ExitCode::usage : ExitCode::refused;
}

std::vector<std::string_view> kinds() {
  std::vector<std::string_view> out;
  for (auto const &name : Names<InspectionKind>::kAll)
    out.push_back(name.key);
  return out;
}

}  // namespace

extern Command const round_command{
    .name = "round",
    .summary = {"督导轮次：从跟踪库选出对象，安排复查，查看进展",
                "rounds: pick the places to inspect, plan re-checks, see how far they have come"},
    .details =
        {"new [ID]   新建一轮：--title 名称 --from 日期 --to 日期，条件都满足的设施列入\n"
         "list       所有轮次和进展\n"
         "show ID    一轮的各处设施：已检查、未能进入、尚未前往、逾期；复查轮次还列出各问题\n"
         "哪些检查属于一轮，由对象和日期得出；复查轮次只算类型为复查的检查。\n例子：\n"
         "  wza round new --title 秋季督导 --from 2027-09-01 --to 2027-09-30 --never-inspected\n"
         "  wza round new --recheck --title 复查 --from 2027-10-08 --to 2027-10-20 --unit 权属单位",
         "new [ID]   plans a round of the places that fit all options: --title, --from, --to\n"
         "list       all rounds and how far they have come\n"
         "show ID    its places: inspected, not let in, to be visited, overdue; findings "
         "re-checked\n"
         "Which visits belong to a round follows from its places and days; to a re-check round "
         "belong re-checks alone.\nExamples:\n"
         "  wza round new --title Autumn --from 2027-09-01 --to 2027-09-30 --never-inspected\n"
         "  wza round new --recheck --title Again --from 2027-10-08 --to 2027-10-20 --unit OWNER"},
    .setup = [](Args &args) -> Run {
      auto o = std::make_shared<Options>();
      args.operand_choice("ACTION", o->action, {"new", "list", "show"}, {"做什么", "what to do"});
      args.optional_operand("ID", o->id,
                            {"轮次编号；新建时不写则自动编号",
                             "the round; of a new one a number is made where it is left out"});
      args.option("--title", o->title, "TEXT", {"名称", "what it is called"});
      args.option("--team", o->team, "NAMES", {"督导组或人员", "the team or its people"});
      args.option("--from", o->from, "DATE", {"第一天", "its first day"});
      args.option("--to", o->to, "DATE", {"最后一天", "its last day"});
      args.choice("--kind", o->kind, kinds(), {"检查类型；默认日常督导", "kind; default routine"});
      args.flag("--recheck", o->recheck,
                {"复查轮次：有未结问题的设施", "a re-check round: places with open findings"});
      args.option("--district", o->district, "CODE",
                  {"这个地区（含下级）的设施", "places of this district and those below it"});
      args.option("--place", o->place, "TYPE", {"这种场所类型", "places of this type"});
      args.option("--unit", o->unit, "NAME", {"这个权属单位的设施", "places of this owner"});
      args.flag("--never-inspected", o->never_inspected,
                {"从未检查过的设施；去过但未能进入的也算",
                 "never inspected, those that turned everybody away among them"});
      args.option("--not-since", o->not_since, "DATE",
                  {"这一天以后没有检查过的设施", "not inspected since that day"});
      args.option("--as-of", o->as_of, "DATE",
                  {"list、show：到这一天为止的检查；默认今天",
                   "list, show: visits up to this day; default today"});
      args.flag("--dry-run", o->dry_run,
                {"只列出会选哪些设施，不写入", "list what would be picked, write nothing"});
      args.choice("--format", o->format, {"text", "csv", "json"}, {"输出格式", "output"});
      return [o](App &app) { return run(app, *o); };
    },
};

}  // namespace wza::audit

// SPDX-License-Identifier: Apache-2.0
#include "audit/report/round.h"

#include "audit/report/csv.h"
#include "audit/text/texts.h"
#include "db/store/rounds.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <initializer_list>

namespace wza::audit {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::initializer_list<Outcome> kTold{Outcome::passed, Outcome::failed,
                                               Outcome::cant_tell};

std::int64_t count(RoundPlace const &place, Outcome outcome) {
  return place.outcomes[static_cast<std::size_t>(outcome)];
}

/// "已检查 3，尚未前往 2": those of which there are some.
template <class E>
std::string counted(RoundStanding const &standing, Lang lang) {
  std::string out;
  for (auto const &name : Names<E>::kAll) {
    auto const number = standing.count(name.value);
    if (number == 0) continue;
    out += fmt::format("{}{} {}",
                       out.empty()        ? ""
                       : lang == Lang::zh ? "，"
                                          : ", ",
                       label(name.value).in(lang), number);
  }
  return out;
}

std::string head_text(RoundStanding const &standing, Lang lang) {
  Round const &round = standing.round;
  std::string out = fmt::format("{} {}\n{} · {} · {} – {}\n", round.id.value, round.title,
                                label(round.kind).in(lang), round.team.empty() ? "-" : round.team,
                                round.from.iso(), round.to.iso());
  out += lang == Lang::zh
             ? fmt::format("截至 {}：共 {} 处，{}。\n", standing.as_of.iso(),
                           standing.places.size(), counted<PlaceProgress>(standing, lang))
             : fmt::format("By {}: {} places. {}.\n", standing.as_of.iso(), standing.places.size(),
                           counted<PlaceProgress>(standing, lang));
  auto const rechecked = counted<RecheckResult>(standing, lang);
  if (rechecked.empty()) return out;
  return out + (lang == Lang::zh ? fmt::format("待复查的问题：{}。\n", rechecked)
                                 : fmt::format("Findings to re-check: {}.\n", rechecked));
}

Columns places_of(RoundStanding const &standing, Lang lang) {
  Columns columns;
  for (TextView const head :
       {TextView{"设施", "Facility"}, TextView{"名称", "Name"}, TextView{"地区", "District"},
        TextView{"进展", "Progress"}, TextView{"日期", "Day"}, TextView{"进入情况", "Access"}})
    columns.column(head.in(lang), Align::left);
  for (Outcome const outcome : kTold)
    columns.column(label(outcome).in(lang), Align::right);
  for (RoundPlace const &place : standing.places) {
    std::vector<std::string> row{place.facility.id.value,
                                 place.facility.name,
                                 place.district_name,
                                 std::string(label(place.progress).in(lang)),
                                 place.visited_on ? place.visited_on->iso() : std::string("-"),
                                 std::string(place.access ? label(*place.access).in(lang) : "-")};
    for (Outcome const outcome : kTold)
      row.push_back(std::to_string(count(place, outcome)));
    columns.row(std::move(row));
  }
  return columns;
}

std::string round_text(RoundStanding const &standing, Lang lang) {
  std::string out =
      fmt::format("{}\n{}", head_text(standing, lang), places_of(standing, lang).str());
  for (RoundPlace const &place : standing.places) {
    if (place.findings.empty()) continue;
    out += fmt::format("\n{} {}\n", place.facility.id.value, place.facility.name);
    for (RecheckedFinding const &one : place.findings) {
      out += fmt::format("  [{}] {}\n", label(one.result).in(lang), one.finding.message.in(lang));
    }
  }
  return out;
}

Json place_json(RoundStanding const &standing, RoundPlace const &place) {
  Json json{{"round", standing.round.id.value},
            {"facility", place.facility.id.value},
            {"name", place.facility.name},
            {"district", place.facility.district.value},
            {"district_name", place.district_name}};
  json["address"] = place.facility.address ? Json(*place.facility.address) : Json();
  json["progress"] = key(place.progress);
  json["visited_on"] = place.visited_on ? Json(place.visited_on->iso()) : Json();
  json["access"] = place.access ? Json(key(*place.access)) : Json();
  for (auto const &name : Names<Outcome>::kAll)
    json[std::string(name.key)] = count(place, name.value);
  Json results = Json::object();
  for (auto const &name : Names<RecheckResult>::kAll)
    results[std::string(name.key)] = 0;
  for (RecheckedFinding const &one : place.findings) {
    auto &number = results[std::string(key(one.result))];
    number = number.get<int>() + 1;
  }
  json["findings"] = std::move(results);
  json["as_of"] = standing.as_of.iso();
  return json;
}

Json round_json(RoundStanding const &standing) {
  Round const &round = standing.round;
  Json json{{"round", round.id.value},      {"title", round.title},     {"team", round.team},
            {"kind", key(round.kind)},      {"from", round.from.iso()}, {"to", round.to.iso()},
            {"places", round.places.size()}};
  for (auto const &name : Names<PlaceProgress>::kAll)
    json[std::string(name.key)] = standing.count(name.value);
  json["as_of"] = standing.as_of.iso();
  return json;
}

std::string rounds_text(std::span<RoundStanding const> rounds, Lang lang) {
  if (rounds.empty()) {
    return lang == Lang::zh ? "还没有督导计划。wza round new 新建，或 wza import rounds 导入。\n"
                            : "There are no rounds yet: wza round new, or wza import rounds.\n";
  }
  Columns columns;
  for (TextView const head :
       {TextView{"轮次", "Round"}, TextView{"名称", "Title"}, TextView{"类型", "Kind"},
        TextView{"督导组", "Team"}, TextView{"开始", "From"}, TextView{"结束", "To"}})
    columns.column(head.in(lang), Align::left);
  columns.column(TextView{"设施", "Places"}.in(lang), Align::right);
  for (auto const &name : Names<PlaceProgress>::kAll)
    columns.column(label(name.value).in(lang), Align::right);
  for (RoundStanding const &standing : rounds) {
    Round const &round = standing.round;
    std::vector<std::string> row{round.id.value,
                                 round.title,
                                 std::string(label(round.kind).in(lang)),
                                 round.team.empty() ? "-" : round.team,
                                 round.from.iso(),
                                 round.to.iso(),
                                 std::to_string(round.places.size())};
    for (auto const &name : Names<PlaceProgress>::kAll)
      row.push_back(std::to_string(standing.count(name.value)));
    columns.row(std::move(row));
  }
  return columns.str();
}

}  // namespace

Result<RoundStanding> round_of(Tracker &tracker, std::string const &id, LocalDate as_of) {
  if (auto const round = RoundStore(tracker).find(RoundId(id)))
    return round_standing(tracker, *round, as_of);
  return Problem{ProblemCode::not_found,
                 id,
                 "",
                 std::nullopt,
                 {"没有这个轮次。", "There is no such round."},
                 {"wza round list 列出所有轮次。", "wza round list lists all rounds."}};
}

std::string round_in(std::string_view format, RoundStanding const &standing, Lang lang) {
  if (format == "text") return round_text(standing, lang);
  std::vector<Json> objects;
  for (RoundPlace const &place : standing.places) {
    Json json = place_json(standing, place);
    if (format == "json") {
      json["to_recheck"] = Json::array();
      for (RecheckedFinding const &one : place.findings) {
        json["to_recheck"].push_back({{"finding", one.finding.id.value},
                                      {"criterion", one.finding.rule.value},
                                      {"component", one.finding.component.value_or("")},
                                      {"result", key(one.result)}});
      }
    }
    objects.push_back(std::move(json));
  }
  return format == "csv" ? csv_of(objects) : lines_of(objects, "wza.round/1");
}

Paper round_paper(RoundStanding const &standing, Lang lang) {
  bool const zh = lang == Lang::zh;
  Round const &round = standing.round;
  Columns findings;
  for (TextView const head : {TextView{"设施", "Facility"}, TextView{"名称", "Name"},
                              TextView{"复查结果", "Result"}, TextView{"问题", "Finding"}})
    findings.column(head.in(lang), Align::left);
  for (RoundPlace const &place : standing.places) {
    for (RecheckedFinding const &one : place.findings) {
      findings.row({place.facility.id.value, place.facility.name,
                    std::string(label(one.result).in(lang)), one.finding.message.in(lang)});
    }
  }
  return paper_of(round.title,
                  {{zh ? "轮次" : "Round", round.id.value},
                   {zh ? "督导组" : "Team", round.team.empty() ? "-" : round.team},
                   {zh ? "日期" : "Days", fmt::format("{} – {}", round.from.iso(), round.to.iso())},
                   {zh ? "截至" : "As of", standing.as_of.iso()},
                   {zh ? "进展" : "Progress", counted<PlaceProgress>(standing, lang)}},
                  {paper_table(places_of(standing, lang), zh ? "设施" : "Places"),
                   paper_table(findings, zh ? "待复查的问题" : "Findings to re-check")},
                  {});
}

std::string rounds_in(std::string_view format, std::span<RoundStanding const> rounds, Lang lang) {
  if (format == "text") return rounds_text(rounds, lang);
  std::vector<Json> objects;
  for (RoundStanding const &standing : rounds)
    objects.push_back(round_json(standing));
  return format == "csv" ? csv_of(objects) : lines_of(objects, "wza.rounds/1");
}

}  // namespace wza::audit

// SPDX-License-Identifier: Apache-2.0
#include "audit/report/retrofit.h"

#include "audit/cli/columns.h"
#include "gis/retrofit/lifecycle.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace wza::audit {
namespace {

using Json = nlohmann::ordered_json;

std::string yuan(std::optional<std::int64_t> const &fen) {
  return fen ? fmt::format("{:.2f}", static_cast<double>(*fen) / 100) : "-";
}
Json yuan_json(std::optional<std::int64_t> const &fen) {
  return fen ? Json(static_cast<double>(*fen) / 100) : Json();
}

template <class E>
std::string words_of(std::vector<E> const &kinds, Lang lang) {
  std::vector<std::string> out;
  for (auto const kind : kinds)
    out.push_back(fmt::format("{} ({})", label(kind).in(lang), key(kind)));
  return fmt::format("{}", fmt::join(out, lang == Lang::zh ? "、" : ", "));
}

std::string same_words(SameHome const &same, Lang lang) {
  bool const zh = lang == Lang::zh;
  if (same.same_person && same.same_place) return zh ? "同一人、同一住址" : "same person and place";
  return same.same_person ? (zh ? "同一人" : "same person") : (zh ? "同一住址" : "same place");
}

Json same_json(SameHome const &same) {
  return {{"fid", same.id.value},
          {"programme", same.programme},
          {"year", same.year},
          {"district", same.district.value},
          {"state", key(same.state)},
          {"same_person", same.same_person},
          {"same_place", same.same_place}};
}

template <class T, class Each>
std::string lines(std::vector<T> const &things, std::string_view schema, Each const &each) {
  std::string out;
  for (auto const &thing : things) {
    Json object;
    if (out.empty()) object["schema"] = schema;
    object.update(each(thing));
    out += object.dump() + "\n";
  }
  return out.empty() ? Json{{"schema", schema}}.dump() + "\n" : out;
}

}  // namespace

std::optional<HomeFile> home_file(Tracker &tracker, RetrofitId id) {
  auto retrofit = RetrofitStore(tracker).find(id);
  if (!retrofit) return std::nullopt;
  EvidenceStore evidence(tracker);
  auto conditions = gis::eligibility_of(tracker, id, *retrofit);
  return HomeFile{id, *std::move(retrofit), evidence.of(id), std::move(conditions),
                  evidence.same_homes(id)};
}

std::string home_file_text(HomeFile const &file, Lang lang) {
  bool const zh = lang == Lang::zh;
  auto const &r = file.retrofit;
  std::string out = fmt::format("{}  {}  {} {}  {}\n", file.id.value, r.household.value,
                                r.programme, r.year, r.district.value);
  out += fmt::format("{}{}\n", zh ? "状态：" : "State: ", label(r.state).in(lang));
  for (auto const &name : Names<RetrofitState>::kAll) {
    if (auto const &day = r.reached_on[static_cast<std::size_t>(name.value)])
      out += fmt::format("  {}  {}\n", day->iso(), label(name.value).in(lang));
  }
  out += fmt::format("{}{} / {}  {}\n",
                     zh ? "计划 / 实付（元）：" : "Planned / paid (yuan): ", yuan(r.planned_fen),
                     yuan(r.paid_fen), r.money_source.value_or(""));
  for (auto const &work : r.works)
    out += fmt::format("  - {}{}\n", work.name, work.item ? fmt::format(" ({})", *work.item) : "");
  out += zh ? "可以进入：\n" : "What can follow:\n";
  for (auto const &step : kRetrofitLaw) {
    if (step.from != r.state) continue;
    auto const missing = gis::missing_evidence(r, step, file.proofs);
    out += fmt::format("  {} ({})", label(step.to).in(lang), key(step.to));
    if (!missing.empty())
      out += fmt::format("  {}{}", zh ? "还缺：" : "needs: ", words_of(missing, lang));
    out += "\n";
  }
  out += zh ? "条件：\n" : "Conditions:\n";
  for (auto const &found : file.conditions)
    out += fmt::format("  {}: {}  {}\n", label(found.condition).in(lang),
                       label(found.outcome).in(lang), found.reason.in(lang));
  out += zh ? "凭证：\n" : "Evidence:\n";
  for (auto const &proof : file.proofs) {
    out += fmt::format("  {}  {}  {}  {}{}\n", proof.on.iso(), label(proof.kind).in(lang), proof.by,
                       proof.reference,
                       proof.score ? fmt::format("  {}/5", *proof.score) : std::string());
  }
  for (auto const &same : file.same) {
    out += fmt::format("{}{}  {} {}  {}\n", zh ? "另有记录 " : "Other record ", same.id.value,
                       same.programme, same.year, same_words(same, lang));
  }
  return out;
}

std::string home_file_json(HomeFile const &file) {
  auto const &r = file.retrofit;
  Json json{{"schema", "wza.retrofit/1"},
            {"fid", file.id.value},
            {"household", r.household.value},
            {"programme", r.programme},
            {"year", r.year},
            {"district", r.district.value},
            {"state", key(r.state)},
            {"planned_yuan", yuan_json(r.planned_fen)},
            {"paid_yuan", yuan_json(r.paid_fen)},
            {"money_source", r.money_source ? Json(*r.money_source) : Json()}};
  json["reached_on"] = Json::object();
  for (auto const &name : Names<RetrofitState>::kAll) {
    if (auto const &day = r.reached_on[static_cast<std::size_t>(name.value)])
      json["reached_on"][std::string(name.key)] = day->iso();
  }
  for (auto const *list : {"items", "next", "conditions", "evidence", "same_home"})
    json[list] = Json::array();
  for (auto const &work : r.works)
    json["items"].push_back({{"item", work.item ? Json(*work.item) : Json()}, {"name", work.name}});
  for (auto const &step : kRetrofitLaw) {
    if (step.from != r.state) continue;
    Json missing = Json::array();
    for (auto const kind : gis::missing_evidence(r, step, file.proofs))
      missing.push_back(key(kind));
    json["next"].push_back({{"state", key(step.to)}, {"missing", std::move(missing)}});
  }
  for (auto const &found : file.conditions) {
    json["conditions"].push_back({{"condition", key(found.condition)},
                                  {"outcome", key(found.outcome)},
                                  {"reason", {{"zh", found.reason.zh}, {"en", found.reason.en}}}});
  }
  for (auto const &proof : file.proofs) {
    json["evidence"].push_back({{"kind", key(proof.kind)},
                                {"on", proof.on.iso()},
                                {"by", proof.by},
                                {"reference", proof.reference},
                                {"score", proof.score ? Json(*proof.score) : Json()}});
  }
  for (auto const &same : file.same)
    json["same_home"].push_back(same_json(same));
  return json.dump() + "\n";
}

std::string home_pairs_text(std::vector<HomePair> const &pairs, Lang lang) {
  bool const zh = lang == Lang::zh;
  Columns table;
  table.column(zh ? "编号" : "Id", Align::right);
  table.column(zh ? "另一条" : "Other", Align::right);
  for (auto const *name : zh ? std::array{"项目", "年度", "行政区", "状态", "哪里相同"}
                             : std::array{"Programme", "Year", "District", "State", "What is same"})
    table.column(name, Align::left);
  for (auto const &pair : pairs) {
    auto const &same = pair.second;
    table.row({fmt::format("{}", pair.first.value), fmt::format("{}", same.id.value),
               same.programme, fmt::format("{}", same.year), same.district.value,
               std::string(label(same.state).in(lang)), same_words(same, lang)});
  }
  return table.str();
}

std::string home_pairs_json(std::vector<HomePair> const &pairs) {
  return lines(pairs, "wza.retrofit-duplicates/1", [](HomePair const &pair) {
    Json json{{"first", pair.first.value}};
    json.update(same_json(pair.second));
    return json;
  });
}

std::string programmes_text(std::vector<Programme> const &programmes, Lang lang) {
  bool const zh = lang == Lang::zh;
  Columns table;
  for (auto const *name :
       zh ? std::array{"编号", "自", "名称", "等级", "另收", "困难类型", "每户上限（元）"}
          : std::array{"Id", "From", "Name", "Grades", "Also", "Economic state", "Ceiling (yuan)"})
    table.column(name, Align::left);
  for (auto const &p : programmes) {
    table.row({p.id, fmt::format("{}", p.from_year), p.name.in(lang),
               fmt::format("{}", fmt::join(p.grades, ";")),
               fmt::format("{}", fmt::join(p.further_grades, ";")),
               fmt::format("{}", fmt::join(p.incomes, ";")), yuan(p.ceiling_fen)});
  }
  return table.str();
}

std::string programmes_json(std::vector<Programme> const &programmes) {
  return lines(programmes, "wza.programmes/1", [](Programme const &p) {
    return Json{{"id", p.id},
                {"from_year", p.from_year},
                {"name", p.name.zh},
                {"elderly", p.for_elderly},
                {"certificate", p.needs_certificate},
                {"grades", p.grades},
                {"further_grades", p.further_grades},
                {"incomes", p.incomes},
                {"ceiling_yuan", yuan_json(p.ceiling_fen)},
                {"devices_alone", p.devices_alone},
                {"again_after_years", p.again_after_years ? Json(*p.again_after_years) : Json()},
                {"origin", key(p.origin)}};
  });
}

}  // namespace wza::audit

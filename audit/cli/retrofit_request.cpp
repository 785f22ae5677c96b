// SPDX-License-Identifier: Apache-2.0
#include "audit/cli/retrofit_request.h"

#include "audit/actor.h"
#include "audit/cli/values.h"
#include "audit/report/retrofit.h"
#include "db/base/digest.h"
#include "db/base/file.h"
#include "db/base/units.h"
#include "db/model/certificate.h"
#include "db/store/private_store.h"
#include "db/store/runs.h"
#include "gis/retrofit/known_words.h"
#include "gis/retrofit/lifecycle.h"
#include "gis/retrofit/named_people.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>

namespace wza::audit {
namespace {

Problem missing(std::string_view field) {
  return wrong_usage(field, {fmt::format("需要 {}。", field), fmt::format("{} is needed.", field)},
                     {"见 wza retrofit --help。", "See wza retrofit --help."});
}

Result<RetrofitId> id_of(RetrofitRequest const &o) {
  auto const number = o.id ? parse_number(*o.id) : std::nullopt;
  if (!number || *number < 1 || *number != std::floor(*number)) return missing("ID");
  return RetrofitId{static_cast<std::int64_t>(*number)};
}

/// A photo of any camera or telephone, or a scan of prints.
bool is_picture(std::string_view bytes) {
  for (std::string_view start : {"\xFF\xD8\xFF", "\x89PNG\r\n", "%PDF-"})
    if (bytes.starts_with(start)) return true;
  if (bytes.starts_with("RIFF") && bytes.substr(8).starts_with("WEBP")) return true;
  if (bytes.size() < 12 || bytes.substr(4, 4) != "ftyp") return false;
  constexpr std::array<std::string_view, 6> kBrands{"heic", "heix", "heif", "mif1", "msf1", "avif"};
  return std::find(kBrands.begin(), kBrands.end(), bytes.substr(8, 4)) != kBrands.end();
}

/// The file stays where it is; only its digest is kept.
Result<std::string> reference_of(RetrofitRequest const &o, Evidence kind) {
  if (!o.file) return o.reference.value_or("");
  auto const bytes = bytes_of_file(*o.file);
  if (!bytes || bytes->empty()) {
    return Problem{ProblemCode::unreadable,
                   *o.file,
                   "--file",
                   std::nullopt,
                   {"文件读不出来或是空的。", "The file cannot be read or is empty."},
                   {"请检查文件名。", "Check its name."}};
  }
  bool const photo = kind == Evidence::photo_before || kind == Evidence::photo_after;
  if (photo && !is_picture(*bytes)) {
    return Problem{ProblemCode::bad_value,
                   *o.file,
                   "--file",
                   std::nullopt,
                   {"这个文件不是照片。", "The file is no photo."},
                   {"请用 JPEG、PNG、HEIC、WebP 照片或 PDF 扫描件。",
                    "Give a photo (JPEG, PNG, HEIC, WebP) or a scan (PDF)."}};
  }
  return "sha256:" + sha256(*bytes);
}

Result<LocalDate> day_of(RetrofitRequest const &o) {
  if (!o.on) return missing("--on");
  auto const day = day_value(o.on, "--on");
  if (!day) return day.problem();
  return **day;
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

/// Whether a text that will stand in the tracker names the people of the home. Where file or key of
/// the personal data are elsewhere, nobody can tell.
std::optional<Problem> names_household(Tracker &tracker, RetrofitId id, std::string_view field,
                                       std::optional<std::string> const &text) {
  if (!text || !std::filesystem::exists(tracker.private_path()) ||
      !std::filesystem::exists(key_path(tracker.id())))
    return std::nullopt;
  auto const home = RetrofitStore(tracker).find(id);
  auto const record = home ? PrivateStore::open(tracker).get(home->household) : std::nullopt;
  if (!record) return std::nullopt;
  if (!gis::names_people(*record, *text)) return std::nullopt;
  return Problem{
      ProblemCode::forbidden,
      "",
      std::string(field),
      std::nullopt,
      {"其中有该户的姓名、监护人或住址。", "It holds a name or the address of the home."},
      {"个人信息不得写入台账，请改写。",
       "Write it without; personal data must not enter the tracker."}};
}

Result<Done> prove(Tracker &tracker, RetrofitRequest const &o) {
  auto const id = id_of(o);
  if (!id) return id.problem();
  auto const kind = key_value<Evidence>(o.what, "KIND");
  if (!kind) return kind.problem();
  auto const on = day_of(o);
  if (!on) return on.problem();
  auto const score = whole_value(o.score, "--score", 1, 5);
  if (!score) return score.problem();
  if (*score && *kind != Evidence::follow_up) {
    return wrong_usage("--score", {"满意度只用于回访。", "A score belongs to a follow-up visit."},
                       {"请用 follow_up。", "Use follow_up."});
  }
  if (auto problem = names_household(tracker, *id, "--by", o.by)) return *std::move(problem);
  if (auto problem = names_household(tracker, *id, "--ref", o.reference))
    return *std::move(problem);
  auto const reference = reference_of(o, *kind);
  if (!reference) return reference.problem();
  return gis::prove(tracker, *id, {*kind, *on, o.by.value_or(""), *reference, *score}, actor());
}

Result<Done> set_home(Tracker &tracker, RetrofitRequest const &o) {
  auto const id = id_of(o);
  if (!id) return id.problem();
  RetrofitStore store(tracker);
  auto home = store.find(*id);
  if (!home) return no_home(*id);
  auto const planned = fen_value(o.planned, "--planned"), paid = fen_value(o.paid, "--paid");
  if (!planned) return planned.problem();
  if (!paid) return paid.problem();
  if (*planned) home->planned_fen = *planned;
  if (*paid) home->paid_fen = *paid;
  if (o.source) {
    auto const sources = words_of(*o.source);
    for (auto const &source : sources) {
      if (gis::is_money_source(source)) continue;
      auto const known = gis::money_source_words();
      return wrong_usage(
          "--source", {"资金来源不是认识的词。", "A source of money is no known word."},
          {fmt::format("可写{}。", known.zh), fmt::format("Known are {}.", known.en)});
    }
    home->money_source = fmt::format("{}", fmt::join(sources, ";"));
  }
  if (!o.items.empty()) home->works.clear();
  for (auto const &word : o.items) {
    auto item = gis::item_of(store, word);
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

/// Grades run from 1 to 4, categories from 1 to 7 (GB/T 26341-2010).
std::optional<Problem> wrong_grades(RetrofitRequest const &o) {
  auto const is = [](char c, char last) { return c >= '1' && c <= last; };
  for (auto const &grade : words_of(o.grades.value_or("")))
    if (grade.size() != 1 || !is(grade[0], '4'))
      return wrong_usage("--grades", {"残疾等级是 1 到 4。", "Grades are 1 to 4."},
                         {"例如 1,2。", "Such as 1,2."});
  for (auto const &both : words_of(o.further_grades.value_or("")))
    if (both.size() != 3 || !is(both[0], '7') || both[1] != '-' || !is(both[2], '4'))
      return wrong_usage("--further-grades",
                         {"须写成类别（1 到 7）-等级（1 到 4）。",
                          "Each is a category (1 to 7), a hyphen and a grade (1 to 4)."},
                         {"例如 5-3,6-3。", "Such as 5-3,6-3."});
  return std::nullopt;
}

std::optional<Problem> wrong_incomes(ProgrammeStore &store, Programme const &programme) {
  for (auto const &code : programme.incomes) {
    if (store.has_income(code)) continue;
    return wrong_usage("--incomes",
                       {fmt::format("没有困难类型“{}”。", code),
                        fmt::format("There is no economic state \"{}\".", code)},
                       {"可用：allowance,at_risk,destitute,edge,other。",
                        "There are allowance,at_risk,destitute,edge,other."});
  }
  return std::nullopt;
}

Result<Done> set_programme(Tracker &tracker, RetrofitRequest const &o) {
  if (!o.id) return missing("ID");
  auto const year = whole_value(o.from_year, "--from-year", 1990, 2100);
  if (!year) return year.problem();
  if (!*year) return missing("--from-year");
  ProgrammeStore store(tracker);
  auto programme = store.find(*o.id, **year).value_or(Programme{});
  if (programme.id.empty() && !o.name) return missing("--name");
  if (programme.id.empty()) programme.id = *o.id;
  programme.from_year = **year;
  if (auto problem = personal_number_in(o.name, "--name")) return *std::move(problem);
  if (auto problem = personal_number_in(o.id, "ID")) return *std::move(problem);
  if (auto problem = wrong_grades(o)) return *std::move(problem);
  if (o.name) programme.name = {*o.name, *o.name};
  if (o.grades) programme.grades = words_of(*o.grades);
  if (o.further_grades) programme.further_grades = words_of(*o.further_grades);
  if (o.incomes) programme.incomes = words_of(*o.incomes);
  if (auto problem = wrong_incomes(store, programme)) return *std::move(problem);
  auto const ceiling = fen_value(o.ceiling, "--ceiling");
  if (!ceiling) return ceiling.problem();
  if (*ceiling) programme.ceiling_fen = *ceiling;
  auto const again = whole_value(o.again, "--again-after", 0, 100);
  if (!again) return again.problem();
  if (*again) programme.again_after_years = *again;
  if (o.devices_alone) programme.devices_alone = *o.devices_alone == "yes";
  store.put_local(programme);
  return Done{};
}

/// To tell two papers apart: masked, and who looked stands in the history.
Result<Done> certificate(App &app, Tracker &tracker, RetrofitRequest const &o) {
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

}  // namespace

Result<std::string> show_retrofit(App &app, Tracker &tracker, RetrofitRequest const &o) {
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

Result<Done> change_retrofit(App &app, Tracker &tracker, RetrofitRequest const &o) {
  if (o.action == "certificate") return certificate(app, tracker, o);
  if (o.action == "prove") return prove(tracker, o);
  if (o.action == "set") return set_home(tracker, o);
  if (o.action == "programme") return set_programme(tracker, o);
  auto const id = id_of(o);
  if (!id) return id.problem();
  auto const state = key_value<RetrofitState>(o.what, "STATE");
  if (!state) return state.problem();
  auto const on = day_of(o);
  if (!on) return on.problem();
  if (o.action == "advance") return gis::advance(tracker, *id, *state, *on, actor());
  if (auto problem = names_household(tracker, *id, "--reason", o.reason))
    return *std::move(problem);
  return gis::correct(tracker, *id, *state, *on, o.reason.value_or(""), actor());
}

}  // namespace wza::audit

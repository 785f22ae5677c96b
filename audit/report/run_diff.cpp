// SPDX-License-Identifier: Apache-2.0
#include "audit/report/run_diff.h"

#include "audit/cli/columns.h"
#include "audit/report/csv.h"
#include "audit/report/say.h"
#include "audit/report/web_faults.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace wza::audit {
namespace {

using Json = nlohmann::ordered_json;

std::string starts_of(wza::Run const &run) {
  auto const request = nlohmann::json::parse(run.request, nullptr, false);
  std::string out;
  for (auto const &start : request.is_object() ? request.value("starts", nlohmann::json::array())
                                               : nlohmann::json::array()) {
    if (!out.empty()) out += ' ';
    out += start.get<std::string>();
  }
  return out;
}

std::size_t count(RunDiff const &diff, DiffState state) {
  return static_cast<std::size_t>(
      std::count_if(diff.entries.begin(), diff.entries.end(),
                    [&](auto const &one) { return one.state == state; }));
}

Json counts_of(RunDiff const &diff) {
  Json counts;
  for (auto const &state : Names<DiffState>::kAll)
    counts[state.key] = count(diff, state.value);
  return counts;
}

Json object_of(DiffEntry const &entry) {
  Finding const &f = entry.finding;
  return {{"state", key(entry.state)},
          {"cause", entry.cause ? Json(key(*entry.cause)) : Json()},
          {"id", f.id.value},
          {"severity", key(f.severity)},
          {"rule", f.rule.value},
          {"standard", f.standard},
          {"clause", f.clause},
          {"subject", f.subject},
          {"component", f.component ? Json(*f.component) : Json()},
          {"message", {{"zh", f.message.zh}, {"en", f.message.en}}},
          {"places", f.present},
          {"first_seen", f.first_seen.iso()},
          {"last_tested", f.last_tested.iso()}};
}

std::string json_of(RunDiff const &diff) {
  Json const head{{"earlier", diff.earlier.id.value},
                  {"later", diff.later.id.value},
                  {"counts", counts_of(diff)}};
  std::vector<Json> lines{head};
  for (DiffEntry const &entry : diff.entries)
    lines.push_back(object_of(entry));
  return lines_of(lines, "wza.diff/1");
}

std::string text_of(RunDiff const &diff, bool all, Lang lang) {
  std::string out;
  for (auto const &state : Names<DiffState>::kAll) {
    out += fmt::format("{:>7}  {}\n", count(diff, state.value), label(state.value).in(lang));
  }
  Columns columns;
  columns.column(say(lang, "编号", "Id"), Align::right);
  columns.column(say(lang, "变化", "Change"), Align::left);
  columns.column(say(lang, "原因", "Because"), Align::left);
  columns.column(say(lang, "严重程度", "Severity"), Align::left);
  columns.column(say(lang, "页面", "Pages"), Align::right);
  columns.column(say(lang, "网站", "Site"), Align::left);
  columns.column(say(lang, "检查项", "Rule"), Align::left);
  bool any = false;
  for (DiffEntry const &entry : diff.entries) {
    if (entry.state == DiffState::unchanged && !all) continue;
    any = true;
    Finding const &f = entry.finding;
    columns.row({std::to_string(f.id.value), std::string(label(entry.state).in(lang)),
                 entry.cause ? std::string(label(*entry.cause).in(lang)) : "",
                 std::string(label(f.severity).in(lang)), std::to_string(f.present), f.subject,
                 fmt::format("{} ({})", rule_title(f.rule).in(lang), f.rule.value)});
  }
  if (any) out += "\n" + columns.str();
  return out;
}

Json object_of(wza::Run const &run) {
  return {{"run", run.id.value},
          {"state", key(run.state)},
          {"started_at", run.started_at.iso()},
          {"finished_at", run.finished_at ? Json(run.finished_at->iso()) : Json()},
          {"starts", starts_of(run)}};
}

}  // namespace

std::string diff_in(std::string_view format, RunDiff const &diff, bool all, Lang lang) {
  if (format == "text") return text_of(diff, all, lang);
  if (format == "json") return json_of(diff);
  std::vector<Json> lines;
  for (DiffEntry const &entry : diff.entries)
    lines.push_back(object_of(entry));
  return csv_of(lines);
}

std::string runs_in(std::string_view format, std::vector<wza::Run> const &runs, Lang lang) {
  if (format != "text") {
    std::vector<Json> lines;
    for (wza::Run const &run : runs)
      lines.push_back(object_of(run));
    return format == "csv" ? csv_of(lines) : lines_of(lines, "wza.runs/1");
  }
  Columns columns;
  columns.column(say(lang, "编号", "Run"), Align::right);
  columns.column(say(lang, "开始", "Started"), Align::left);
  columns.column(say(lang, "状态", "State"), Align::left);
  columns.column(say(lang, "起点", "Starts"), Align::left);
  for (wza::Run const &run : runs) {
    columns.row({std::to_string(run.id.value), run.started_at.iso(),
                 std::string(label(run.state).in(lang)), starts_of(run)});
  }
  return columns.str();
}

}  // namespace wza::audit

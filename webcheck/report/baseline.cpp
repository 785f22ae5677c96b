// SPDX-License-Identifier: Apache-2.0
#include "webcheck/report/baseline.h"

#include "webcheck/report/finding_words.h"
#include "webcheck/report/sarif.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

namespace wza::web {
namespace {

Problem refusal(std::string_view name, std::optional<std::int64_t> row, Text reason) {
  return {ProblemCode::unreadable,
          std::string(name),
          {},
          row,
          std::move(reason),
          {"请用 wza check --format json 或 --format sarif 重新生成。",
           "Write it anew with wza check --format json or --format sarif."}};
}

std::string text_at(nlohmann::json const &object, char const *name) {
  auto const found = object.is_object() ? object.find(name) : object.end();
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

nlohmann::json list_at(nlohmann::json const &object, char const *name) {
  auto const found = object.is_object() ? object.find(name) : object.end();
  return found != object.end() && found->is_array() ? *found : nlohmann::json::array();
}

/// Nothing where a failed result lacks its fingerprint.
std::optional<std::set<std::string, std::less<>>> of_sarif(nlohmann::json const &log) {
  std::set<std::string, std::less<>> out;
  for (nlohmann::json const &run : list_at(log, "runs")) {
    for (nlohmann::json const &result : list_at(run, "results")) {
      if (text_at(result, "kind") != "fail" || text_at(result, "baselineState") == "absent")
        continue;
      std::string print = text_at(result.value("partialFingerprints", nlohmann::json::object()),
                                  kFindingFingerprint);
      if (print.empty()) return std::nullopt;
      out.insert(std::move(print));
    }
  }
  return out;
}

}  // namespace

Result<Baseline> Baseline::parse(std::string_view name, std::string_view content) {
  Text const foreign{"这不是本程序写出的检测结果。",
                     "This is no result that this program has written."};
  Baseline out;
  nlohmann::json const whole = nlohmann::json::parse(content, nullptr, false);
  if (whole.is_object() && whole.contains("runs")) {
    auto known = of_sarif(whole);
    if (!known) return refusal(name, std::nullopt, foreign);
    out.m_known = *std::move(known);
    return out;
  }
  std::int64_t row = 0;
  bool any = false;
  while (!content.empty()) {
    ++row;
    std::string_view const line = content.substr(0, content.find('\n'));
    content.remove_prefix(std::min(line.size() + 1, content.size()));
    if (trimmed(line).empty()) continue;
    nlohmann::json const page = nlohmann::json::parse(line, nullptr, false);
    if (text_at(page, "schema") != "wza.check/1") return refusal(name, row, foreign);
    any = true;
    for (nlohmann::json const &finding : list_at(page, "findings")) {
      if (text_at(finding, "outcome") != key(Outcome::failed)) continue;
      std::string print = text_at(finding, "fingerprint");
      if (print.empty()) return refusal(name, row, foreign);
      out.m_known.insert(std::move(print));
    }
  }
  if (!any) return refusal(name, std::nullopt, foreign);
  return out;
}

void Baseline::apply(PageResult &page) const {
  for (PageFinding &finding : page.findings) {
    if (finding.outcome != Outcome::failed) continue;
    finding.is_new = !m_known.contains(identity_of(page.url, finding));
  }
}

}  // namespace wza::web

// SPDX-License-Identifier: Apache-2.0
#include "webcheck/act/suite.h"

#include "webcheck/check.h"
#include "webcheck/url/url.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>

namespace wza::web {
namespace {

/// Where the W3C publishes the files of the suite.
constexpr std::string_view kPublished = "/WAI/content-assets/wcag-act-rules/";

std::optional<std::string> content_of(std::filesystem::path const &path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
}

Problem unreadable(std::filesystem::path const &path, Text reason) {
  return {ProblemCode::unreadable,
          path.string(),
          {},
          {},
          std::move(reason),
          {"请给出 W3C 发布的 ACT 测试集文件夹，里面有 testcases.json 和 testcases 文件夹。",
           "Name the folder of the ACT suite as the W3C publishes it, with testcases.json and the "
           "folder testcases."}};
}

/// True if `path` stays below the folder that it is joined to.
bool stays_inside(std::filesystem::path const &path) {
  return path.is_relative() && std::ranges::find(path, "..") == path.end();
}

FoundSheet published_sheet(ActSuite const &suite, std::string_view href, Url const &base) {
  auto const url = Url::parse(href, &base);
  if (!url || !url->path().starts_with(kPublished)) return {nullptr, base};
  std::filesystem::path const path = url->path().substr(kPublished.size());
  auto text = stays_inside(path) ? content_of(suite.folder / path) : std::nullopt;
  if (!text) return {nullptr, *url};
  return {std::make_shared<SheetText const>(*std::move(text)), *url};
}

bool is_html(std::string_view path) {
  return path.ends_with(".html") || path.ends_with(".htm");
}

int rank(Outcome outcome) {
  switch (outcome) {
    case Outcome::failed:
      return 4;
    case Outcome::cant_tell:
    case Outcome::untested:
      return 3;
    case Outcome::passed:
      return 2;
    case Outcome::inapplicable:
      return 1;
  }
  return 0;
}

}  // namespace

Result<ActSuite> read_act_suite(std::filesystem::path const &folder) {
  std::filesystem::path const path = folder / "testcases.json";
  auto const text = content_of(path);
  if (!text) return unreadable(path, {"读不到这个文件。", "The file cannot be read."});
  ActSuite suite{folder, {}};
  try {
    auto const json = nlohmann::json::parse(*text);
    for (auto const &entry : json.at("testcases")) {
      suite.cases.push_back({entry.at("testcaseId"), entry.at("ruleId"), entry.at("expected"),
                             entry.at("url"), entry.at("relativePath")});
    }
  } catch (nlohmann::json::exception const &) {
    return unreadable(
        path, {"文件不是 ACT 测试集的格式。", "The file has not the form of an ACT suite."});
  }
  return suite;
}

std::vector<Rule const *> rules_for_act(std::string_view act_rule_id) {
  std::vector<Rule const *> out;
  std::ranges::copy_if(all_rules(), std::back_inserter(out), [act_rule_id](Rule const *rule) {
    return std::ranges::find(rule->act, act_rule_id) != rule->act.end();
  });
  return out;
}

Result<Outcome> run_act_case(ActSuite const &suite, ActCase const &one,
                             std::vector<Rule const *> const &rules) {
  std::filesystem::path const path = suite.folder / one.path;
  auto const bytes = stays_inside(one.path) ? content_of(path) : std::nullopt;
  if (!bytes) return unreadable(path, {"读不到这个文件。", "The file cannot be read."});
  if (!is_html(one.path)) return Outcome::inapplicable;

  PageBytes page;
  page.url = one.url;
  page.bytes = *bytes;
  Result<OpenedPage> opened = open_page(page);
  if (!opened) return std::move(opened).problem();
  std::vector<LinkedSheet> sheets;
  auto const page_url = Url::parse(one.url);
  auto const base = page_url ? Url::parse(opened->links.base, &*page_url) : std::optional<Url>();
  for (std::string const &href : opened->links.stylesheets) {
    if (!base) break;
    LinkedSheet sheet = load_sheet(href, *base, [&suite](std::string_view at, Url const &from) {
      return published_sheet(suite, at, from);
    });
    if (sheet.text) sheets.push_back(std::move(sheet));
  }
  CheckOptions options;
  options.rules = rules;
  Outcome worst = Outcome::inapplicable;
  for (RuleCount const &count : check_page(*std::move(opened), sheets, options).rules) {
    Outcome const outcome = count.outcome == Outcome::untested ? Outcome::cant_tell : count.outcome;
    if (rank(outcome) > rank(worst)) worst = outcome;
  }
  return worst;
}

}  // namespace wza::web

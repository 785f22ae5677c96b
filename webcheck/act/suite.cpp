// SPDX-License-Identifier: Apache-2.0
#include "webcheck/act/suite.h"

#include "db/base/file.h"
#include "webcheck/check.h"
#include "webcheck/media/file_source.h"
#include "webcheck/url/url.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <set>

namespace wza::web {
namespace {

/// Where the W3C publishes the files of the suite.
constexpr std::string_view kPublished = "/WAI/content-assets/wcag-act-rules/";

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

/// The suite's file of that address; nothing for what lies elsewhere.
std::optional<std::filesystem::path> file_of(ActSuite const &suite, Url const &url) {
  if (!url.path().starts_with(kPublished)) return std::nullopt;
  std::filesystem::path const path = url.path().substr(kPublished.size());
  if (!stays_inside(path)) return std::nullopt;
  return suite.folder / path;
}

FoundSheet published_sheet(ActSuite const &suite, std::string_view href, Url const &base) {
  auto const url = Url::parse(href, &base);
  if (!url) return {nullptr, base};
  auto const path = file_of(suite, *url);
  auto text = path ? bytes_of_file(*path) : std::nullopt;
  if (!text) return {nullptr, *url};
  return {std::make_shared<SheetText const>(*std::move(text)), *url};
}

bool is_html(std::string_view path) {
  return path.ends_with(".html") || path.ends_with(".htm");
}

/// The pages of the suite that a page links: pages with another host, port or path.
std::vector<PageOutline> linked_pages(ActSuite const &suite, PageLinks const &links,
                                      Url const &page, Url const &base) {
  std::vector<PageOutline> out;
  std::set<std::string> seen{page.path()};
  for (PageLink const &link : links.pages) {
    auto const url = Url::parse(link.href, &base);
    auto const path = url ? file_of(suite, *url) : std::nullopt;
    if (!path || !is_html(url->path()) || !seen.insert(url->path()).second) continue;
    auto const bytes = bytes_of_file(*path);
    if (!bytes) continue;
    auto opened =
        open_page({.url = url->href(), .bytes = *bytes, .http_charset = {}, .status = {}});
    if (opened) out.push_back(outline_of(*std::move(opened)));
  }
  return out;
}

std::map<std::string, MediaFacts, std::less<>> linked_media(ActSuite const &suite,
                                                            PageLinks const &links,
                                                            Url const &base) {
  std::map<std::string, MediaFacts, std::less<>> out;
  for (std::string const &address : links.media) {
    auto const url = Url::parse(address, &base);
    auto const path = url ? file_of(suite, *url) : std::nullopt;
    if (!path) continue;
    FileSource source(*path);
    out[address] = read_media(source);
  }
  return out;
}

std::map<std::string, FrameFacts, std::less<>> framed_pages(ActSuite const &suite,
                                                            PageLinks const &links,
                                                            Url const &base) {
  std::map<std::string, FrameFacts, std::less<>> out;
  for (std::string const &address : links.frames) {
    auto const url = Url::parse(address, &base);
    auto const path = url ? file_of(suite, *url) : std::nullopt;
    auto const bytes = path && is_html(url->path()) ? bytes_of_file(*path) : std::nullopt;
    if (!bytes) continue;
    auto opened =
        open_page({.url = url->href(), .bytes = *bytes, .http_charset = {}, .status = {}});
    if (opened) out[address] = frame_facts_of(*std::move(opened));
  }
  return out;
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
  auto const text = bytes_of_file(path);
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
  auto const bytes = stays_inside(one.path) ? bytes_of_file(path) : std::nullopt;
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
  auto around = std::make_shared<Surroundings>();
  if (base) around->pages = linked_pages(suite, opened->links, *page_url, *base);
  if (base) around->media = linked_media(suite, opened->links, *base);
  if (base) around->frames = framed_pages(suite, opened->links, *base);
  CheckOptions options;
  options.rules = rules;
  Outcome worst = Outcome::inapplicable;
  PageResult const result = check_page(*std::move(opened), sheets, options, std::move(around));
  for (RuleCount const &count : result.rules) {
    Outcome const outcome = count.outcome == Outcome::untested ? Outcome::cant_tell : count.outcome;
    if (rank(outcome) > rank(worst)) worst = outcome;
  }
  return worst;
}

}  // namespace wza::web

// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/pages.h"

#include "db/base/text.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string_view>

namespace wza::bench {
namespace {

std::string content_of(std::filesystem::path const &path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<NamedPage> read_pages(std::filesystem::path const &folder) {
  std::vector<NamedPage> read;
  for (auto const &entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".html") continue;
    read.push_back(
        {std::filesystem::relative(entry.path(), folder).string(), content_of(entry.path())});
  }
  std::sort(read.begin(), read.end(),
            [](NamedPage const &a, NamedPage const &b) { return a.name < b.name; });
  return read;
}

std::string news_list() {
  std::string page = "<!doctype html><html lang=zh-CN><title>要闻</title><body><ul class=list>";
  for (int i = 0; i < 2000; ++i) {
    page += "<li class=\"item odd\"><a href=\"/art/" + std::to_string(i) +
            ".html\" title=\"关于开展无障碍环境建设督导的通知\"><img src=i.gif "
            "alt=\"\">关于开展无障碍环境"
            "建设督导的通知</a><span class=date>2026-11-22</span></li>\n";
  }
  return page;
}

/// One declaration, or two, for rule number `i`.
std::string declarations(std::size_t i) {
  constexpr std::array<std::string_view, 12> kSome{
      "display:block",        "margin:0 auto",     "padding:.5rem 1rem",
      "color:var(--c3)",      "font-size:.875rem", "flex:0 0 auto;width:25%",
      "display:flex",         "text-align:center", "background-color:#f8f9fa",
      "border-color:#dee2e6", "line-height:1.5",   "position:relative"};
  return std::string(kSome[i % kSome.size()]);
}

void add_resets(std::string &css) {
  css += ":root{";
  for (int i = 0; i < 40; ++i) {
    css += "--c" + std::to_string(i) + ":#" + std::to_string(100 + i * 7) + ";";
  }
  css +=
      "}*,*::before,*::after{box-sizing:border-box}body{margin:0;font-size:1rem;line-height:1.5;"
      "color:#212529;background-color:#fff}h1,h2,h3,h4,h5,h6{margin-top:0;font-weight:500}"
      "a{color:var(--c4);text-decoration:underline}a:hover{color:var(--c5)}"
      "a:not([href]):not([class]){color:inherit}img,svg{vertical-align:middle}"
      "table{border-collapse:collapse}ul,ol{padding-left:2rem}ul ul,ol ul{margin-bottom:0}"
      "button:focus:not(:focus-visible){outline:0}[hidden]{display:none!important}"
      "input,button,select,textarea{margin:0;font-family:inherit;font-size:inherit}"
      "[type=button]:not(:disabled),button:not(:disabled){cursor:pointer}"
      ".clearfix::after{display:block;clear:both;content:\"\"}\n";
}

void add_components(std::string &css) {
  constexpr std::array<std::string_view, 16> kNames{
      "btn",  "nav",   "navbar", "card",  "list",  "table", "form",  "modal",
      "menu", "badge", "alert",  "title", "pager", "tabs",  "toast", "banner"};
  constexpr std::array<std::string_view, 10> kParts{
      "", "-item", "-link", "-header", "-body", "-icon", "-footer", "-group", "-sm", "-lg"};
  constexpr std::array<std::string_view, 13> kForms{
      "",   ":hover",         ":focus", ".active", ":not(:last-child)", ":disabled",      ">li",
      " a", " .icon::before", "+.item", "~.show",  "::after",           ":nth-child(odd)"};
  std::size_t i = 0;
  for (std::string_view const name : kNames) {
    for (std::string_view const part : kParts) {
      for (std::string_view const form : kForms) {
        css.append(".").append(name).append(part).append(form).append("{");
        css += declarations(i++) + "}";
      }
    }
    css += "\n";
  }
}

void add_utilities(std::string &css) {
  constexpr std::array<std::string_view, 6> kSizes{"", "-xs", "-sm", "-md", "-lg", "-xl"};
  constexpr std::array<std::string_view, 10> kKinds{"col", "m",  "mt", "mb", "p",
                                                    "pt",  "pb", "g",  "w",  "order"};
  for (std::size_t size = 0; size < kSizes.size(); ++size) {
    if (size != 0) css += "@media (min-width:" + std::to_string(300 + 220 * size) + "px){";
    for (std::string_view const kind : kKinds) {
      for (std::size_t i = 0; i < 62; ++i) {
        css.append(".").append(kind).append(kSizes[size]).append("-");
        css += std::to_string(i) + "{" + declarations(i * 7 + size) + "}";
      }
    }
    for (std::string_view const display : {"none", "block", "flex", "inline-block"}) {
      css.append(".d").append(kSizes[size]).append("-").append(display);
      css.append("{display:").append(display).append("!important}");
    }
    css += size != 0 ? "}\n" : "\n";
  }
}

}  // namespace

std::vector<NamedPage> const &pages() {
  static std::vector<NamedPage> const all = [] {
    std::vector<NamedPage> read;
    if (char const *folder = std::getenv("WZA_BENCH_PAGES")) read = read_pages(folder);
    if (read.empty()) {
      read = read_pages(WZA_TEST_DATA "/demo/site");
      read.push_back(portal());
      read.push_back({"news list", news_list()});
    }
    return read;
  }();
  return all;
}

NamedPage portal() {
  return {"portal.html", content_of(WZA_BENCH_FOLDER "/portal.html")};
}

std::string with_copies_of_body(std::string const &html, int copies) {
  std::string const lower = ascii_lower(html);
  std::size_t const tag = lower.find("<body");
  std::size_t const begin = tag == std::string::npos ? 0 : lower.find('>', tag) + 1;
  std::size_t const end = std::min(lower.rfind("</body"), html.size());
  std::string out = html.substr(0, begin);
  for (int i = 0; i < copies; ++i)
    out.append(html, begin, end - begin);
  return out += html.substr(end);
}

std::string const &framework_sheet() {
  static std::string const sheet = [] {
    std::string css;
    add_resets(css);
    add_components(css);
    add_utilities(css);
    return css;
  }();
  return sheet;
}

std::string with_sheet(std::string const &html, std::string const &href) {
  std::string const lower = ascii_lower(html);
  std::size_t at = lower.find("<head");
  if (at == std::string::npos) at = lower.find("<!doctype");
  at = at == std::string::npos ? 0 : lower.find('>', at) + 1;  // npos + 1 is 0
  std::string out = html;
  return out.insert(at, "<link rel=stylesheet href=\"" + href + "\">");
}

}  // namespace wza::bench

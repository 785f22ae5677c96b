// SPDX-License-Identifier: Apache-2.0
#include "webcheck/dom/noscript.h"

#include "db/base/ascii.h"
#include "db/base/text.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace wza::web {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

bool is_alpha(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
/// Where the end tag "</name" begins at or behind `from`; npos where there is none.
std::size_t end_tag(std::string_view html, std::string_view name, std::size_t from) {
  while ((from = html.find("</", from)) != kNone) {
    std::size_t const behind = from + 2 + name.size();
    bool const ends = behind >= html.size() || is_html_space(html[behind]) || html[behind] == '>' ||
                      html[behind] == '/';
    if (ends && ascii_iequals(html.substr(from + 2, name.size()), name)) return from;
    from += 2;
  }
  return kNone;
}

/// Behind the '>' of the tag whose name ends at `at`; attribute values in quotes may hold a '>'.
std::size_t tag_end(std::string_view html, std::size_t at) {
  while (at < html.size() && html[at] != '>') {
    bool const value = html[at] == '=';
    ++at;
    if (!value) continue;
    while (at < html.size() && is_html_space(html[at]))
      ++at;
    if (at < html.size() && (html[at] == '"' || html[at] == '\'')) {
      at = html.find(html[at], at + 1);
      if (at == kNone) return html.size();
      ++at;
    }
  }
  return std::min(at + 1, html.size());
}

bool is_raw(std::string_view name) {
  constexpr std::array<std::string_view, 8> kRaw{"script",   "style",   "title",    "textarea",
                                                 "noscript", "noembed", "noframes", "xmp"};
  return name == "iframe" || std::find(kRaw.begin(), kRaw.end(), name) != kRaw.end();
}

bool continues_code_point(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

void comment_out(std::string &html, std::size_t begin, std::size_t end) {
  constexpr std::string_view kOpen = "<!--";
  constexpr std::string_view kClose = "-->";
  auto const blank = [&](std::size_t i) {
    if (html[i] != '\n' && html[i] != '\r') html[i] = ' ';
  };
  std::size_t body = begin + kOpen.size();
  while (body < end && continues_code_point(html[body]))
    ++body;
  std::size_t tail = end > begin + kClose.size() ? end - kClose.size() : begin;
  while (tail > begin && continues_code_point(html[tail]))
    --tail;
  if (body > tail) {  // too short for a comment
    for (std::size_t i = begin; i < end; ++i)
      blank(i);
    return;
  }
  for (std::size_t i = begin; i < body; ++i)
    html[i] = ' ';
  for (std::size_t i = tail; i < end; ++i)
    html[i] = ' ';
  std::replace(html.begin() + static_cast<std::ptrdiff_t>(body),
               html.begin() + static_cast<std::ptrdiff_t>(tail), '>', ' ');
  html.replace(begin, kOpen.size(), kOpen);
  html.replace(end - kClose.size(), kClose.size(), kClose);
}

}  // namespace

void comment_out_noscript(std::string &html) {
  std::size_t at = 0;
  while ((at = html.find('<', at)) != std::string::npos) {
    std::string_view const rest = std::string_view(html).substr(at);
    if (rest.starts_with("<!--")) {
      std::size_t const end = html.find("-->", at + 2);  // "<!-->" is a comment already
      if (end == std::string::npos) return;
      at = end + 3;
    } else if (rest.size() > 1 && (rest[1] == '!' || rest[1] == '?' || rest[1] == '/')) {
      at = rest[1] == '/' ? tag_end(html, at + 2) : std::min(html.find('>', at), html.size());
    } else if (rest.size() > 1 && is_alpha(rest[1])) {
      std::size_t const name_end = std::min(html.find_first_of(" \t\n\r\f/>", at), html.size());
      std::string const name =
          ascii_lower(std::string_view(html).substr(at + 1, name_end - at - 1));
      at = tag_end(html, name_end);
      if (!is_raw(name)) continue;
      std::size_t const end = std::min(end_tag(html, name, at), html.size());
      if (name == "noscript" && end > at) comment_out(html, at, end);
      at = end;
    } else {
      ++at;
    }
  }
}

}  // namespace wza::web

// SPDX-License-Identifier: Apache-2.0
// Corrected markup of links that hold nothing but text, for Rule::mend.
#pragma once

#include "webcheck/rules/markup.h"
#include "webcheck/text/links.h"

#include <initializer_list>
#include <string>
#include <string_view>

namespace wza::web {

/// Text as it stands in HTML.
inline std::string escaped(std::string_view text) {
  std::string out;
  for (char const c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else {
      out += c;
    }
  }
  return out;
}

/// True for a link whose whole content can be written anew: text, and not cut.
inline bool is_plain_text(Link const &link) {
  return !link.text.empty() && !link.has_graphic && link.text.size() < Links::kMaxText - 4;
}

/// `<a …>text + more</a>` with changed attributes; empty where the link holds more than text.
inline std::string link_markup(Document const &document, Link const &link,
                               std::initializer_list<AttributeChange> changes,
                               std::string_view more = {}) {
  if (!is_plain_text(link)) return {};
  return start_tag(document, link.node, changes) + escaped(link.text) + std::string(more) + "</a>";
}

}  // namespace wza::web

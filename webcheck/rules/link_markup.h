// SPDX-License-Identifier: Apache-2.0
// Corrected markup of links that hold nothing but text, for Rule::mend.
#pragma once

#include "webcheck/rules/mend.h"
#include "webcheck/text/links.h"

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
    } else if (c == '"') {
      out += "&quot;";
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

/// The link with `more` behind its text; empty where it holds more than text.
inline std::string with_more_text(Page const &page, Link const &link, std::string_view more) {
  if (!is_plain_text(link)) return {};
  return with_content(page, link.node, escaped(link.text).append(more));
}

/// A button that runs `code`, which may be empty.
inline std::string button_markup(std::string_view code, std::string_view text) {
  std::string out = "<button type=\"button\"";
  if (!code.empty()) out.append(" onclick=\"").append(escaped(code)).append("\"");
  return out.append(">").append(escaped(text)).append("</button>");
}

}  // namespace wza::web

// SPDX-License-Identifier: Apache-2.0
// How rules write the corrected markup of an element (Rule::mend): its start tag as it stands in
// the source, with an attribute set or taken out (for more, webcheck/dom/start_tag.h). What only a
// person knows is put as gap("图片内容"), which gives "【图片内容】". Where nothing follows from
// the page the mend is empty.
#pragma once

#include "webcheck/dom/start_tag.h"
#include "webcheck/rule.h"

#include <string>
#include <string_view>

namespace wza::web {

/// What only a person knows, as it stands in corrected markup.
inline std::string gap(std::string_view what) {
  return "【" + std::string(what) + "】";
}

/// The element's start tag with that attribute set; quotes and character references are right.
inline std::string with_attr(Page const &page, NodeId n, std::string_view name,
                             std::string_view value) {
  return StartTag(page.dom(), n).set(name, value).str();
}

/// The element's start tag without that attribute.
inline std::string without_attr(Page const &page, NodeId n, std::string_view name) {
  return StartTag(page.dom(), n).remove(name).str();
}

/// The whole element: its start tag, that content and its end tag.
inline std::string with_content(Page const &page, NodeId n, std::string_view content) {
  std::string out = StartTag(page.dom(), n).str();
  return out.append(content).append("</").append(page.dom().tag_name(n)).append(">");
}

}  // namespace wza::web

// SPDX-License-Identifier: Apache-2.0
// HTML, sections 4.2.4 (link) and 4.6.7.24 (rel=stylesheet): which links bring a style sheet.
#pragma once

#include "webcheck/dom/document.h"

#include <string_view>

namespace wza::web {

/// True if a sheet of this `type` attribute is CSS; an absent one is.
bool is_css(std::string_view type);

/// The trimmed `href` of a link element whose sheet a browser loads and uses; empty for other
/// elements, for alternate, disabled and typed otherwise.
std::string_view sheet_href(Document const &document, NodeId element);

}  // namespace wza::web

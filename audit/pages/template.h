// SPDX-License-Identifier: Apache-2.0
// Fills a template of audit/templates. Whatever stands in {{…}} is escaped; {{{…}}} is for the
// SVG of maps, which gis/map makes and escapes, and our own style sheets.
#pragma once

#include "audit/http/router.h"

#include <kainjow/mustache.hpp>

#include <string>
#include <string_view>

namespace wza::audit {

using View = kainjow::mustache::data;

enum class Section : std::uint8_t { none, districts, findings };

/// The whole page: `name` is the template's, `title` stands in <title> and, where it is used, <h1>.
std::string render(std::string_view name, PageCall const &call, Section section,
                   std::string_view title, View view);

/// A document that stands by itself, to be printed and handed over: its style is inside, and there
/// are no ways to other pages.
std::string render_document(std::string_view name, Lang lang, std::string_view title, View view);

/// Address of a file of audit/web, with the hash of its content in its name.
std::string asset_url(std::string_view name);
/// The content behind such an address ("base.3f2a….css"); nothing where there is none.
std::optional<std::string_view> asset_content(std::string_view hashed_name);

}  // namespace wza::audit

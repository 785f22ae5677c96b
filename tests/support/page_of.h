// SPDX-License-Identifier: Apache-2.0
// A Page from a few lines of HTML, for tests.
#pragma once

#include "webcheck/page.h"

#include <memory>
#include <string>
#include <string_view>

namespace wza::web {

/// Parses `html` and computes its styles with the page's own style sheets.
Page page_of(std::string_view html, std::string_view url = "http://test.invalid/",
             std::shared_ptr<Surroundings const> surroundings = nullptr);

/// Parses `html` alone.
Document document_of(std::string_view html);

/// The tree in the notation of html5lib's tests, one node a line, two blanks a level:
/// `<div>`, `  id="a"`, `  "text"`. For comparing whole trees.
std::string tree_of(Document const &document);

}  // namespace wza::web

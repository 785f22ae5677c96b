// SPDX-License-Identifier: Apache-2.0
// From HTML text to a Document, by the HTML Standard's parsing algorithm (section 13.2) as Gumbo
// 0.10.1 implements it. Repaired behind it: the byte order mark, text before </form>, control
// characters (an older text of the standard), <menuitem>. Scripting counts as on.
#pragma once

#include "db/base/error.h"
#include "webcheck/dom/budget.h"
#include "webcheck/dom/document.h"

#include <string>

namespace wza::web {

/// Parses a page. Any bytes give a Document (malformed UTF-8 becomes U+FFFD); a page over its
/// budget gives a Problem with ProblemCode::budget or too_large, whose `where` the caller fills.
Result<Document> parse_html(std::string utf8, ParseBudget const &budget = {});

/// The same within the usual budget, in no more time than `cpu` has left.
Result<Document> parse_html(std::string utf8, CpuBudget const &cpu);

}  // namespace wza::web

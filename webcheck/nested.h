// SPDX-License-Identifier: Apache-2.0
// Documents that stand in the page itself, in the srcdoc of its iframes (HTML, section 4.8.5): the
// rules about single elements hold for them too. What is about the page as a whole (its title, its
// language, its landmarks) is not asked of them, as in the ACT rules, which speak there of the
// top-level browsing context.
#pragma once

#include "webcheck/check.h"

namespace wza::web {

/// The address of such a document.
inline constexpr std::string_view kSrcdocUrl = "about:srcdoc";

/// Adds what `rules` say of the page's srcdoc documents. The place of a finding is that of its
/// iframe; its snippet is the element itself. Where the iframe is perhaps hidden, nothing fails.
/// All of them share the time of `options`; where it did not suffice, the page is out of time.
void check_srcdocs(Page const &page, std::span<Rule const *const> rules,
                   EngineOptions const &options, PageResult &result);

}  // namespace wza::web

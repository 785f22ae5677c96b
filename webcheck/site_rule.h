// SPDX-License-Identifier: Apache-2.0
// What a crawl finds out about a site beside its pages. No page check runs these: what they speak
// of (whether another address answers, whether a certificate is valid) stands in no page. They
// belong to no clause of a standard, and each crawl tells them.
#pragma once

#include "db/base/text.h"
#include "db/model/outcome.h"
#include "webcheck/rule.h"

#include <optional>
#include <span>
#include <string_view>

namespace wza::web {

struct SiteRule {
  std::string_view id;  ///< for ever, as that of a Rule
  Severity severity{};
  std::span<People const> people;  ///< whom it hurts
  TextView title;                  ///< what it asks for, one sentence
  TextView help;                   ///< why it hurts and how to mend it
};

/// A link of a page leads to an address of the site where there is nothing.
extern SiteRule const kBrokenLink;
/// A browser warns of the site's certificate.
extern SiteRule const kInvalidCertificate;

/// Both, by id.
std::span<SiteRule const *const> site_rules();

/// Title and help of a page's rule or a site's; nothing for what is neither.
struct RuleWords {
  TextView title, help;
};
std::optional<RuleWords> words_of_rule(std::string_view id);

}  // namespace wza::web

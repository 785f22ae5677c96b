// https://www.iana.org/assignments/language-subtag-registry/language-subtag-registry
// SPDX-License-Identifier: Apache-2.0
// Language tags as BCP 47 (RFC 5646) has them: is the language one that the registry knows?
#pragma once

#include <string_view>

namespace wza::web {

/// True if the registry has the primary language subtag, any case: "zh", "yue", "qaa". Three-letter
/// codes of languages that have one with two letters ("eng") are no subtags.
bool is_language_subtag(std::string_view subtag);

/// What stands before the first hyphen of a tag.
std::string_view primary_subtag(std::string_view tag);

}  // namespace wza::web

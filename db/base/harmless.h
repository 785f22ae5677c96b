// SPDX-License-Identifier: Apache-2.0
// Texts of strangers (file names, cells) before they reach a terminal or are shown as a name.
#pragma once

#include <string>
#include <string_view>

namespace wza {

/// `text` well formed, with U+FFFD in place of characters that steer instead of being read: control
/// characters but line feed and tab (a terminal obeys ESC and U+009B), and those that turn the
/// direction of writing (U+061C, U+202A to U+202E, U+2066 to U+2069; Unicode TR 9).
std::string harmless(std::string_view text);

}  // namespace wza

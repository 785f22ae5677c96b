// SPDX-License-Identifier: Apache-2.0
// Letters that look otherwise and mean the same: full-width, circled and joined ones as plain
// ones, traditional Chinese characters as simplified ones.
#pragma once

#include <string>
#include <string_view>

namespace wza {

/// `text` in Normalization Form KC (Unicode Standard Annex 15): "ＡＢ１２（甲）" is "AB12(甲)", an
/// ideographic space is a space. What is malformed becomes U+FFFD.
std::string nfkc(std::string_view text);

/// `text` in simplified Chinese characters where it has traditional ones (ICU's transform
/// Traditional-Simplified): "宏達建設" is "宏达建设". For comparing; people's spelling is kept.
std::string simplified_chinese(std::string_view text);

}  // namespace wza

// SPDX-License-Identifier: Apache-2.0
// Letters that look otherwise and mean the same: full-width, circled and joined ones as plain ones.
#pragma once

#include <string>
#include <string_view>

namespace wza {

/// `text` in Normalization Form KC (Unicode Standard Annex 15): "ＡＢ１２（甲）" is "AB12(甲)", an
/// ideographic space is a space. What is malformed becomes U+FFFD.
std::string nfkc(std::string_view text);

}  // namespace wza

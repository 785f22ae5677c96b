// SPDX-License-Identifier: Apache-2.0
// Which language a text is in. Chinese, Japanese and Korean are told by their scripts; the others
// by Compact Language Detector 2, and only where it is sure of a text of some length. Silence is
// better than a guess.
#pragma once

#include "db/base/known.h"

#include <string>
#include <string_view>

namespace wza::web {

/// The primary subtag of the language of nearly all of the text: "zh", "en". Unknown for mixed and
/// short texts, and for languages that are easily taken for one another.
Known<std::string> recognised_language(std::string_view text);

/// The likeliest primary subtag, however weak the evidence; empty where there is none. Only good
/// for not doubting what an author says.
std::string likeliest_language(std::string_view text);

/// Whether the primary subtags mean the same or nearly the same language ("no" and "nb", "zh" and
/// "yue" as they are written).
bool same_language(std::string_view a, std::string_view b);

/// A whole tag for a recognised language: "zh-CN" or "zh-Hant" by the characters, else the subtag.
std::string tag_for(std::string_view language, std::string_view text);

}  // namespace wza::web

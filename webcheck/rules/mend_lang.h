// SPDX-License-Identifier: Apache-2.0
// What people write for a language code and mean another: "zh_CN", "cn", "English".
#pragma once

#include "db/base/text.h"
#include "webcheck/rules/mend.h"
#include "webcheck/spec/languages.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace wza::web {

/// The code that is meant, else a gap for it.
inline std::string corrected_lang(std::string_view lang) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kMeant{{
      {"chinese", "zh-CN"},
      {"cn", "zh-CN"},
      {"zhcn", "zh-CN"},
      {"english", "en"},
      {"eng", "en"},
  }};
  std::string code(trimmed(lang));
  std::ranges::replace(code, '_', '-');
  if (is_language_subtag(primary_subtag(code))) return code;
  for (auto const &[written, meant] : kMeant) {
    if (ascii_iequals(code, written)) return std::string(meant);
  }
  return gap("语言代码，如 zh-CN");
}

}  // namespace wza::web

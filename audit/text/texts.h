// SPDX-License-Identifier: Apache-2.0
// The words of the pages: texts.tsv has one row each, the build makes `enum class T` of it. In a
// template they stand as {{t.key}}.
#pragma once

#include "audit/text/texts_table.h"
#include "db/base/enum_names.h"
#include "db/base/text.h"

#include <array>
#include <span>
#include <string_view>

namespace wza::audit {

struct UiText {
  std::string_view key;
  TextView text;
};

/// All rows, indexed by T.
std::span<UiText const> all_texts();

/// The words of `key` in a language.
inline std::string_view words(T key, Lang lang) {
  return all_texts()[static_cast<std::size_t>(key)].text.in(lang);
}

}  // namespace wza::audit

namespace wza {
template <>
struct Names<Lang> {
  static constexpr std::array kAll{
      Name{Lang::zh, "zh", "中文", "Chinese"},
      Name{Lang::en, "en", "英文", "English"},
  };
};
static_assert(covers(Lang::en));
}  // namespace wza

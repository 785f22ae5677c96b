// SPDX-License-Identifier: Apache-2.0
// The enumerator that a word of a table means.
#pragma once

#include "db/base/enum_names.h"
#include "db/base/text.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace wza::gis {

/// Another word for an enumerator, beside those of Names<E>; ASCII in lower case.
template <class E>
struct Synonym {
  std::string_view word;
  E value;
};

/// An enumerator by its wire word, its label in either language, or a synonym.
template <class E, std::size_t N = 0>
std::optional<E> word_of(std::string_view word, std::array<Synonym<E>, N> const &synonyms = {}) {
  auto const plain = ascii_lower(trimmed(word));
  for (auto const &name : Names<E>::kAll) {
    if (plain == name.key || plain == name.zh || plain == ascii_lower(name.en)) return name.value;
  }
  for (auto const &synonym : synonyms) {
    if (plain == synonym.word) return synonym.value;
  }
  return std::nullopt;
}

}  // namespace wza::gis

// SPDX-License-Identifier: Apache-2.0
// Exactly one table per enumeration: the wire word (JSON, SQL, CSS) and the label in Chinese and
// English. A missing row is a compile error.
//
//   enum class Outcome : std::uint8_t { passed, failed };
//   template <> struct Names<Outcome> {
//     static constexpr std::array kAll{Name{Outcome::passed, "passed", "通过", "Passed"}, ...};
//   };
//   static_assert(covers(Outcome::failed));   // the last enumerator
#pragma once

#include "db/base/text.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace wza {

/// One row: enumerator, wire word, label.
template <class E>
struct Name {
  E value;
  std::string_view key;
  std::string_view zh, en;
};

template <class E>
struct Names;  // specialise with `static constexpr std::array kAll`

/// True if Names<E> has each enumerator from the first to `last`, in order.
template <class E>
constexpr bool covers(E last) {
  auto const &all = Names<E>::kAll;
  if (all.size() != static_cast<std::size_t>(last) + 1) return false;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (static_cast<std::size_t>(all[i].value) != i) return false;
    if (all[i].key.empty() || all[i].zh.empty() || all[i].en.empty()) return false;
  }
  return true;
}

/// The wire word: identical to the enumerator's C++ name.
template <class E>
constexpr std::string_view key(E value) {
  return Names<E>::kAll[static_cast<std::size_t>(value)].key;
}

/// The label that people read.
template <class E>
constexpr TextView label(E value) {
  auto const &row = Names<E>::kAll[static_cast<std::size_t>(value)];
  return {row.zh, row.en};
}

/// The enumerator of a wire word, or nothing.
template <class E>
constexpr std::optional<E> from_key(std::string_view word) {
  for (auto const &row : Names<E>::kAll) {
    if (row.key == word) return row.value;
  }
  return std::nullopt;
}

}  // namespace wza

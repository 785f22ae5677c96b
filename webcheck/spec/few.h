// SPDX-License-Identifier: Apache-2.0
// A short list of fixed capacity that can stand in a constexpr table row.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>

namespace wza::web {

template <class T, std::size_t Capacity>
class Few {
 public:
  constexpr Few() = default;
  /// More values than Capacity do not compile, since a constant may not throw.
  constexpr Few(std::initializer_list<T> values) : m_size(values.size()) {
    std::ranges::copy(values, m_values.begin());
  }
  constexpr T const *begin() const { return m_values.data(); }
  constexpr T const *end() const { return m_values.data() + m_size; }
  constexpr bool empty() const { return m_size == 0; }
  constexpr std::size_t size() const { return m_size; }
  constexpr bool contains(T value) const { return std::find(begin(), end(), value) != end(); }

 private:
  std::array<T, Capacity> m_values{};
  std::size_t m_size = 0;
};

}  // namespace wza::web

// SPDX-License-Identifier: Apache-2.0
// The name of a node within its Document.
#pragma once

#include <compare>
#include <cstdint>

namespace wza::web {

/// Index of a node in its Document. The document node itself is 0.
struct NodeId {
  std::uint32_t value = 0xFFFFFFFF;
  constexpr bool valid() const { return value != 0xFFFFFFFF; }
  constexpr auto operator<=>(NodeId const &) const = default;
};
inline constexpr NodeId kNoNode{};
inline constexpr NodeId kRoot{0};

}  // namespace wza::web

// SPDX-License-Identifier: Apache-2.0
// Which IP addresses are on the public internet (IANA special-purpose registries, RFC 6890). The
// others are visited only where the user named the host himself: a page on the web must not be able
// to send us into the office's own network.
#pragma once

#include <array>
#include <cstdint>

namespace wza::web {

/// An IPv4 address in host byte order.
bool is_public_address(std::uint32_t v4);

/// An IPv6 address; mapped, translated and 6to4 addresses count as the IPv4 address inside.
bool is_public_address(std::array<std::uint8_t, 16> const &v6);

}  // namespace wza::web

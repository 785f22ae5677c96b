// SPDX-License-Identifier: Apache-2.0
// Hosts of URLs (WHATWG URL, section 3): domains through UTS 46 (ICU), IPv4 in all its spellings,
// IPv6, opaque hosts. The result is the serialised host.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace wza::web {

/// How a host is to be read: that of a special scheme, or an opaque one.
enum class HostKind : std::uint8_t { special, opaque };

/// The serialised host ("xn--…", "127.0.0.1", "[::1]"), or nothing where it is no valid host.
std::optional<std::string> parse_host(std::string_view input, HostKind kind);

/// The four bytes of a serialised IPv4 host, or nothing where the host is none.
std::optional<std::uint32_t> ipv4_of(std::string_view host);

/// The sixteen bytes of "[…]", or nothing where the host is no IPv6 address.
std::optional<std::array<std::uint16_t, 8>> ipv6_of(std::string_view host);

/// True if the host is an IP address and no name.
bool is_ip_host(std::string_view host);

}  // namespace wza::web

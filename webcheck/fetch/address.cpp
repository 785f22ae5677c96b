// SPDX-License-Identifier: Apache-2.0
#include "webcheck/fetch/address.h"

#include <algorithm>
#include <cstddef>

namespace wza::web {
namespace {

struct Block {
  std::uint32_t address;
  int bits;
};

constexpr std::array<Block, 16> kNotPublic{{
    {0x00000000, 8},   // "this network"
    {0x0A000000, 8},   // private
    {0x64400000, 10},  // carrier-grade NAT
    {0x7F000000, 8},   // loopback
    {0xA9FE0000, 16},  // link local, cloud metadata
    {0xAC100000, 12},  // private
    {0xC0000000, 24},  // IETF protocol assignments
    {0xC0000200, 24},  // documentation
    {0xC0586300, 24},  // 6to4 relay anycast
    {0xC0A80000, 16},  // private
    {0xC6120000, 15},  // benchmarking
    {0xC6336400, 24},  // documentation
    {0xCB007100, 24},  // documentation
    {0xE0000000, 4},   // multicast
    {0xF0000000, 4},   // reserved, broadcast
    {0xFFFFFFFF, 32},
}};

std::uint32_t word(std::array<std::uint8_t, 16> const &v6, std::size_t at) {
  return static_cast<std::uint32_t>(v6[at]) << 24 | static_cast<std::uint32_t>(v6[at + 1]) << 16 |
         static_cast<std::uint32_t>(v6[at + 2]) << 8 | static_cast<std::uint32_t>(v6[at + 3]);
}

}  // namespace

bool is_public_address(std::uint32_t v4) {
  return std::none_of(kNotPublic.begin(), kNotPublic.end(), [&](Block const &block) {
    return (v4 ^ block.address) >> (32 - block.bits) == 0;
  });
}

bool is_public_address(std::array<std::uint8_t, 16> const &v6) {
  bool const zeros = word(v6, 0) == 0 && word(v6, 4) == 0;
  if (zeros && (word(v6, 8) == 0x0000FFFF || word(v6, 8) == 0)) {
    return is_public_address(word(v6, 12));  // ::ffff:a.b.c.d, ::a.b.c.d, :: and ::1
  }
  if (word(v6, 0) == 0x0064FF9B && word(v6, 4) == 0 && word(v6, 8) == 0) {
    return is_public_address(word(v6, 12));  // 64:ff9b::/96, NAT64
  }
  if (v6[0] == 0x20 && v6[1] == 0x02) {  // 2002::/16, 6to4
    return is_public_address(word(v6, 2));
  }
  bool const global_unicast = (v6[0] & 0xE0) == 0x20;                           // 2000::/3
  bool const documentation = word(v6, 0) == 0x20010DB8;                         // 2001:db8::/32
  bool const protocol = v6[0] == 0x20 && v6[1] == 0x01 && (v6[2] & 0xFE) == 0;  // 2001::/23
  return global_unicast && !documentation && !protocol;
}

}  // namespace wza::web

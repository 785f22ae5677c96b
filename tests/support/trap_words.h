// SPDX-License-Identifier: Apache-2.0
// Words made up from a number, and the frame that all pages of a made-up site have.
#pragma once

#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <string>

namespace wza::test {

/// The next of a row of numbers that look like chance (SplitMix64).
inline std::uint64_t next_chance(std::uint64_t &state) {
  state += 0x9E3779B97F4A7C15U;
  std::uint64_t z = state;
  z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
  z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
  return z ^ (z >> 31U);
}

/// `count` Chinese characters.
inline std::string chinese(std::uint64_t seed, int count) {
  std::string out;
  for (int i = 0; i < count; ++i) {
    auto const code = static_cast<std::uint32_t>(0x4E00 + next_chance(seed) % 3000);
    out += static_cast<char>(0xE0U | (code >> 12U));
    out += static_cast<char>(0x80U | ((code >> 6U) & 0x3FU));
    out += static_cast<char>(0x80U | (code & 0x3FU));
  }
  return out;
}

/// `count` syllables.
inline std::string pinyin(std::uint64_t seed, int count) {
  constexpr std::array kFirst{"b", "d", "g", "h", "j", "l", "m", "q", "sh", "w", "x", "zh"};
  constexpr std::array kLast{"a", "ai", "ang", "ei", "eng", "i", "ian", "ong", "u", "uan"};
  std::string out;
  for (int i = 0; i < count; ++i) {
    out += kFirst[next_chance(seed) % kFirst.size()];
    out += kLast[next_chance(seed) % kLast.size()];
  }
  return out;
}

/// Sixteen hexadecimal digits.
inline std::string key_word(std::uint64_t seed) {
  return fmt::format("{:016x}", next_chance(seed));
}

inline std::string trap_page(std::string const &body) {
  return "<!doctype html><html lang=zh><meta charset=utf-8><title>县政府</title>"
         "<div class=head><a href=/>首页</a><a href=/zwgk/index.html>政务公开</a>"
         "<a href=/xwzx/index.html>新闻中心</a></div><div class=main>" +
         body + "</div><div class=foot>版权所有，联系电话和地址见网站说明</div>";
}

}  // namespace wza::test

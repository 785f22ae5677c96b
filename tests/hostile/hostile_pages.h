// SPDX-License-Identifier: Apache-2.0
// Pages made to hang or burst a checker, written by code: some are 50 MB.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace wza::test {

struct HostilePage {
  std::string_view name;  ///< an identifier
  std::string (*make)();
};

/// All of them.
std::span<HostilePage const> hostile_pages();

// The kinds, one file each.
std::span<HostilePage const> hostile_markup();
std::span<HostilePage const> hostile_styles();
std::span<HostilePage const> hostile_semantics();

/// `part` so many times.
std::string repeated(std::size_t times, std::string_view part);

/// `pattern` so many times, with the running number in place of each '#', one more than it in place
/// of each '@'.
std::string numbered(std::size_t times, std::string_view pattern);

}  // namespace wza::test

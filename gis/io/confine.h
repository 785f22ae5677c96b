// SPDX-License-Identifier: Apache-2.0
// Takes from this process what a reader of strangers' files does not need, for good: the network,
// writing, other programs, files outside its folder, and more memory and time than a table takes.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <span>

namespace wza::gis {

struct Limits {
  /// Beyond what the program has mapped when it starts.
  std::size_t memory = std::size_t{400} << 20;
  std::chrono::seconds cpu{8};

  /// For files that somebody trusts.
  static Limits large() { return {std::size_t{4} << 30, std::chrono::seconds{300}}; }
};

/// From here on the process may read what lies in `folder`, the `files` and the data of installed
/// libraries, and write to the descriptors that are open already; nothing else. Seccomp refuses
/// sockets, programs and every change of a file system; Landlock, where the kernel has it, the
/// files elsewhere. False where the kernel grants no seccomp: then nothing may be read.
bool confine(std::filesystem::path const &folder, std::span<std::filesystem::path const> files,
             Limits const &limits);

}  // namespace wza::gis

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace wza {

/// Identity of the running program's code: the build id that its linker has written (ELF note
/// NT_GNU_BUILD_ID) in hexadecimal; empty where it has none. Two builds that differ in anything
/// have different ones, whatever version they call themselves.
std::string build_id();

}  // namespace wza

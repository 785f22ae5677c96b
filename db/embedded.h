// SPDX-License-Identifier: Apache-2.0
// Files that are part of the program: migrations and reference tables. db/embed.cmake puts them
// there and writes the functions; other rooms may declare their own embedded_<name>().
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace wza {

/// One file as it was when the program was built. Both views live as long as the program.
struct EmbeddedFile {
  std::string_view name;     ///< file name without folder, "0001_base.sql"
  std::string_view content;  ///< all bytes; a NUL follows that is not part of it
};

/// db/migrations/*.sql, sorted by name.
std::span<EmbeddedFile const> embedded_migrations();
/// db/private_migrations/*.sql, sorted by name.
std::span<EmbeddedFile const> embedded_private_migrations();
/// db/reference/*.tsv, sorted by name.
std::span<EmbeddedFile const> embedded_reference();

}  // namespace wza

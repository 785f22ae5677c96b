// SPDX-License-Identifier: Apache-2.0
// Brings a tracker to the schema of this program: forward only, each migration in a transaction of
// its own, its digest kept and compared for ever after.
#pragma once

#include "db/base/clock.h"
#include "db/embedded.h"
#include "db/sqlite/database.h"

#include <filesystem>
#include <span>

namespace wza {

/// Version of the schema that this program writes: that of its last migration.
int schema_version(std::span<EmbeddedFile const> migrations);
/// Version of the tracker's schema; 0 for an empty file.
int schema_version(Database &db);

/// Throws TrackerError unless `db` is a tracker whose migrations are a beginning of `migrations`:
/// no other kind of file, none of a newer program, none whose history was edited.
void check_schema(Database &db, std::filesystem::path const &path,
                  std::span<EmbeddedFile const> migrations);

/// Applies what is missing. A tracker that holds something is first copied to
/// "<path>.before-<version>".
void migrate(Database &db, std::filesystem::path const &path, Clock const &clock,
             std::span<EmbeddedFile const> migrations);

}  // namespace wza

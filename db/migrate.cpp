// SPDX-License-Identifier: Apache-2.0
#include "db/migrate.h"

#include "db/base/digest.h"
#include "db/base/error.h"
#include "db/sqlite/transaction.h"

#include <fmt/format.h>

#include <charconv>

namespace wza {
namespace {

/// "0012_add_photos.sql" is version 12.
int version_of(EmbeddedFile const &migration) {
  int version = 0;
  auto const [end, error] = std::from_chars(migration.name.data(),
                                            migration.name.data() + migration.name.size(), version);
  assert(error == std::errc() && *end == '_' && version > 0);
  static_cast<void>(end);
  static_cast<void>(error);
  return version;
}

bool has_table(Database &db, std::string_view name) {
  return db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?1")
      .bind(name)
      .step();
}

bool is_empty(Database &db) {
  return !db.prepare("SELECT 1 FROM sqlite_schema").step();
}

TrackerError wrong_file(std::filesystem::path const &path) {
  return TrackerError(
      {fmt::format("{} 不是 wza 的跟踪库。请用 wza init 新建一个，或指定别的文件。", path.string()),
       fmt::format("{} is not a tracker of wza. Make one with wza init, or name another "
                   "file.",
                   path.string())});
}

}  // namespace

int schema_version(std::span<EmbeddedFile const> migrations) {
  return migrations.empty() ? 0 : version_of(migrations.back());
}

int schema_version(Database &db) {
  if (!has_table(db, "schema_version")) return 0;
  Statement row = db.prepare("SELECT coalesce(max(version), 0) FROM schema_version");
  row.step();
  return row.get<int>(0);
}

void check_schema(Database &db, std::filesystem::path const &path,
                  std::span<EmbeddedFile const> migrations) {
  if (!has_table(db, "schema_version")) {
    if (!is_empty(db)) throw wrong_file(path);
    return;
  }
  Statement row = db.prepare("SELECT version, sha256 FROM schema_version ORDER BY version");
  auto expected = migrations.begin();
  while (row.step()) {
    int const version = row.get<int>(0);
    if (expected == migrations.end()) {
      throw TrackerError(
          {fmt::format(
               "跟踪库 {} 是更新版本的 wza 建立的（库版本 {}，本程序只认到 {}）。请升级 wza；"
               "没有改动这个文件。",
               path.string(), schema_version(db), schema_version(migrations)),
           fmt::format(
               "The tracker {} was made by a newer wza (schema {}; this program knows up to "
               "{}). Upgrade wza; the file was left as it is.",
               path.string(), schema_version(db), schema_version(migrations))});
    }
    if (version != version_of(*expected) || row.text(1) != sha256(expected->content)) {
      throw TrackerError(
          {fmt::format("跟踪库 {} 的第 {} 次升级与本程序的不同。请使用建立它的那个版本的 wza。",
                       path.string(), version),
           fmt::format("Migration {} of the tracker {} is not the one of this program. Use the wza "
                       "that made it.",
                       version, path.string())});
    }
    ++expected;
  }
}

void migrate(Database &db, std::filesystem::path const &path, Clock const &clock,
             std::span<EmbeddedFile const> migrations) {
  check_schema(db, path, migrations);
  int const from = schema_version(db);
  if (from == schema_version(migrations)) return;
  if (from > 0) {
    std::filesystem::path const copy = fmt::format("{}.before-{}", path.string(), from + 1);
    std::filesystem::remove(copy);
    db.copy_into(copy);
  }
  for (EmbeddedFile const &migration : migrations) {
    if (version_of(migration) <= from) continue;
    Transaction transaction(db);
    db.execute(migration.content);
    db.prepare(
          "INSERT INTO schema_version(version, name, sha256, applied_at) VALUES(?1, ?2, ?3, ?4)")
        .bind(version_of(migration), migration.name, sha256(migration.content), clock.now())
        .run();
    transaction.commit();
  }
}

}  // namespace wza

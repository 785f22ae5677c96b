// SPDX-License-Identifier: Apache-2.0
#include "db/store/health.h"

#include "db/embedded.h"
#include "db/migrate.h"
#include "db/store/runs.h"

#include <fmt/format.h>

#include <array>
#include <string>

namespace wza {
namespace {

constexpr std::int64_t kGeoPackageId = 0x47504B47;  // "GPKG", GeoPackage 1.3, clause 1.1.1.1.1
constexpr int kShown = 5;

Text restore_words() {
  return {"请停止写入，用最近的备份（.before-N 文件或 VACUUM 副本）替换后再运行 wza doctor。",
          "Stop writing; put the latest backup in its place and run wza doctor again."};
}

std::vector<std::string> column(Database &db, std::string_view sql) {
  std::vector<std::string> all;
  Statement row = db.prepare(sql);
  while (row.step())
    all.emplace_back(row.text(0));
  return all;
}

std::string some(std::vector<std::string> const &all) {
  std::string out;
  for (std::size_t i = 0; i < all.size() && i < kShown; ++i)
    out += fmt::format("{}{}", i == 0 ? "" : ", ", all[i]);
  return all.size() > kShown ? out + ", …" : out;
}

Examined file_integrity(Database &db) {
  auto const found = column(db, "PRAGMA integrity_check(20)");
  if (found.size() == 1 && found.front() == "ok") {
    return {Health::sound,
            {"文件完整（integrity_check 通过）。", "The file is whole (integrity_check)."},
            {}};
  }
  return {Health::broken,
          {fmt::format("文件已损坏：{}。", some(found)),
           fmt::format("The file is damaged: {}.", some(found))},
          restore_words()};
}

Examined references(Database &db) {
  auto const found = column(db, "SELECT DISTINCT \"table\" FROM pragma_foreign_key_check");
  if (found.empty()) {
    return {Health::sound,
            {"记录之间的引用完整（foreign_key_check 通过）。",
             "All references between records hold (foreign_key_check)."},
            {}};
  }
  return {
      Health::broken,
      {fmt::format("这些表里有指向不存在记录的引用：{}。", some(found)),
       fmt::format("References to records that are not there, in the tables: {}.", some(found))},
      restore_words()};
}

Examined schema(Database &db) {
  int const ours = schema_version(embedded_migrations());
  int const theirs = schema_version(db);
  if (theirs == ours) {
    return {Health::sound,
            {fmt::format("库结构是最新版本（{}）。", ours),
             fmt::format("The schema is the newest ({}).", ours)},
            {}};
  }
  return {
      Health::attention,
      {fmt::format("库结构是第 {} 版，本程序用第 {} 版。", theirs, ours),
       fmt::format("The schema is version {}, this program's is {}.", theirs, ours)},
      {"请运行 wza doctor --migrate（会先备份）。", "Run wza doctor --migrate; a copy is kept."}};
}

Examined geopackage(Database &db) {
  auto wrong = column(db,
                      "SELECT table_name FROM gpkg_contents WHERE table_name NOT IN (SELECT name "
                      "FROM sqlite_master WHERE type IN ('table', 'view')) UNION SELECT table_name "
                      "FROM gpkg_contents WHERE data_type = 'features' AND table_name NOT IN "
                      "(SELECT table_name FROM gpkg_geometry_columns)");
  Statement id = db.prepare("PRAGMA application_id");
  if (!id.step() || id.get<std::int64_t>(0) != kGeoPackageId) wrong.emplace_back("application_id");
  if (wrong.empty()) {
    return {Health::sound,
            {"GeoPackage 登记完整，可以用 QGIS 打开。",
             "The GeoPackage tables are in order; QGIS can open the tracker."},
            {}};
  }
  return {Health::broken,
          {fmt::format("GeoPackage 登记有误：{}。", some(wrong)),
           fmt::format("The GeoPackage tables are not in order: {}.", some(wrong))},
          restore_words()};
}

// References that no foreign key can hold, because they lead to one of two tables or may be early.
struct Orphan {
  std::string_view sql;
  TextView what;
};
constexpr std::array kOrphans{
    Orphan{"SELECT id FROM findings f WHERE kind = 'facility' AND NOT EXISTS "
           "(SELECT 1 FROM facilities p WHERE p.id = f.subject)",
           {"有的问题指向不存在的设施", "Findings about facilities that are not there"}},
    Orphan{"SELECT id FROM findings f WHERE kind = 'web' AND NOT EXISTS "
           "(SELECT 1 FROM sites s WHERE s.origin = f.subject)",
           {"有的问题指向不存在的网站", "Findings about sites that are not there"}},
    Orphan{"SELECT id FROM findings f WHERE NOT EXISTS "
           "(SELECT 1 FROM occurrences o WHERE o.finding = f.id)",
           {"有的问题没有任何出现位置", "Findings without any place"}},
    Orphan{"SELECT id FROM findings f WHERE district IS NOT NULL AND NOT EXISTS "
           "(SELECT 1 FROM districts d WHERE d.code = f.district)",
           {"有的问题指向不存在的地区", "Findings in districts that are not there"}},
};

void orphans(Database &db, std::vector<Examined> &all) {
  bool sound = true;
  for (Orphan const &orphan : kOrphans) {
    auto const found = column(db, orphan.sql);
    if (found.empty()) continue;
    sound = false;
    all.push_back({Health::broken,
                   {fmt::format("{}（编号 {}）。", orphan.what.zh, some(found)),
                    fmt::format("{} (numbers {}).", orphan.what.en, some(found))},
                   {"请重新导入对应的设施、地区或重新检测网站。",
                    "Import the facilities or districts again, or crawl the site again."}});
  }
  if (sound) {
    all.push_back({Health::sound,
                   {"每个问题都有对象和位置。", "Every finding has its subject and its place."},
                   {}});
  }
}

void unfinished_runs(Tracker &tracker, std::vector<Examined> &all) {
  for (Run const &run : RunStore(tracker).unfinished()) {
    all.push_back(
        {Health::attention,
         {fmt::format("{} 开始的一次{}没有做完。", run.started_at.iso(), label(run.kind).zh),
          fmt::format("A run ({}) that began at {} was not finished.", label(run.kind).en,
                      run.started_at.iso())},
         {"请再运行一次同样的命令，它会从中断处继续，已完成的不会重复。",
          "Run the same command again: it goes on where it stopped and does nothing twice."}});
  }
}

}  // namespace

std::vector<Examined> examine(Tracker &tracker) {
  Database &db = tracker.db();
  std::vector<Examined> all{file_integrity(db)};
  if (all.front().health == Health::broken) return all;
  all.push_back(references(db));
  all.push_back(schema(db));
  all.push_back(geopackage(db));
  orphans(db, all);
  unfinished_runs(tracker, all);
  return all;
}

}  // namespace wza

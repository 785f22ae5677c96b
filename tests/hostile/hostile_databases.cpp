// SPDX-License-Identifier: Apache-2.0
// U06: GeoPackages that run something, never end, or lie about themselves.
#include "tests/hostile/hostile_pages.h"
#include "tests/hostile/hostile_uploads.h"

#include <sqlite3.h>

#include <array>
#include <memory>
#include <stdexcept>

namespace wza::test {
namespace {

constexpr std::string_view kPackage =
    "PRAGMA application_id = 1196444487; PRAGMA user_version = 10200;"
    "CREATE TABLE gpkg_spatial_ref_sys(srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization "
    "TEXT, organization_coordsys_id INTEGER, definition TEXT, description TEXT);"
    "INSERT INTO gpkg_spatial_ref_sys VALUES('WGS 84', 4326, 'EPSG', 4326, 'undefined', '');"
    "CREATE TABLE gpkg_contents(table_name TEXT PRIMARY KEY, data_type TEXT, identifier TEXT, "
    "description TEXT, last_change TEXT, min_x, min_y, max_x, max_y, srs_id INTEGER);"
    "CREATE TABLE gpkg_geometry_columns(table_name TEXT, column_name TEXT, geometry_type_name "
    "TEXT, srs_id INTEGER, z INTEGER, m INTEGER);"
    "INSERT INTO gpkg_contents VALUES('d', 'features', 'd', '', '2024-01-01T00:00:00.000Z', 0, 0, "
    "1, 1, 4326);"
    "INSERT INTO gpkg_geometry_columns VALUES('d', 'geom', 'GEOMETRY', 4326, 0, 0);";

/// The bytes of a GeoPackage made with these statements.
std::string package(std::string const &statements) {
  sqlite3 *handle = nullptr;
  sqlite3_open(":memory:", &handle);
  std::unique_ptr<sqlite3, decltype(&sqlite3_close)> const db(handle, sqlite3_close);
  std::string const sql = std::string(kPackage) + statements;
  char *error = nullptr;
  if (sqlite3_exec(db.get(), sql.c_str(), nullptr, nullptr, &error) != SQLITE_OK)
    throw std::runtime_error(error);
  sqlite3_int64 size = 0;
  std::unique_ptr<unsigned char, decltype(&sqlite3_free)> const bytes(
      sqlite3_serialize(db.get(), "main", &size, 0), sqlite3_free);
  return {reinterpret_cast<char const *>(bytes.get()), static_cast<std::size_t>(size)};
}

std::string table(std::string const &columns = "code TEXT, name TEXT") {
  return "CREATE TABLE d(fid INTEGER PRIMARY KEY, geom BLOB, " + columns + ");";
}
constexpr std::string_view kPoint =  // in the form of GeoPackage 1.3, 2.1.3
    "x'47500001E6100000010100000000000000000059400000000000003840'";
std::string one_row() {
  return "INSERT INTO d(geom, code, name) VALUES(" + std::string(kPoint) + ", '990101', 'a');";
}

std::string endless_view(Bait const &) {
  return package(
      "CREATE VIEW d AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
      "SELECT i AS fid, NULL AS geom, 'a' AS code, 'b' AS name FROM n WHERE i < 0;");
}
std::string view_of_growing_rows(Bait const &) {
  return package(
      "CREATE VIEW d AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
      "SELECT i AS fid, NULL AS geom, hex(zeroblob(1000000)) AS code, 'b' AS name FROM n;");
}
std::string view_with_functions(Bait const &bait) {
  return package("CREATE VIEW d AS SELECT 1 AS fid, NULL AS geom, load_extension('" + bait.file +
                 "') AS code, 'b' AS name;");
}
std::string view_that_asks_the_web(Bait const &bait) {
  return package("CREATE VIEW d AS SELECT 1 AS fid, ogr_geocode('" + bait.url +
                 "') AS geom, ogr_deflate('a') AS code, 'b' AS name;");
}
std::string virtual_table(Bait const &bait) {
  return package(
      "PRAGMA writable_schema = ON; INSERT INTO sqlite_schema VALUES('table', 'd', 'd', "
      "0, 'CREATE VIRTUAL TABLE d USING VirtualOGR(''CSV:" +
      bait.file + "'')'); PRAGMA writable_schema = OFF;");
}
std::string triggers(Bait const &) {
  return package(table() + one_row() +
                 "CREATE TABLE t(a); CREATE TRIGGER g1 AFTER UPDATE ON d BEGIN DELETE FROM d; END; "
                 "CREATE TRIGGER g2 AFTER INSERT ON d BEGIN INSERT INTO t SELECT "
                 "load_extension('x'); END;");
}
std::string large_blobs(Bait const &) {
  return package(table() +
                 "INSERT INTO d(geom, code, name) VALUES(zeroblob(60000000), '990101', 'a');"
                 "INSERT INTO d(geom, code, name) VALUES(zeroblob(60000000), '990102', 'b');");
}
std::string geometry_of_billions(Bait const &) {
  // A polygon that claims four billion rings, and one ring of four billion points.
  return package(table() +
                 "INSERT INTO d(geom, code, name) VALUES("
                 "x'47500001E61000000103000000FFFFFFFF', '990101', 'a');"
                 "INSERT INTO d(geom, code, name) VALUES("
                 "x'47500001E6100000010300000001000000FFFFFFFF', '990102', 'a');");
}
std::string thousands_of_columns(Bait const &) {
  std::string columns = "code TEXT, name TEXT";
  for (int i = 0; i < 1900; ++i)
    columns += ", c" + std::to_string(i) + " TEXT";
  return package(table(columns) + one_row());
}
std::string thousands_of_layers(Bait const &) {
  return package(table() + one_row() +
                 numbered(5000,
                          "CREATE TABLE d#(fid INTEGER PRIMARY KEY, geom BLOB);"
                          "INSERT INTO gpkg_contents VALUES('d#', 'features', 'd#', '', "
                          "'2024-01-01T00:00:00.000Z', 0, 0, 1, 1, 4326);"
                          "INSERT INTO gpkg_geometry_columns VALUES('d#', 'geom', "
                          "'GEOMETRY', 4326, 0, 0);"));
}

std::string whole() {
  return package(table() + numbered(2000, "INSERT INTO d(geom, code, name) VALUES(" +
                                              std::string(kPoint) + ", '99#', 'a');"));
}
std::string cut_off(Bait const &) {
  return whole().substr(0, 20'000);
}
std::string damaged_pages(Bait const &) {
  std::string bytes = whole();
  for (std::size_t i = 5000; i < bytes.size(); i += 97)
    bytes[i] = static_cast<char>(bytes[i] ^ 0x55);
  return bytes;
}
std::string pages_in_a_ring(Bait const &) {
  std::string bytes = whole();
  // Right-most children of the inner pages point at page 1.
  for (std::size_t page = 4096; page < bytes.size(); page += 4096)
    if (bytes[page] == 5) bytes.replace(page + 8, 4, std::string("\0\0\0\1", 4));
  return bytes;
}
std::string claims_many_pages(Bait const &) {
  std::string bytes = whole();
  bytes.replace(28, 4, "\xFF\xFF\xFF\xFE");
  return bytes;
}
std::string in_wal_mode(Bait const &) {
  std::string bytes = whole();
  bytes[18] = bytes[19] = 2;
  return bytes;
}
std::string no_package(Bait const &) {
  std::string bytes = whole();
  bytes.replace(68, 4, std::string(4, '\0'));  // application_id
  return bytes;
}

constexpr std::array kDatabases{
    HostileUpload{"U06_endless_view", "view.gpkg", endless_view},
    HostileUpload{"U06_view_of_growing_rows", "growing.gpkg", view_of_growing_rows},
    HostileUpload{"U06_view_with_functions", "functions.gpkg", view_with_functions},
    HostileUpload{"U06_view_that_asks_the_web", "geocode.gpkg", view_that_asks_the_web},
    HostileUpload{"U06_virtual_table", "virtual.gpkg", virtual_table},
    HostileUpload{"U06_triggers", "triggers.gpkg", triggers},
    HostileUpload{"U06_large_blobs", "blobs.gpkg", large_blobs},
    HostileUpload{"U06_geometry_of_billions", "billions.gpkg", geometry_of_billions},
    HostileUpload{"U06_thousands_of_columns", "columns.gpkg", thousands_of_columns},
    HostileUpload{"U06_thousands_of_layers", "layers.gpkg", thousands_of_layers},
    HostileUpload{"U06_cut_off", "cut.gpkg", cut_off},
    HostileUpload{"U06_damaged_pages", "damaged.gpkg", damaged_pages},
    HostileUpload{"U06_pages_in_a_ring", "ring.gpkg", pages_in_a_ring},
    HostileUpload{"U06_claims_many_pages", "claims.gpkg", claims_many_pages},
    HostileUpload{"U06_in_wal_mode", "wal.gpkg", in_wal_mode},
    HostileUpload{"U06_no_package", "plain.gpkg", no_package},
};

}  // namespace

std::span<HostileUpload const> hostile_databases() {
  return kDatabases;
}

}  // namespace wza::test

// SPDX-License-Identifier: Apache-2.0
#include "tests/support/gpkg_validator.h"

#include "db/sqlite/database.h"
#include "gis/geo/gpkg_blob.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace wza::test {
namespace {

constexpr std::array<std::string_view, 13> kTypes{
    "BOOLEAN", "TINYINT", "SMALLINT", "MEDIUMINT", "INT",  "INTEGER", "FLOAT",
    "DOUBLE",  "REAL",    "TEXT",     "BLOB",      "DATE", "DATETIME"};

class Validator {
 public:
  explicit Validator(std::filesystem::path const &path) : m_db(Database::open_read(path)) {}

  std::vector<std::string> faults() {
    expect(number("SELECT application_id FROM pragma_application_id") == 0x47504B47,
           "requirement 2: application_id is GPKG");
    auto const version = number("SELECT user_version FROM pragma_user_version");
    expect(version >= 10200 && version < 10500, "requirement 2: user_version");
    expect(text("PRAGMA integrity_check") == "ok", "requirement 6: integrity_check");
    expect(number("SELECT count(*) FROM pragma_foreign_key_check") == 0,
           "requirement 7: foreign_key_check");
    columns("gpkg_spatial_ref_sys", {"srs_name", "srs_id", "organization",
                                     "organization_coordsys_id", "definition", "description"});
    columns("gpkg_contents", {"table_name", "data_type", "identifier", "description", "last_change",
                              "min_x", "min_y", "max_x", "max_y", "srs_id"});
    columns("gpkg_geometry_columns",
            {"table_name", "column_name", "geometry_type_name", "srs_id", "z", "m"});
    expect(number("SELECT count(*) FROM gpkg_spatial_ref_sys WHERE srs_id IN (-1, 0, 4326)") == 3,
           "requirement 11: the three systems that are always there");
    expect(number("SELECT count(*) FROM gpkg_contents WHERE table_name NOT IN "
                  "(SELECT name FROM sqlite_master WHERE type IN ('table', 'view'))") == 0,
           "requirement 14: each content is a table");
    expect(number("SELECT count(*) FROM gpkg_contents WHERE last_change IS NOT "
                  "strftime('%Y-%m-%dT%H:%M:%fZ', last_change)") == 0,
           "requirement 15: last_change is ISO 8601");
    expect(number("SELECT count(*) FROM gpkg_contents WHERE data_type = 'features' AND table_name "
                  "NOT IN (SELECT table_name FROM gpkg_geometry_columns)") == 0,
           "requirement 23: each feature table has its geometry column");
    Statement row = m_db.prepare(
        "SELECT c.table_name, g.column_name, g.geometry_type_name, g.srs_id, c.min_x, c.min_y, "
        "c.max_x, c.max_y FROM gpkg_contents c JOIN gpkg_geometry_columns g USING (table_name) "
        "JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id AND s.srs_id = c.srs_id");
    int tables = 0;
    while (row.step()) {
      features(row);
      ++tables;
    }
    expect(tables == number("SELECT count(*) FROM gpkg_geometry_columns"),
           "requirements 26 and 146: systems of columns and contents are known and agree");
    values();
    if (number("SELECT count(*) FROM sqlite_master WHERE name = 'layer_styles'") == 1) styles();
    return std::move(m_faults);
  }

 private:
  void expect(bool holds, std::string const &what) {
    if (!holds) m_faults.push_back(what);
  }
  std::int64_t number(std::string const &sql) {
    Statement row = m_db.prepare(sql);
    return row.step() ? row.get<std::int64_t>(0) : -1;
  }
  std::string text(std::string const &sql) {
    Statement row = m_db.prepare(sql);
    return row.step() ? row.get<std::string>(0) : "";
  }
  void columns(std::string const &table, std::vector<std::string> const &names) {
    for (auto const &name : names) {
      Statement row =
          m_db.prepare("SELECT 1 FROM pragma_table_info(?1) WHERE name = ?2").bind(table, name);
      expect(row.step(), fmt::format("{} lacks {}", table, name));
    }
  }

  /// Requirement 5: types of table 1, and values of dates as they are laid down there.
  void values() {
    Statement column = m_db.prepare(
        "SELECT c.table_name, p.name, p.type FROM gpkg_contents c, pragma_table_info(c.table_name) "
        "p LEFT JOIN gpkg_geometry_columns g ON g.table_name = c.table_name AND g.column_name = "
        "p.name WHERE g.column_name IS NULL");
    while (column.step()) {
      auto const table = column.get<std::string>(0), name = column.get<std::string>(1);
      std::string const type(column.text(2).substr(0, column.text(2).find('(')));
      expect(std::ranges::count(kTypes, type) == 1,
             fmt::format("requirement 5: {}.{} is of type {}", table, name, type));
      auto const odd = [&](std::string_view pattern) {
        return number(
            fmt::format("SELECT count(*) FROM \"{0}\" WHERE \"{1}\" IS NOT NULL AND "
                        "\"{1}\" IS NOT strftime('{2}', \"{1}\")",
                        table, name, pattern));
      };
      if (type == "DATE")
        expect(odd("%Y-%m-%d") == 0, fmt::format("requirement 5: dates in {}.{}", table, name));
      if (type == "DATETIME")
        expect(odd("%Y-%m-%dT%H:%M:%fZ") == 0,
               fmt::format("requirement 5: times in {}.{}", table, name));
    }
  }

  /// What QGIS reads of the table of styles: one default a layer, by the names of table and
  /// geometry column, beside empty names of catalogue and schema.
  void styles() {
    columns("layer_styles", {"id", "f_table_catalog", "f_table_schema", "f_table_name",
                             "f_geometry_column", "styleName", "styleQML", "styleSLD",
                             "useAsDefault", "description", "owner", "ui", "update_time"});
    expect(number("SELECT count(*) FROM gpkg_contents WHERE table_name = 'layer_styles' AND "
                  "data_type = 'attributes'") == 1,
           "layer_styles is no attributes table");
    expect(number("SELECT count(*) FROM layer_styles s LEFT JOIN gpkg_geometry_columns g ON "
                  "g.table_name = s.f_table_name AND g.column_name = s.f_geometry_column "
                  "WHERE g.table_name IS NULL OR s.f_table_catalog <> '' OR s.f_table_schema <> "
                  "''") == 0,
           "a style is of no layer");
    expect(number("SELECT count(*) FROM gpkg_geometry_columns g WHERE (SELECT count(*) FROM "
                  "layer_styles s WHERE s.f_table_name = g.table_name AND s.useAsDefault = 1) <> "
                  "1") == 0,
           "a layer has not one default style");
    Statement row = m_db.prepare("SELECT styleName, styleQML FROM layer_styles");
    while (row.step()) {
      auto const name = row.get<std::string>(0), qml = row.get<std::string>(1);
      auto const has = [&](std::string_view what) { return qml.find(what) != std::string::npos; };
      expect(has("<qgis ") && has("<renderer-v2 type=\"") && has("</qgis>"),
             name + " is no style of QGIS");
      expect(!has("labelsEnabled=\"1\"") || has("obstacleType=\"1\""),
             name + ": labels of areas are not drawn where areas are obstacles to themselves");
    }
  }

  /// One feature table: its key, blobs, extent and R-tree.
  void features(Statement const &contents) {
    auto const table = contents.get<std::string>(0), column = contents.get<std::string>(1);
    auto const kind = contents.get<std::string>(2);
    auto const srs = contents.get<std::int64_t>(3);
    expect(number(fmt::format("SELECT count(*) FROM pragma_table_info('{}') WHERE pk = 1 AND "
                              "type = 'INTEGER'",
                              table)) == 1,
           "requirement 29: an integer primary key in " + table);
    double low_x = 1e9, low_y = 1e9, high_x = -1e9, high_y = -1e9;
    std::int64_t with_geometry = 0;
    Statement row = m_db.prepare(
        fmt::format("SELECT \"{0}\" FROM \"{1}\" WHERE \"{0}\" IS NOT NULL", column, table));
    while (row.step()) {
      auto const blob = row.blob(0);
      auto const byte = [&](std::size_t at) { return std::to_integer<unsigned>(blob[at]); };
      if (blob.size() < 8 || byte(0) != 'G' || byte(1) != 'P' || byte(2) != 0) {
        expect(false, "requirement 19: a blob without its header in " + table);
        continue;
      }
      expect((byte(3) & 1) == 1 && (byte(3) & 0b10000) == 0, "flags: little endian, not empty");
      std::int64_t const own = byte(4) | byte(5) << 8 | byte(6) << 16 | byte(7) << 24;
      expect(own == srs, "the srs_id of a blob is not its table's in " + table);
      auto const geometry = gis::from_blob(blob);
      if (!geometry) {
        expect(false, "a blob is no point and no area in " + table);
        continue;
      }
      ++with_geometry;
      auto const *point = std::get_if<gis::Point>(&*geometry);
      expect(kind == "GEOMETRY" || (kind == "POINT") == (point != nullptr),
             "requirement 32: a geometry of another type in " + table);
      auto const box = point != nullptr ? gis::Box{*point, *point}
                                        : *gis::box_of(std::get<gis::MultiPolygon>(*geometry));
      low_x = std::min(low_x, box.min.degrees().lon);
      low_y = std::min(low_y, box.min.degrees().lat);
      high_x = std::max(high_x, box.max.degrees().lon);
      high_y = std::max(high_y, box.max.degrees().lat);
    }
    if (with_geometry > 0) {
      auto const near = [&](int at, double value) {
        return !contents.is_null(at) && std::abs(contents.get<double>(at) - value) < 1e-6;
      };
      expect(near(4, low_x) && near(5, low_y) && near(6, high_x) && near(7, high_y),
             "the extent in gpkg_contents is not that of " + table);
    }
    index(table, column, with_geometry);
  }

  /// Annex F.3: the R-tree.
  void index(std::string const &table, std::string const &column, std::int64_t with_geometry) {
    auto const name = fmt::format("rtree_{}_{}", table, column);
    expect(number(fmt::format("SELECT count(*) FROM gpkg_extensions WHERE table_name = '{}' AND "
                              "column_name = '{}' AND extension_name = 'gpkg_rtree_index' AND "
                              "scope = 'write-only'",
                              table, column)) == 1,
           "requirement 75: the R-tree of " + table + " is announced");
    if (number(fmt::format("SELECT count(*) FROM sqlite_master WHERE name = '{}' AND sql LIKE "
                           "'CREATE VIRTUAL TABLE%rtree%'",
                           name)) != 1) {
      expect(false, "requirement 76: there is no R-tree of " + table);
      return;
    }
    expect(number(fmt::format("SELECT count(*) FROM \"{}\"", name)) == with_geometry,
           "requirement 76: the R-tree of " + table + " has each geometry once");
    for (char const *trigger : {"insert", "update1", "update2", "update3", "update4", "delete"}) {
      expect(number(fmt::format("SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND "
                                "name = '{}_{}'",
                                name, trigger)) == 1,
             fmt::format("requirement 77: no trigger {} of {}", trigger, table));
    }
  }

  Database m_db;
  std::vector<std::string> m_faults;
};

}  // namespace

std::vector<std::string> gpkg_faults(std::filesystem::path const &path) {
  return Validator(path).faults();
}

}  // namespace wza::test

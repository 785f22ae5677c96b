// SPDX-License-Identifier: Apache-2.0
#include "db/store/reference.h"

#include "db/store/columns.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace wza {
namespace {

struct Column {
  std::string name, type;
  std::int64_t key = 0;  ///< place in the primary key, 0 outside it
};

std::vector<Column> columns_of(Database &db, std::string_view table) {
  std::vector<Column> columns;
  auto rows = db.prepare("SELECT name, type, pk FROM pragma_table_info(?1)");
  rows.bind(table);
  while (rows.step())
    columns.push_back(
        {rows.get<std::string>(0), rows.get<std::string>(1), rows.get<std::int64_t>(2)});
  return columns;
}

Problem refused(std::string_view file, std::optional<std::int64_t> line, Text reason) {
  Problem p;
  p.code = ProblemCode::bad_value;
  p.where = std::string(file);
  p.row = line;
  p.reason = std::move(reason);
  p.remedy = {"请改正随软件提供的参考表。", "Correct the reference table of the program."};
  return p;
}

/// INSERT … ON CONFLICT DO UPDATE for the columns of a file. Names are those that the schema
/// itself told (pragma_table_info), values are bound: one JSON array a row.
std::string upsert(std::string_view table, std::vector<Column> const &columns) {
  std::vector<std::string> names, values, keys, updates;
  for (Column const &column : columns) {
    names.push_back(fmt::format("\"{}\"", column.name));
    values.push_back(fmt::format("?1 ->> {}", values.size()));
    if (column.key > 0) keys.push_back(names.back());
    updates.push_back(fmt::format("{0} = excluded.{0}", names.back()));
  }
  return fmt::format(
      "INSERT INTO \"{}\"({}) SELECT {} WHERE true ON CONFLICT({}) DO UPDATE SET {}, "
      "retired = 0 WHERE origin = 'reference'",
      table, fmt::join(names, ", "), fmt::join(values, ", "), fmt::join(keys, ", "),
      fmt::join(updates, ", "));
}

nlohmann::json value_of(std::string_view field, Column const &column) {
  if (field.empty()) return nullptr;
  if (column.type == "INTEGER" && field == "yes") return 1;
  if (column.type == "INTEGER" && field == "no") return 0;
  return field;
}

}  // namespace

std::vector<Standard> ReferenceStore::standards() {
  std::vector<Standard> all;
  auto rows = m_tracker->db().prepare(
      "SELECT id, title_zh, title_en, kind, in_force_from, note_zh, note_en, confidence "
      "FROM standards WHERE retired = 0 ORDER BY id");
  while (rows.step()) {
    Standard s;
    s.id = rows.get<std::string>(0);
    s.title = text_at(rows, 1);
    s.kind = rows.get<StandardKind>(3);
    s.in_force_from = rows.get<std::optional<LocalDate>>(4);
    s.note = text_at(rows, 5);
    s.confidence = rows.get<Confidence>(7);
    all.push_back(std::move(s));
  }
  return all;
}

std::vector<PlaceType> ReferenceStore::place_types() {
  std::vector<PlaceType> all;
  auto rows = m_tracker->db().prepare(
      "SELECT code, name_zh, name_en, public_building FROM place_types "
      "WHERE retired = 0 ORDER BY code");
  while (rows.step())
    all.push_back({rows.get<PlaceTypeCode>(0), text_at(rows, 1), rows.get<bool>(3)});
  return all;
}

std::optional<PlaceType> ReferenceStore::place_type(PlaceTypeCode const &code) {
  auto row = m_tracker->db().prepare(
      "SELECT code, name_zh, name_en, public_building FROM place_types WHERE code = ?1");
  row.bind(code);
  if (!row.step()) return std::nullopt;
  return PlaceType{row.get<PlaceTypeCode>(0), text_at(row, 1), row.get<bool>(3)};
}

std::vector<FacilityType> ReferenceStore::facility_types() {
  std::vector<FacilityType> all;
  auto rows = m_tracker->db().prepare(
      "SELECT code, name_zh, name_en FROM facility_types WHERE retired = 0 ORDER BY code");
  while (rows.step())
    all.push_back({rows.get<std::string>(0), text_at(rows, 1)});
  return all;
}

std::vector<Fact> ReferenceStore::facts() {
  std::vector<Fact> all;
  auto rows = m_tracker->db().prepare(
      "SELECT name, kind, dimension, words, implied, question_zh, question_en FROM facts "
      "WHERE retired = 0 ORDER BY name");
  while (rows.step()) {
    Fact fact;
    fact.name = rows.get<std::string>(0);
    fact.kind = rows.get<FactKind>(1);
    if (auto dimension = rows.get<std::optional<Dimension>>(2)) fact.dimension = *dimension;
    fact.words = words_at(rows, 3);
    fact.implied = rows.get<bool>(4);
    fact.question = text_at(rows, 5);
    all.push_back(std::move(fact));
  }
  return all;
}

std::optional<std::string> ReferenceStore::admin_name(DistrictCode const &code) {
  auto row = m_tracker->db().prepare("SELECT name_zh FROM admin_codes WHERE code = ?1");
  row.bind(code);
  if (!row.step()) return std::nullopt;
  return row.get<std::string>(0);
}

std::optional<std::string> ReferenceStore::loaded_digest(std::string_view file) {
  auto row = m_tracker->db().prepare("SELECT sha256 FROM reference_files WHERE name = ?1");
  row.bind(file);
  if (!row.step()) return std::nullopt;
  return row.get<std::string>(0);
}

void ReferenceStore::note_loaded(std::string_view file, std::string_view digest) {
  m_tracker->db()
      .prepare(
          "INSERT INTO reference_files(name, sha256, loaded_at) VALUES (?1, ?2, ?3) "
          "ON CONFLICT(name) DO UPDATE SET sha256 = excluded.sha256, "
          "loaded_at = excluded.loaded_at")
      .bind(file, digest, m_tracker->clock().now())
      .run();
}

Result<Done> ReferenceStore::load(std::string_view file, TsvTable const &table) {
  Database &db = m_tracker->db();
  std::string_view const name = file.substr(0, file.rfind('.'));
  auto const schema = columns_of(db, name);
  std::vector<Column> columns;
  for (std::string_view wanted : table.columns) {
    auto const found = std::find_if(schema.begin(), schema.end(),
                                    [&](Column const &c) { return c.name == wanted; });
    if (found == schema.end()) {
      return refused(file, std::nullopt,
                     {fmt::format("数据库表 {} 没有“{}”列。", name, wanted),
                      fmt::format("Table {} has no column \"{}\".", name, wanted)});
    }
    columns.push_back(*found);
  }
  db.prepare(fmt::format("UPDATE \"{}\" SET retired = 1 WHERE origin = 'reference'", name)).run();
  auto insert = db.prepare(upsert(name, columns));
  for (TsvTable::Row const &row : table.rows) {
    auto values = nlohmann::json::array();
    for (std::size_t i = 0; i < columns.size(); ++i)
      values.push_back(value_of(row.fields[i], columns[i]));
    try {
      insert.bind(values.dump()).run();
    } catch (TrackerError const &) {
      throw;  // the disk, not the row
    } catch (Error const &error) {
      return refused(file, row.line,
                     {fmt::format("该行不符合表 {} 的约束：{}", name, error.what()),
                      fmt::format("The row breaks a rule of table {}: {}", name, error.what())});
    }
  }
  return Done{};
}

void ReferenceStore::defer_foreign_keys() {
  m_tracker->db().execute("PRAGMA defer_foreign_keys = ON");
}

Result<Done> ReferenceStore::check_foreign_keys() {
  auto rows =
      m_tracker->db().prepare("SELECT \"table\", rowid, parent FROM pragma_foreign_key_check");
  if (!rows.step()) return Done{};
  auto const table = rows.get<std::string>(0), parent = rows.get<std::string>(2);
  auto const row = rows.get<std::optional<std::int64_t>>(1);
  return refused(table, row,
                 {fmt::format("该行引用的“{}”不存在。", parent),
                  fmt::format("The row refers to a row of {} that is not there.", parent)});
}

}  // namespace wza

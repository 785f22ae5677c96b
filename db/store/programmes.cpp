// SPDX-License-Identifier: Apache-2.0
#include "db/store/programmes.h"

#include "db/store/columns.h"

#include <fmt/format.h>

namespace wza {
namespace {

#define WZA_PROGRAMME_COLUMNS                                                                  \
  "id, from_year, name_zh, name_en, catalogue, certificate, grades, further_grades, incomes, " \
  "ceiling_fen, devices_alone, again_after_years, note_zh, note_en, origin"

Programme read_programme(Statement const &row) {
  Programme p;
  p.id = row.get<std::string>(0);
  p.from_year = row.get<int>(1);
  p.name = text_at(row, 2);
  p.for_elderly = row.text(4) == "elderly_home";
  p.needs_certificate = row.get<bool>(5);
  p.grades = words_at(row, 6);
  p.further_grades = words_at(row, 7);
  p.incomes = words_at(row, 8);
  p.ceiling_fen = row.get<std::optional<std::int64_t>>(9);
  p.devices_alone = row.get<bool>(10);
  p.again_after_years = row.get<std::optional<int>>(11);
  p.note = text_at(row, 12);
  p.origin = row.get<Origin>(14);
  return p;
}

std::optional<std::string> joined(std::vector<std::string> const &words) {
  if (words.empty()) return std::nullopt;
  return fmt::format("{}", fmt::join(words, ";"));
}

}  // namespace

std::vector<Programme> ProgrammeStore::all() {
  auto row = m_tracker->db().prepare("SELECT " WZA_PROGRAMME_COLUMNS
                                     " FROM programmes WHERE retired = 0 ORDER BY id, from_year");
  std::vector<Programme> out;
  while (row.step())
    out.push_back(read_programme(row));
  return out;
}

std::optional<Programme> ProgrammeStore::find(std::string_view word, int year) {
  auto row = m_tracker->db().prepare(
      "SELECT " WZA_PROGRAMME_COLUMNS
      " FROM programmes WHERE retired = 0 AND (id = ?1 OR name_zh = ?1) AND from_year <= ?2 "
      "ORDER BY from_year DESC LIMIT 1");
  row.bind(word, year);
  if (!row.step()) return std::nullopt;
  return read_programme(row);
}

void ProgrammeStore::put_local(Programme const &p) {
  m_tracker->db()
      .prepare("INSERT INTO programmes(" WZA_PROGRAMME_COLUMNS
               ", confidence, source) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, "
               "?13, ?14, 'local', 'two_sources', '') ON CONFLICT(id, from_year) DO UPDATE SET "
               "name_zh = excluded.name_zh, name_en = excluded.name_en, catalogue = "
               "excluded.catalogue, certificate = excluded.certificate, grades = excluded.grades, "
               "further_grades = excluded.further_grades, incomes = excluded.incomes, ceiling_fen "
               "= excluded.ceiling_fen, devices_alone = excluded.devices_alone, again_after_years "
               "= excluded.again_after_years, note_zh = excluded.note_zh, note_en = "
               "excluded.note_en, origin = 'local', retired = 0")
      .bind(p.id, p.from_year, p.name.zh, p.name.en,
            p.for_elderly ? "elderly_home" : "disabled_home", p.needs_certificate, joined(p.grades),
            joined(p.further_grades), joined(p.incomes), p.ceiling_fen, p.devices_alone,
            p.again_after_years, p.note.zh, p.note.en)
      .run();
}

std::optional<IncomeStatus> ProgrammeStore::income(std::string_view word) {
  auto row = m_tracker->db().prepare(
      "SELECT code, name_zh, name_en, poor FROM income_statuses WHERE retired = 0 AND (code = ?1 "
      "OR name_zh = ?1 OR instr(';' || words || ';', ';' || ?1 || ';') > 0) ORDER BY code LIMIT 1");
  auto const plain = trimmed(word);
  row.bind(plain);
  if (plain.empty() || !row.step()) return std::nullopt;
  return IncomeStatus{row.get<std::string>(0), text_at(row, 1), row.get<bool>(3)};
}

bool ProgrammeStore::has_income(std::string_view code) {
  auto row = m_tracker->db().prepare("SELECT 1 FROM income_statuses WHERE code = ?1");
  row.bind(code);
  return row.step();
}

}  // namespace wza

// SPDX-License-Identifier: Apache-2.0
#include "db/store/finding_rows.h"

namespace wza {
namespace {

/// The filter as a condition with the parameters ?1 to ?8; a NULL parameter does not filter.
#define WZA_FINDING_WHERE                                                                        \
  " WHERE (?1 IS NULL OR f.kind = ?1)"                                                           \
  " AND (?2 IS NULL OR f.district IN (SELECT descendant FROM district_closure WHERE ancestor = " \
  "?2))"                                                                                         \
  " AND (?3 IS NULL OR f.severity = ?3) AND (?4 IS NULL OR f.state = ?4)"                        \
  " AND (?5 = 0 OR f.state IN ('open', 'reopened'))"                                             \
  " AND (?6 = '' OR f.rule = ?6) AND (?7 = '' OR f.subject = ?7)"                                \
  " AND (?8 = '' OR instr(lower(f.message_zh || ' ' || f.message_en || ' ' || f.subject || ' '"  \
  " || coalesce(f.component, '') || ' ' || f.rule), lower(?8)) > 0)"

}  // namespace

Finding read_finding(Statement const &row) {
  Finding f;
  f.id = row.get<FindingId>(0);
  f.fingerprint = row.get<std::string>(1);
  f.kind = row.get<FindingKind>(2);
  f.subject = row.get<std::string>(3);
  f.component = row.get<std::optional<std::string>>(4);
  f.rule = row.get<RuleId>(5);
  f.message = {row.get<std::string>(6), row.get<std::string>(7)};
  f.standard = row.get<std::string>(8);
  f.clause = row.get<std::string>(9);
  f.severity = row.get<Severity>(10);
  f.state = row.get<FindingState>(11);
  f.district = row.get<std::optional<DistrictCode>>(12);
  f.unit = row.get<std::optional<std::string>>(13);
  f.due = row.get<std::optional<LocalDate>>(14);
  f.first_seen = row.get<UtcTime>(15);
  f.last_seen = row.get<UtcTime>(16);
  f.last_tested = row.get<UtcTime>(17);
  f.mended_at = row.get<std::optional<UtcTime>>(18);
  f.present = row.get<int>(19);
  return f;
}

std::optional<Finding> FindingStore::find(FindingId id) {
  Statement row =
      m_tracker->db().prepare("SELECT " WZA_FINDING_COLUMNS " FROM findings f WHERE f.id = ?1");
  if (!row.bind(id).step()) return std::nullopt;
  return read_finding(row);
}

std::vector<KnownOccurrence> FindingStore::occurrences(FindingId id) {
  std::vector<KnownOccurrence> all;
  Statement row = m_tracker->db().prepare(
      "SELECT place, selector, line, snippet, value, threshold, unit, margin, confidence, "
      "state = 'present', first_seen, last_seen, last_tested, extent, extent_unit FROM occurrences "
      "WHERE finding = ?1 "
      "ORDER BY state DESC, place");
  row.bind(id);
  while (row.step()) {
    all.push_back({{row.get<std::string>(0), row.get<std::optional<std::string>>(1),
                    row.get<std::optional<int>>(2), row.get<std::optional<std::string>>(3),
                    row.get<std::optional<double>>(4), row.get<std::optional<std::string>>(5),
                    row.get<std::optional<std::string>>(6), row.get<std::optional<double>>(7),
                    row.get<std::optional<Confidence>>(8), row.get<std::optional<double>>(13),
                    row.get<std::optional<std::string>>(14)},
                   row.get<bool>(9),
                   row.get<UtcTime>(10),
                   row.get<UtcTime>(11),
                   row.get<UtcTime>(12)});
  }
  return all;
}

std::vector<Finding> FindingStore::list(FindingFilter const &filter, int offset, int limit) {
  std::vector<Finding> all;
  Statement row = m_tracker->db().prepare(
      "SELECT " WZA_FINDING_COLUMNS " FROM findings f" WZA_FINDING_WHERE
      " ORDER BY CASE f.severity WHEN 'critical' THEN 0 WHEN 'serious' THEN 1 WHEN 'moderate' THEN "
      "2 ELSE 3 END, f.first_seen, f.id LIMIT ?10 OFFSET ?9");
  row.bind(filter.kind, filter.district, filter.severity, filter.state, filter.only_open,
           filter.rule, filter.subject, filter.text, offset, limit);
  while (row.step())
    all.push_back(read_finding(row));
  return all;
}

int FindingStore::count(FindingFilter const &filter) {
  Statement row = m_tracker->db().prepare("SELECT count(*) FROM findings f" WZA_FINDING_WHERE);
  row.bind(filter.kind, filter.district, filter.severity, filter.state, filter.only_open,
           filter.rule, filter.subject, filter.text);
  row.step();
  return row.get<int>(0);
}

}  // namespace wza

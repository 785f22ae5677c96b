// SPDX-License-Identifier: Apache-2.0
#include "audit/report/notice_sheet.h"

#include "audit/pages/format.h"
#include "audit/text/texts.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace wza::audit {
namespace {

using gis::CellKind;

std::vector<PaperColumn> columns_of(std::vector<std::pair<T, CellKind>> const &heads, Lang lang) {
  std::vector<PaperColumn> out;
  for (auto const &[head, kind] : heads)
    out.push_back({std::string(words(head, lang)), kind});
  return out;
}

std::string amount(std::optional<double> value, std::optional<std::string> const &unit, Lang lang) {
  return measured_words(value, unit ? std::optional(unit_words(*unit, lang)) : std::nullopt);
}

/// The row of one part; `number` is that of the fault.
PaperRow row_of(FacilityCase const &one, Finding const &finding, KnownOccurrence const &part,
                std::size_t number, std::optional<LocalDate> const &due, Lang lang) {
  auto const &what = part.what;
  return {{fmt::format("{}", number), one.facility.id.value, one.facility.name,
           one.facility.address.value_or(""), one.district_name, finding.message.in(lang),
           fmt::format("{} {}", finding.standard, finding.clause),
           std::string(label(finding.severity).in(lang)), what.place,
           amount(what.value, what.unit, lang),
           with_unit(what.threshold.value_or(""), what.unit.value_or(""), lang),
           amount(what.margin, what.unit, lang), amount(what.extent, what.extent_unit, lang),
           LocalDate::of(part.first_seen).iso(), LocalDate::of(part.last_tested).iso(),
           due ? due->iso() : std::string()},
          0};
}

}  // namespace

PaperTable faults_table(std::vector<FacilityCase> const &cases, std::optional<LocalDate> due,
                        Lang lang) {
  PaperTable table;
  table.sheet = lang == Lang::zh ? "问题" : "Faults";
  table.caption = words(T::totals_fault, lang);
  table.columns = columns_of({{T::places_number, CellKind::integer},
                              {T::notice_facility, CellKind::text},
                              {T::places_name, CellKind::text},
                              {T::notice_address, CellKind::text},
                              {T::district, CellKind::text},
                              {T::totals_fault, CellKind::text},
                              {T::clause, CellKind::text},
                              {T::severity, CellKind::text},
                              {T::measured_component, CellKind::text},
                              {T::measured_value, CellKind::text},
                              {T::measured_threshold, CellKind::text},
                              {T::measured_margin, CellKind::text},
                              {T::measured_extent, CellKind::text},
                              {T::first_seen, CellKind::day},
                              {T::last_tested, CellKind::day},
                              {T::notice_due, CellKind::day}},
                             lang);
  std::size_t number = 0;
  for (FacilityCase const &one : cases) {
    for (OpenFinding const &open : one.findings) {
      ++number;
      for (KnownOccurrence const &part : open.occurrences) {
        if (part.present)
          table.rows.push_back(
              row_of(one, open.finding, part, number, due ? due : open.finding.due, lang));
      }
    }
  }
  return table;
}

PaperTable visits_table(std::vector<FacilityCase> const &cases, Lang lang) {
  PaperTable table;
  table.sheet = table.caption = words(T::evidence_visits, lang);
  table.columns = columns_of({{T::notice_facility, CellKind::text},
                              {T::places_name, CellKind::text},
                              {T::measured_date, CellKind::day},
                              {T::evidence_kind, CellKind::text},
                              {T::evidence_team, CellKind::text},
                              {T::evidence_access, CellKind::text},
                              {T::evidence_measured, CellKind::integer},
                              {T::evidence_failed, CellKind::integer}},
                             lang);
  for (FacilityCase const &one : cases) {
    for (Inspection const &visit : one.visits) {
      auto const count = [&](auto const &holds) {
        return fmt::format("{}", std::ranges::count_if(visit.measurements, holds));
      };
      table.rows.push_back(
          {{one.facility.id.value, one.facility.name, visit.inspected_on.iso(),
            std::string(label(visit.kind).in(lang)), visit.inspector,
            std::string(label(visit.access).in(lang)),
            count([](Measurement const &m) { return m.value.has_value(); }),
            count([](Measurement const &m) { return m.outcome == Outcome::failed; })},
           0});
    }
  }
  return table;
}

}  // namespace wza::audit

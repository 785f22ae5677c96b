// SPDX-License-Identifier: Apache-2.0
#include "gis/field/submissions.h"

#include "db/store/criteria.h"
#include "db/store/reference.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wza::gis {
namespace {

/// A column that is named after a criterion.
struct Answer {
  std::size_t column;
  std::string criterion, element;
  std::string component;  ///< the element's name, where the visit does not say which one
  std::size_t extent = std::string::npos;  ///< its column of how much does not conform
};

constexpr std::string_view kExtent = ".extent";

/// What a group says that is no fact of the place.
constexpr std::array<std::string_view, 6> kOfGroup{"component",   "note", "location",
                                                   "responsible", "due",  "severity"};

class FormColumns {
 public:
  FormColumns(Tracker &tracker, std::vector<Column> const &columns) {
    for (Criterion &criterion : CriteriaStore(tracker).all())
      m_criteria.emplace(criterion.id.value, std::move(criterion));
    for (FacilityType const &type : ReferenceStore(tracker).facility_types())
      m_elements.emplace(type.code, type.name);
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (take(i, columns[i].name)) m_read.push_back(columns[i].name);
    }
    for (Answer &answer : m_answers) {
      auto const extent = m_extents.find(answer.criterion);
      if (extent != m_extents.end()) answer.extent = extent->second;
    }
  }

  std::vector<Answer> const &answers() const { return m_answers; }
  /// Headers that were understood.
  std::vector<std::string> const &read() const { return m_read; }

  /// A view of the row; empty where the row ends before.
  static std::string_view cell(Row const &row, std::size_t column) {
    return column < row.cells.size() ? std::string_view(row.cells[column]) : std::string_view();
  }

  std::string_view head(Row const &row, std::string_view name) const {
    auto const found = m_head.find(name);
    return found == m_head.end() ? std::string_view() : cell(row, found->second);
  }
  std::string_view of_group(Row const &row, std::string const &element,
                            std::string const &what) const {
    auto const found = m_groups.find({element, what});
    return found == m_groups.end() ? std::string_view() : cell(row, found->second);
  }
  /// "rise_per_run=300 mm;site_constrained=no"
  std::string context(Row const &row, std::string const &element) const {
    std::string out;
    for (auto const &[key, column] : m_groups) {
      bool const fact = std::ranges::find(kOfGroup, key.second) == kOfGroup.end();
      if (key.first != element || !fact) continue;
      std::string_view const value = cell(row, column);
      if (!value.empty()) out += fmt::format("{}{}={}", out.empty() ? "" : ";", key.second, value);
    }
    return out;
  }
  bool has_group(std::string const &element) const { return m_with_group.contains(element); }

 private:
  /// The whole header, or what stands behind a separator: the longest that is known.
  bool take(std::size_t column, std::string_view header) {
    for (std::string_view name = header;;) {
      if (take_name(column, name)) return true;
      std::size_t const cut = name.find_first_of("/-:");
      if (cut == std::string_view::npos) return false;
      name.remove_prefix(cut + 1);
    }
  }
  bool take_name(std::size_t column, std::string_view name) {
    if (auto const known = m_criteria.find(name); known != m_criteria.end()) {
      Criterion const &criterion = known->second;
      m_answers.push_back(
          {column, criterion.id.value, criterion.facility_type, criterion.facility_name.zh});
      return true;
    }
    for (std::string_view const word : {"facility", "inspected_on", "kind", "inspector", "access",
                                        "weather", "start", "responsible", "due"}) {
      if (name == word) return m_head.emplace(word, column).second;
    }
    if (name.ends_with(kExtent)) {
      std::string_view const criterion = name.substr(0, name.size() - kExtent.size());
      if (m_criteria.contains(criterion)) return m_extents.emplace(criterion, column).second;
    }
    std::size_t const dot = name.find('.');
    if (dot == std::string_view::npos) return false;
    std::string const element(name.substr(0, dot));
    std::string const what(name.substr(dot + 1));
    if (element != "place" && !m_elements.contains(element)) return false;
    if (what == "photo") return true;
    m_with_group.insert(element);
    return m_groups.emplace(std::pair(element, what), column).second;
  }

  std::map<std::string, Criterion, std::less<>> m_criteria;
  std::map<std::string, Text, std::less<>> m_elements;
  std::vector<Answer> m_answers;
  std::vector<std::string> m_read;
  std::map<std::string, std::size_t, std::less<>> m_extents;  ///< by criterion
  std::map<std::string, std::size_t, std::less<>> m_head;
  std::map<std::pair<std::string, std::string>, std::size_t> m_groups;
  std::set<std::string> m_with_group;
};

}  // namespace

namespace {

/// One answer of a submission; none for a visit at which nothing was answered.
Row row_of(FormColumns const &form, Row const &row, Answer const *answer,
           std::vector<Column> const &columns) {
  auto const head = [&](std::string_view name) { return std::string(form.head(row, name)); };
  Row one;
  one.number = row.number;
  one.cells = {head("facility"), head("inspected_on"), head("kind"), head("inspector"),
               head("access"),   head("weather"),      head("start")};
  if (answer == nullptr) return one;
  std::string const group = form.has_group(answer->element) ? answer->element : "place";
  auto const of_group = [&](char const *what) {
    return std::string(form.of_group(row, group, what));
  };
  // Who mends a part of the place, else who mends the place.
  auto const of_group_or_head = [&](char const *what) {
    auto own = of_group(what);
    return own.empty() ? head(what) : own;
  };
  auto component = of_group("component");
  one.cells.push_back(component.empty() ? answer->component : std::move(component));
  one.cells.push_back(answer->criterion);
  one.cells.emplace_back(FormColumns::cell(row, answer->column));
  one.cells.push_back(form.context(row, group));
  one.cells.push_back(of_group("note"));
  one.cells.push_back(of_group("location"));
  one.cells.emplace_back(answer->extent == std::string::npos
                             ? std::string_view()
                             : FormColumns::cell(row, answer->extent));
  one.cells.push_back(of_group_or_head("responsible"));
  one.cells.push_back(of_group_or_head("due"));
  one.cells.push_back(of_group("severity"));
  one.cells.push_back(columns[answer->column].name);
  return one;
}

}  // namespace

std::optional<MeasurementTable> measurements_of(Tracker &tracker, Table const &submissions) {
  FormColumns const form(tracker, submissions.columns);
  if (form.answers().size() < 2) return std::nullopt;
  MeasurementTable out;
  out.source = submissions.source;
  out.layer = submissions.layer;
  out.read = form.read();
  for (char const *name : {"facility", "date", "kind", "inspector", "access", "weather", "time",
                           "component", "criterion", "value", "context", "note", "location",
                           "extent", "responsible", "due", "severity", "question"})
    out.columns.push_back({name, CellKind::text});
  for (Row const &row : submissions.rows) {
    bool any = false;
    for (Answer const &answer : form.answers()) {
      if (FormColumns::cell(row, answer.column).empty()) continue;
      out.rows.push_back(row_of(form, row, &answer, submissions.columns));
      any = true;
    }
    if (!any) out.rows.push_back(row_of(form, row, nullptr, submissions.columns));
  }
  return out;
}

}  // namespace wza::gis

// SPDX-License-Identifier: Apache-2.0
#include "gis/retrofit/household_row.h"

#include "db/base/units.h"
#include "db/model/certificate.h"
#include "gis/retrofit/household_person.h"
#include "gis/retrofit/household_words.h"
#include "gis/retrofit/known_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace wza::gis {
namespace {

constexpr std::array<std::string_view, kRetrofitStates> kDateFields{
    "applied_on",  "assessed_on", "approved_on",  "in_progress_on", "completed_on",
    "accepted_on", "returned_on", "withdrawn_on", "rejected_on"};

/// Reads the fields of one row in turn; the first that cannot be read ends it.
class Reader {
 public:
  Reader(Table const &table, Columns const &columns, Row const &row, RowContext const &about)
      : m_table(table), m_columns(columns), m_row(row), m_about(about), m_store(about.store) {}

  Result<HouseholdRow> read() {
    auto certificate = read_person(m_table, m_columns, m_row, m_about.today, m_out);
    if (!certificate) return certificate.problem();
    m_certificate = *std::move(certificate);
    for (auto part : {&Reader::disability, &Reader::dates, &Reader::state, &Reader::money}) {
      if (auto const done = (this->*part)(); !done) return done.problem();
    }
    m_out.household.eligibility = m_columns.optional_cell(m_row, "eligibility");
    m_out.retrofit.money_source = money_source();
    auto const named = m_columns.cell(m_row, "programme");
    m_out.retrofit.programme = named.empty() ? m_about.programme : std::string(named);
    for (auto &name : split_items(m_columns.cell(m_row, "items"))) {
      auto item = item_of(m_store, name);
      m_out.retrofit.works.push_back({std::move(item), std::move(name)});
    }
    if (auto const done = year(); !done) return done.problem();
    return std::move(m_out);
  }

 private:
  Problem bad(ProblemCode code, std::string_view field, Text reason,
              Text remedy = fix_and_repeat()) {
    return m_columns.problem(code, m_row, field, std::move(reason), std::move(remedy));
  }

  Result<Done> disability() {
    auto &household = m_out.household;
    if (auto const word = m_columns.cell(m_row, "category"); !word.empty()) {
      household.category = m_store.category(word);
      if (!household.category) {
        return bad(ProblemCode::unknown_code, "category",
                   {"残疾类别无法识别。", "The category of disability is not known."},
                   {"请填写 1 到 7，或视力、听力、言语、肢体、智力、精神、多重。",
                    "Write 1 to 7, or vision, hearing, speech, physical, intellectual, mental, "
                    "multiple."});
      }
    }
    if (auto const word = m_columns.cell(m_row, "grade"); !word.empty()) {
      household.grade = grade_of(word);
      if (!household.grade) {
        return bad(ProblemCode::bad_value, "grade",
                   {"残疾等级无法识别。", "The grade is not known."},
                   {"请填写 1 到 4。", "Write 1 to 4."});
      }
    }
    if (!m_certificate) return Done{};
    auto const category = m_store.category(std::to_string(m_certificate->category));
    std::optional<int> const grade = m_certificate->grade;
    if ((household.category && household.category != category) ||
        (household.grade && household.grade != grade)) {
      return bad(ProblemCode::conflict, household.category != category ? "category" : "grade",
                 {"填写的残疾类别或等级与残疾人证号的最后两位不一致。",
                  "Category or grade differ from the last two digits of the certificate number."});
    }
    household.category = category;
    household.grade = grade;
    return Done{};
  }

  Result<Done> dates() {
    std::optional<LocalDate> latest;
    for (std::size_t i = 0; i < kDateFields.size(); ++i) {
      auto const cell = m_columns.cell(m_row, kDateFields[i]);
      if (cell.empty()) continue;
      auto const day = day_of(cell);
      if (!day) {
        return bad(ProblemCode::bad_date, kDateFields[i],
                   {"日期无法识别。", "The date cannot be read."},
                   {"请写成 2024-05-06 的形式。", "Write it like 2024-05-06."});
      }
      if (*day > m_about.today) {
        return bad(ProblemCode::bad_date, kDateFields[i],
                   {"日期在将来。", "The day lies in the future."});
      }
      bool const in_order = i <= static_cast<std::size_t>(RetrofitState::accepted);
      if (in_order && latest && *day < *latest) {
        return bad(ProblemCode::bad_date, kDateFields[i],
                   {"日期早于前一个环节的日期。", "The date lies before that of an earlier step."});
      }
      if (in_order) latest = day;
      m_out.retrofit.reached_on[i] = day;
    }
    return Done{};
  }

  Result<Done> state() {
    auto &retrofit = m_out.retrofit;
    if (auto const word = m_columns.cell(m_row, "state"); !word.empty()) {
      auto const state = state_of(word);
      if (!state) {
        return bad(
            ProblemCode::bad_value, "state", {"状态无法识别。", "The state is not known."},
            {"请填写已申请、已评估、已批准、施工中、已完工、已验收、已退回、已放弃或不符合。",
             "Write applied, assessed, approved, in_progress, completed, accepted, returned, "
             "withdrawn or rejected."});
      }
      retrofit.state = *state;
    } else {
      // The latest day tells: what was sent back may have been accepted since.
      std::optional<LocalDate> latest;
      std::optional<RetrofitState> reached;
      for (auto const &name : Names<RetrofitState>::kAll) {
        auto const &day = retrofit.reached_on[static_cast<std::size_t>(name.value)];
        if (!day || (latest && *day < *latest)) continue;
        latest = day;
        reached = name.value;
      }
      if (!reached) return m_columns.missing(m_row, "state");
      retrofit.state = *reached;
    }
    m_out.undated = retrofit.state == RetrofitState::accepted &&
                    !retrofit.reached_on[static_cast<std::size_t>(RetrofitState::accepted)];
    return Done{};
  }

  Result<Done> money() {
    for (auto const &[field, to] :
         {std::pair{"planned", &m_out.retrofit.planned_fen}, {"paid", &m_out.retrofit.paid_fen}}) {
      auto const cell = m_columns.cell(m_row, field);
      if (cell.empty()) continue;
      auto const unit = m_columns.unit(field);
      *to = fen_of(cell.ends_with(unit) ? std::string(cell) : fmt::format("{}{}", cell, unit));
      if (!*to) {
        return bad(ProblemCode::bad_number, field,
                   {"金额不是数字。", "The amount of money is no number."},
                   {"请只填写以元为单位的数字。", "Write a number of yuan."});
      }
    }
    return Done{};
  }

  /// Several sources are split by ';', whatever the office splits them by.
  std::optional<std::string> money_source() const {
    std::string out;
    for (auto const &source : split_items(m_columns.cell(m_row, "money_source"))) {
      if (!out.empty()) out += ';';
      out += source;
    }
    return out.empty() ? std::nullopt : std::optional(out);
  }

  Result<Done> year() {
    if (auto const cell = m_columns.cell(m_row, "year"); !cell.empty()) {
      auto plain = cell;
      for (std::string_view tail : {"年度", "年"}) {
        if (plain.ends_with(tail)) plain.remove_suffix(tail.size());
      }
      auto const number = parse_number(plain);
      if (!number || *number < 1990 || *number > 2100 || *number != std::floor(*number)) {
        return bad(ProblemCode::bad_number, "year", {"年度不是年份。", "The year is no year."});
      }
      m_out.retrofit.year = static_cast<int>(*number);
      return Done{};
    }
    for (auto const &day : m_out.retrofit.reached_on) {
      if (!day) continue;
      m_out.retrofit.year = day->year();
      return Done{};
    }
    return m_columns.missing(m_row, "year");
  }

  Table const &m_table;
  Columns const &m_columns;
  Row const &m_row;
  RowContext const &m_about;
  RetrofitStore &m_store;
  HouseholdRow m_out;
  std::optional<Certificate> m_certificate;
};

}  // namespace

Result<HouseholdRow> read_household(Table const &table, Columns const &columns, Row const &row,
                                    RowContext const &about) {
  return Reader(table, columns, row, about).read();
}

}  // namespace wza::gis

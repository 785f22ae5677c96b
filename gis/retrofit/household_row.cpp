// SPDX-License-Identifier: Apache-2.0
#include "gis/retrofit/household_row.h"

#include "db/base/units.h"
#include "db/model/certificate.h"
#include "db/model/personal_text.h"
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

Text fix_and_repeat() {
  return {"请改正后重新导入；其他行不受影响。",
          "Correct it and import again; the other rows are kept."};
}

/// Reads the fields of one row in turn; the first that cannot be read ends it.
class Reader {
 public:
  Reader(Table const &table, Columns const &columns, Row const &row, RowContext const &about)
      : m_table(table), m_columns(columns), m_row(row), m_about(about), m_store(about.store) {}

  Result<HouseholdRow> read() {
    for (auto part : {&Reader::no_numbers, &Reader::personal, &Reader::disability, &Reader::dates,
                      &Reader::state, &Reader::money}) {
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

  /// A spreadsheet keeps 15 digits of a number: of a longer one the end is lost.
  bool was_number(std::string_view text, std::string_view field) const {
    if (text.find_first_of("eE.") != std::string_view::npos) return true;
    for (auto const &column : m_table.columns) {
      if (column.name == m_columns.header(field)) return column.kind != CellKind::text;
    }
    return false;
  }

  /// What becomes part of the tracker holds no number of a person.
  Result<Done> no_numbers() {
    for (auto const *field : {"eligibility", "money_source", "items", "programme"}) {
      if (!holds_personal_number(m_columns.cell(m_row, field))) continue;
      return bad(
          ProblemCode::forbidden, field,
          {"其中像是有电话号码或证件号码，这一列不保密。",
           "It seems to hold a telephone or identity number, and this column is not sealed."},
          {"请把号码移到电话或证号列，再导入这一行。",
           "Move the number to its own column and import the row again."});
    }
    return Done{};
  }

  Result<Done> personal() {
    for (auto const &[field, kept] : {std::pair{"name", PrivateField::name},
                                      {"phone", PrivateField::phone},
                                      {"address", PrivateField::address},
                                      {"guardian", PrivateField::guardian},
                                      {"note", PrivateField::note}}) {
      auto const cell = m_columns.cell(m_row, field);
      if (!cell.empty()) m_out.personal.emplace(kept, Secret(std::string(cell)));
    }
    auto const address = m_columns.cell(m_row, "address");
    if (!address.empty()) m_out.place = Secret(place_words(address));
    if (auto const cell = m_columns.cell(m_row, "certificate"); !cell.empty()) {
      if (was_number(cell, "certificate")) return lost_digits("certificate");
      auto certificate = read_certificate(cell, m_about.today);
      if (!certificate) return in_row(certificate.problem());
      m_out.personal.insert_or_assign(PrivateField::certificate, certificate->number());
      m_out.identity = Secret(ascii_lower(certificate->number().reveal()));
      m_out.person = certificate->identity;
      m_certificate = *std::move(certificate);
      return Done{};
    }
    if (auto const cell = m_columns.cell(m_row, "id_number"); !cell.empty()) {
      if (was_number(cell, "id_number")) return lost_digits("id_number");
      auto number = read_identity(cell, m_about.today);
      if (!number) return in_row(number.problem());
      m_out.personal.insert_or_assign(PrivateField::id_number, *number);
      m_out.identity = m_out.person = *std::move(number);
      return Done{};
    }
    auto const name = m_columns.cell(m_row, "name");
    if (name.empty() || address.empty()) {
      return bad(ProblemCode::missing_value, "certificate",
                 {"既没有残疾人证号，也没有姓名和住址，无法识别是哪一户。",
                  "There is neither a certificate number nor name and address, so the home cannot "
                  "be told from others."});
    }
    std::string identity(name);
    identity += '\n';
    identity += address;
    m_out.identity = Secret(std::move(identity));
    m_out.by_name = true;
    return Done{};
  }

  Problem lost_digits(std::string_view field) {
    return bad(ProblemCode::bad_value, field,
               {"号码在表格中存成了数字，末尾几位已经丢失。",
                "The number was kept as a number, so its last digits are lost."},
               {"请把该列的格式设为“文本”，重新填写号码，再导入。",
                "Set the column's format to text, enter the number again and import."});
  }
  Problem in_row(Problem const &problem) {
    return bad(problem.code, problem.field, problem.reason, problem.remedy);
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

// SPDX-License-Identifier: Apache-2.0
#include "gis/retrofit/household_person.h"

#include "db/model/personal_text.h"
#include "gis/retrofit/household_words.h"
#include "gis/retrofit/named_people.h"

namespace wza::gis {
namespace {

class PersonReader {
 public:
  PersonReader(Table const &table, Columns const &columns, Row const &row, LocalDate today,
               HouseholdRow &out)
      : m_table(table), m_columns(columns), m_row(row), m_today(today), m_out(out) {}

  Result<std::optional<Certificate>> read() {
    if (auto problem = open_numbers()) return *std::move(problem);
    for (auto const &[field, kept] : {std::pair{"name", PrivateField::name},
                                      {"phone", PrivateField::phone},
                                      {"guardian", PrivateField::guardian},
                                      {"note", PrivateField::note}}) {
      auto const cell = m_columns.cell(m_row, field);
      if (!cell.empty()) m_out.personal.emplace(kept, Secret(std::string(cell)));
    }
    if (auto address = home_address(); !address.empty()) {
      m_out.place = Secret(place_words(address));
      m_out.personal.emplace(PrivateField::address, Secret(std::move(address)));
    }
    if (auto problem = open_names()) return *std::move(problem);
    if (!m_columns.cell(m_row, "certificate").empty()) return by_certificate();
    if (!m_columns.cell(m_row, "id_number").empty()) return by_id_number();
    return by_name();
  }

 private:
  Problem bad(ProblemCode code, std::string_view field, Text reason, Text remedy) const {
    return m_columns.problem(code, m_row, field, std::move(reason), std::move(remedy));
  }

  /// With the village before it, where that stands in a column of its own: number 12 of two
  /// villages is two places.
  std::string home_address() const {
    std::string address(m_columns.cell(m_row, "address"));
    auto const village = m_columns.cell(m_row, "village");
    bool const says_it = address.empty() || address.find(village) != std::string::npos;
    return says_it ? address : std::string(village).append(address);
  }

  /// What becomes part of the tracker holds no number of a person.
  std::optional<Problem> open_numbers() const {
    for (auto const *field : {"eligibility", "money_source", "items", "programme"}) {
      if (!holds_personal_number(m_columns.cell(m_row, field))) continue;
      return bad(
          ProblemCode::forbidden, field,
          {"其中像是有电话号码或证件号码，这一列不保密。",
           "It seems to hold a telephone or identity number, and this column is not sealed."},
          {"请把号码移到电话或证号列，再导入这一行。",
           "Move the number to its own column and import the row again."});
    }
    return std::nullopt;
  }

  /// Nor a name: what no list knows of the other columns is sealed, a programme is named freely.
  std::optional<Problem> open_names() const {
    if (!names_people(m_out.personal, m_columns.cell(m_row, "programme"))) return std::nullopt;
    return bad(ProblemCode::forbidden, "programme",
               {"其中有该户的姓名、监护人或住址，这一列不保密。",
                "It holds a name or the address of the home, and this column is not sealed."},
               {"请只写项目名称，再导入这一行。",
                "Write the programme's name only and import the row again."});
  }

  /// A spreadsheet keeps 15 digits of a number: of a longer one the end is lost.
  bool was_number(std::string_view text, std::string_view field) const {
    if (text.find_first_of("eE.") != std::string_view::npos) return true;
    for (auto const &column : m_table.columns) {
      if (column.name == m_columns.header(field)) return column.kind != CellKind::text;
    }
    return false;
  }

  Problem lost_digits(std::string_view field) const {
    return bad(ProblemCode::bad_value, field,
               {"号码在表格中存成了数字，末尾几位已经丢失。",
                "The number was kept as a number, so its last digits are lost."},
               {"请把该列的格式设为“文本”，重新填写号码，再导入。",
                "Set the column's format to text, enter the number again and import."});
  }
  Problem in_row(Problem const &problem) const {
    return bad(problem.code, problem.field, problem.reason, problem.remedy);
  }

  Result<std::optional<Certificate>> by_certificate() {
    auto const cell = m_columns.cell(m_row, "certificate");
    if (was_number(cell, "certificate")) return lost_digits("certificate");
    auto certificate = read_certificate(cell, m_today);
    if (!certificate) return in_row(certificate.problem());
    m_out.personal.insert_or_assign(PrivateField::certificate, certificate->number());
    m_out.identity = Secret(ascii_lower(certificate->number().reveal()));
    m_out.person = certificate->identity;
    return std::optional(*std::move(certificate));
  }

  Result<std::optional<Certificate>> by_id_number() {
    auto const cell = m_columns.cell(m_row, "id_number");
    if (was_number(cell, "id_number")) return lost_digits("id_number");
    auto number = read_identity(cell, m_today);
    if (!number) return in_row(number.problem());
    m_out.personal.insert_or_assign(PrivateField::id_number, *number);
    m_out.identity = m_out.person = *std::move(number);
    return std::optional<Certificate>();
  }

  Result<std::optional<Certificate>> by_name() {
    auto const name = m_columns.cell(m_row, "name");
    auto const address = home_address();
    if (name.empty() || address.empty()) {
      return bad(ProblemCode::missing_value, "certificate",
                 {"既没有残疾人证号，也没有姓名和住址，无法识别是哪一户。",
                  "There is neither a certificate number nor name and address, so the home cannot "
                  "be told from others."},
                 fix_and_repeat());
    }
    std::string identity(name);
    identity += '\n';
    identity += address;
    m_out.identity = Secret(std::move(identity));
    m_out.by_name = true;
    return std::optional<Certificate>();
  }

  Table const &m_table;
  Columns const &m_columns;
  Row const &m_row;
  LocalDate m_today;
  HouseholdRow &m_out;
};

}  // namespace

Result<std::optional<Certificate>> read_person(Table const &table, Columns const &columns,
                                               Row const &row, LocalDate today, HouseholdRow &out) {
  return PersonReader(table, columns, row, today, out).read();
}

}  // namespace wza::gis

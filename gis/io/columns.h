// SPDX-License-Identifier: Apache-2.0
// Finds the columns of an office's table by the names that offices give them, in Chinese or
// English, or by the name that the user says.
#pragma once

#include "db/base/clock.h"
#include "db/base/error.h"
#include "gis/io/table.h"

#include <cstdint>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wza::gis {

/// What the numbers of a field are, whose unit may stand in the brackets of its header:
/// “测量值(mm)”.
enum class Measures : std::uint8_t {
  nothing,   ///< brackets are a remark and passed over: “经度（WGS84）”
  quantity,  ///< in a unit of db/base/units.h
  money,     ///< in 元 or 万元
};

/// One thing to look for: our name of it, how people call it, and the headers that mean it, best
/// first.
struct FieldWords {
  std::string_view field;
  TextView label;
  std::vector<std::string_view> words;
  Measures measures = Measures::nothing;
};

/// field → header, as the user chose them (--column field=header).
using ChosenColumns = std::map<std::string, std::string, std::less<>>;
/// field → headers that may mean it, as the office's own list says (--mapping).
using Synonyms = std::multimap<std::string, std::string, std::less<>>;

/// Which column a field was found in; an empty header where in none.
struct ColumnMatch {
  std::string field;
  Text label;
  std::string header;
};

/// A day in any of the forms that LocalDate::parse reads, or as the number of a day that
/// spreadsheets keep where a cell has lost its date format (ECMA-376 part 1, 18.17.4: 45418 is
/// 2024-05-06).
std::optional<LocalDate> day_of(std::string_view cell);

class Columns {
 public:
  /// A Problem where a chosen column is not there, a field is none of ours, or which unit the
  /// numbers of a column have cannot be told from its header. Synonyms go before our own words.
  static Result<Columns> of(Table const &table, std::vector<FieldWords> fields,
                            ChosenColumns const &chosen, Synonyms const &synonyms = {});

  bool has(std::string_view field) const { return m_index.contains(field); }
  /// The place of the field's column in the table.
  std::optional<std::size_t> place(std::string_view field) const;
  /// The cell of the row; empty where the column or the value is missing.
  std::string_view cell(Row const &row, std::string_view field) const;
  std::optional<std::string> optional_cell(Row const &row, std::string_view field) const;
  /// The header of the field in this table; our own name of it where it has none.
  std::string header(std::string_view field) const;

  /// The unit in the brackets of the field's header, as unit_of() knows it, or 元 or 万元; empty
  /// where none stands there.
  std::string_view unit(std::string_view field) const;

  /// All fields, in our order.
  std::vector<ColumnMatch> matches() const;

  /// A Problem that lists the columns that are there, unless all of `fields` are.
  Result<Done> require(std::initializer_list<std::string_view> fields) const;
  /// A Problem of this row at this field.
  Problem problem(ProblemCode code, Row const &row, std::string_view field, Text reason,
                  Text remedy) const;
  /// The Problem of a cell that must not be empty.
  Problem missing(Row const &row, std::string_view field) const;

 private:
  bool knows(std::string_view field) const;
  std::optional<std::size_t> find(std::string_view word) const;
  Result<Done> take(FieldWords const &field, std::size_t at);
  Problem unclear_unit(FieldWords const &field, std::vector<std::string> const &headers) const;
  Problem no_such_header(std::string const &header) const;
  Problem no_such_field(std::string const &field) const;

  std::string m_source;
  std::vector<FieldWords> m_fields;
  std::vector<std::string> m_headers;
  std::vector<std::string> m_plain;  ///< the headers without brackets, beside m_headers
  std::map<std::string, std::size_t, std::less<>> m_index;
  std::map<std::string, std::string, std::less<>> m_units;
};

}  // namespace wza::gis

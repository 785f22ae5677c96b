// SPDX-License-Identifier: Apache-2.0
#include "gis/io/columns.h"

#include "db/base/units.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace wza::gis {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kBrackets{
    {{"(", ")"}, {"（", "）"}, {"[", "]"}, {"［", "］"}, {"【", "】"}, {"〔", "〕"}}};

/// Where the first bracket opens that something stands before; npos where none does.
std::size_t bracket_in(std::string_view header) {
  auto first = std::string_view::npos;
  for (auto const &[open, close] : kBrackets) {
    if (auto const at = header.find(open); at > 0) first = std::min(first, at);
  }
  return first;
}

/// What the brackets of the header hold, in pieces: “测量值（mm，必填）” has two.
std::vector<std::string_view> bracketed(std::string_view header) {
  auto const at = bracket_in(header);
  if (at == std::string_view::npos) return {};
  auto inside = header.substr(at);
  for (auto const &[open, close] : kBrackets) {
    if (inside.starts_with(open)) inside.remove_prefix(open.size());
    inside = inside.substr(0, inside.find(close));
  }
  std::vector<std::string_view> pieces;
  while (!inside.empty()) {
    std::size_t end = inside.size(), skip = 0;
    for (std::string_view separator : {",", "，", ";", "；", "、"}) {
      if (auto const found = inside.find(separator); found < end) {
        end = found;
        skip = separator.size();
      }
    }
    auto piece = trimmed(inside.substr(0, end));
    for (std::string_view lead : {"单位", "unit", "以", "：", ":"}) {
      if (piece.starts_with(lead)) piece = trimmed(piece.substr(lead.size()));
    }
    if (!piece.empty()) pieces.push_back(piece);
    inside.remove_prefix(end + skip);
  }
  return pieces;
}

/// Remarks beside a header that say nothing of a unit.
bool is_remark(std::string_view piece) {
  constexpr std::array<std::string_view, 8> words{"必填", "选填",     "可空",     "可不填",
                                                  "数字", "required", "optional", "number"};
  return std::find(words.begin(), words.end(), ascii_lower(piece)) != words.end();
}

/// The unit of the header's brackets: "" where they hold none, nothing where they hold a word that
/// is no unit, or two units.
std::optional<std::string> unit_in(std::string_view header, Measures measures) {
  std::string unit;
  for (auto const piece : bracketed(header)) {
    if (is_remark(piece)) continue;
    std::string found;
    if (measures == Measures::quantity) {
      if (auto const known = unit_of(piece)) found = known->word;
    } else if (piece == "元" || piece == "万元" || piece == "万") {
      found = piece;
    }
    if (found.empty() || !unit.empty()) return std::nullopt;
    unit = std::move(found);
  }
  return unit;
}

/// A header without what writers add to it: blanks, underscores, brackets, case.
std::string plain(std::string_view header) {
  std::string text = ascii_lower(trimmed(header));
  if (auto const at = bracket_in(text); at != std::string::npos) text.resize(at);
  std::erase_if(text, [](char c) {
    return c == ' ' || c == '_' || c == '-' || c == '*' || c == '\n' || c == '\r';
  });
  return text;
}

}  // namespace

std::optional<LocalDate> day_of(std::string_view cell) {
  constexpr int kFirst = 20'000, kLast = 80'000;  // 1954 to 2119: no number of four digits, a year
  if (auto const day = LocalDate::parse(cell)) return day;
  auto const number = parse_number(cell);
  if (!number || *number < kFirst || *number > kLast) return std::nullopt;
  std::chrono::sys_days const before_all{std::chrono::year{1899} / 12 / 30};
  return LocalDate{before_all + std::chrono::days(static_cast<int>(*number))};
}

Result<Columns> Columns::of(Table const &table, std::vector<FieldWords> fields,
                            ChosenColumns const &chosen, Synonyms const &synonyms) {
  Columns out;
  out.m_source = table.source;
  out.m_fields = std::move(fields);
  for (auto const &column : table.columns) {
    out.m_headers.push_back(column.name);
    out.m_plain.push_back(plain(column.name));
  }
  for (auto const &field : out.m_fields) {
    if (auto const choice = chosen.find(field.field); choice != chosen.end()) {
      auto const at = out.find(choice->second);
      if (!at) return out.no_such_header(choice->second);
      if (auto const taken = out.take(field, *at); !taken) return taken.problem();
      continue;
    }
    std::vector<std::string_view> words;
    auto const [first, last] = synonyms.equal_range(field.field);
    for (auto word = first; word != last; ++word)
      words.push_back(word->second);
    words.insert(words.end(), field.words.begin(), field.words.end());
    for (auto word : words) {
      auto const at = out.find(word);
      if (!at) continue;
      if (auto const taken = out.take(field, *at); !taken) return taken.problem();
      break;
    }
  }
  for (auto const &[field, header] : chosen) {
    if (!out.knows(field)) return out.no_such_field(field);
  }
  for (auto const &[field, header] : synonyms) {
    if (!out.knows(field)) return out.no_such_field(field);
  }
  return out;
}

/// The header that is the word itself, brackets and all; else the first that means it.
std::optional<std::size_t> Columns::find(std::string_view word) const {
  auto at = std::find(m_headers.begin(), m_headers.end(), word);
  if (at != m_headers.end()) return static_cast<std::size_t>(at - m_headers.begin());
  at = std::find(m_plain.begin(), m_plain.end(), plain(word));
  if (at == m_plain.end()) return std::nullopt;
  return static_cast<std::size_t>(at - m_plain.begin());
}

Result<Done> Columns::take(FieldWords const &field, std::size_t at) {
  m_index.emplace(field.field, at);
  if (field.measures == Measures::nothing) return Done{};
  auto const unit = unit_in(m_headers[at], field.measures);
  if (!unit) return unclear_unit(field, {m_headers[at]});
  m_units.emplace(field.field, *unit);
  // “测量值(mm)” beside “测量值(m)”: whichever was taken, the numbers of the other would be lost.
  for (std::size_t other = 0; other < m_headers.size(); ++other) {
    if (m_plain[other] == m_plain[at] && unit_in(m_headers[other], field.measures) != unit)
      return unclear_unit(field, {m_headers[at], m_headers[other]});
  }
  return Done{};
}

Problem Columns::unclear_unit(FieldWords const &field,
                              std::vector<std::string> const &headers) const {
  auto const units = field.measures == Measures::money ? "元、万元" : "mm、cm、m、%、1:n、N、s";
  return {ProblemCode::bad_value,
          m_source,
          headers.front(),
          std::nullopt,
          {fmt::format("看不出列“{}”的数值用什么单位。", fmt::join(headers, "”“")),
           fmt::format("In which unit the numbers of “{}” are cannot be told.",
                       fmt::join(headers, "”, “"))},
          {fmt::format("请只留一列，括号里写一个单位（{}），或者去掉括号，在单位列里逐行写明单位。",
                       units),
           fmt::format("Keep one such column with one unit in its brackets ({}), or drop the "
                       "brackets and write the unit of each row in the unit column.",
                       units)}};
}

std::string_view Columns::unit(std::string_view field) const {
  auto const at = m_units.find(field);
  return at == m_units.end() ? std::string_view() : std::string_view(at->second);
}

bool Columns::knows(std::string_view field) const {
  return std::any_of(m_fields.begin(), m_fields.end(),
                     [&](auto const &f) { return f.field == field; });
}

Problem Columns::no_such_header(std::string const &header) const {
  return {ProblemCode::missing_column,
          m_source,
          header,
          std::nullopt,
          {fmt::format("文件中没有指定的列“{}”。", header),
           fmt::format("The file has no column “{}”.", header)},
          {fmt::format("文件中的列有：{}。", fmt::join(m_headers, "、")),
           fmt::format("Its columns are: {}.", fmt::join(m_headers, ", "))}};
}

Problem Columns::no_such_field(std::string const &field) const {
  std::vector<std::string_view> names;
  for (auto const &f : m_fields)
    names.push_back(f.field);
  return {ProblemCode::usage,
          m_source,
          field,
          std::nullopt,
          {fmt::format("没有叫“{}”的字段可以指定列。", field),
           fmt::format("There is no field “{}” to choose a column for.", field)},
          {fmt::format("可以指定的字段：{}。", fmt::join(names, "、")),
           fmt::format("Fields are: {}.", fmt::join(names, ", "))}};
}

std::vector<ColumnMatch> Columns::matches() const {
  std::vector<ColumnMatch> out;
  for (auto const &field : m_fields) {
    auto const at = m_index.find(field.field);
    out.push_back({std::string(field.field), field.label.str(),
                   at == m_index.end() ? std::string() : m_headers[at->second]});
  }
  return out;
}

std::optional<std::size_t> Columns::place(std::string_view field) const {
  auto const at = m_index.find(field);
  return at == m_index.end() ? std::nullopt : std::optional(at->second);
}

std::string_view Columns::cell(Row const &row, std::string_view field) const {
  auto const at = m_index.find(field);
  if (at == m_index.end() || at->second >= row.cells.size()) return {};
  return row.cells[at->second];
}

std::optional<std::string> Columns::optional_cell(Row const &row, std::string_view field) const {
  auto const text = cell(row, field);
  return text.empty() ? std::nullopt : std::optional(std::string(text));
}

std::string Columns::header(std::string_view field) const {
  auto const at = m_index.find(field);
  return at == m_index.end() ? std::string(field) : m_headers[at->second];
}

Result<Done> Columns::require(std::initializer_list<std::string_view> fields) const {
  for (auto wanted : fields) {
    if (has(wanted)) continue;
    auto const field = std::find_if(m_fields.begin(), m_fields.end(),
                                    [&](auto const &f) { return f.field == wanted; });
    assert(field != m_fields.end());
    return Problem{
        ProblemCode::missing_column,
        m_source,
        std::string(wanted),
        std::nullopt,
        {fmt::format("没有找到“{}”列。文件中的列有：{}。", field->label.zh,
                     fmt::join(m_headers, "、")),
         fmt::format("There is no column for the {}. The columns are: {}.", field->label.en,
                     fmt::join(m_headers, ", "))},
        {fmt::format("请把列名改为“{}”，或者用 --column {}=列名 指定。",
                     fmt::join(field->words, "”“"), wanted),
         fmt::format("Rename the column to one of “{}”, or name it with --column {}=HEADER.",
                     fmt::join(field->words, "”, “"), wanted)}};
  }
  return Done{};
}

Problem Columns::problem(ProblemCode code, Row const &row, std::string_view field, Text reason,
                         Text remedy) const {
  return {code, m_source, header(field), row.number, std::move(reason), std::move(remedy)};
}

Problem Columns::missing(Row const &row, std::string_view field) const {
  auto const known = std::find_if(m_fields.begin(), m_fields.end(),
                                  [&](auto const &f) { return f.field == field; });
  assert(known != m_fields.end());
  return problem(ProblemCode::missing_value, row, field,
                 {fmt::format("缺少{}。", known->label.zh),
                  fmt::format("The {} is missing.", known->label.en)},
                 {"请补充后重新导入；其他行不受影响。",
                  "Fill it in and import again; the other rows are kept."});
}

}  // namespace wza::gis

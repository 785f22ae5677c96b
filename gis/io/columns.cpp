// SPDX-License-Identifier: Apache-2.0
#include "gis/io/columns.h"

#include "db/base/units.h"

#include <fmt/format.h>

#include <algorithm>

namespace wza::gis {
namespace {

/// A header without what writers add to it: blanks, underscores, a unit in brackets, case.
std::string plain(std::string_view header) {
  std::string text = ascii_lower(trimmed(header));
  for (std::string_view bracket : {"(", "（", "[", "【"}) {
    if (auto const at = text.find(bracket); at != std::string::npos && at > 0) text.resize(at);
  }
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
  std::vector<std::string> plain_headers;
  for (auto const &column : table.columns) {
    out.m_headers.push_back(column.name);
    plain_headers.push_back(plain(column.name));
  }
  auto const find_header = [&](std::string_view word) -> std::optional<std::size_t> {
    auto const at = std::find(plain_headers.begin(), plain_headers.end(), plain(word));
    if (at == plain_headers.end()) return std::nullopt;
    return static_cast<std::size_t>(at - plain_headers.begin());
  };
  for (auto const &field : out.m_fields) {
    if (auto const choice = chosen.find(field.field); choice != chosen.end()) {
      auto const at = find_header(choice->second);
      if (!at) return out.no_such_header(choice->second);
      out.m_index.emplace(field.field, *at);
      continue;
    }
    std::vector<std::string_view> words;
    auto const [first, last] = synonyms.equal_range(field.field);
    for (auto word = first; word != last; ++word)
      words.push_back(word->second);
    words.insert(words.end(), field.words.begin(), field.words.end());
    for (auto word : words) {
      if (auto const at = find_header(word)) {
        out.m_index.emplace(field.field, *at);
        break;
      }
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

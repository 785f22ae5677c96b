// SPDX-License-Identifier: Apache-2.0
#include "webcheck/report/suppressions.h"

#include "db/tsv.h"
#include "webcheck/engine.h"
#include "webcheck/report/csv.h"
#include "webcheck/report/finding_words.h"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace wza::web {
namespace {

constexpr std::array<std::string_view, 5> kColumns{"rule", "page", "element", "reason", "until"};
Problem row_problem(ProblemCode code, std::string_view name, std::int64_t line,
                    std::string_view column, Text reason, Text remedy) {
  return {code, std::string(name), std::string(column), line, std::move(reason), std::move(remedy)};
}

/// Whether `text` is made by `pattern`, in which "*" stands for any characters.
bool matches(std::string_view pattern, std::string_view text) {
  std::size_t p = 0, t = 0, star = std::string_view::npos, after = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      after = t;
    } else if (p < pattern.size() && pattern[p] == text[t]) {
      ++p;
      ++t;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      t = ++after;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

}  // namespace

Result<Suppressions::Row> Suppressions::read_row(std::string_view name, std::int64_t line,
                                                 std::vector<std::string_view> const &fields) {
  for (std::size_t i = 0; i < kColumns.size(); ++i) {
    if (!trimmed(fields[i]).empty()) continue;
    return row_problem(ProblemCode::missing_value, name, line, kColumns[i],
                       {"这一格是空的。", "The field is empty."},
                       {"规则、网页、元素、理由、截止日期都要填。",
                        "Rule, page, element, reason and last day must all be given."});
  }
  Row row;
  row.line = line;
  row.rule = trimmed(fields[0]);
  row.page = trimmed(fields[1]);
  row.element = trimmed(fields[2]);
  row.reason = trimmed(fields[3]);
  if (find_rule(row.rule) == nullptr) {
    return row_problem(
        ProblemCode::unknown_code, name, line, "rule",
        {fmt::format("没有规则“{}”。", row.rule), fmt::format("There is no rule {}.", row.rule)},
        {"wza rules 列出全部规则。", "wza rules lists all rules."});
  }
  auto const until = LocalDate::parse(trimmed(fields[4]));
  if (!until) {
    return row_problem(
        ProblemCode::bad_date, name, line, "until",
        {fmt::format("“{}”不是日期。", fields[4]), fmt::format("\"{}\" is no date.", fields[4])},
        {"请写成 2027-03-31。", "Write it as 2027-03-31."});
  }
  row.until = *until;
  return row;
}

Result<Suppressions> Suppressions::parse(std::string_view name, std::string_view content,
                                         LocalDate today) {
  if (content.starts_with(kByteOrderMark)) content.remove_prefix(kByteOrderMark.size());
  auto const table = parse_tsv(name, content);
  if (!table) return table.problem();
  for (std::string_view const column : kColumns) {
    if (table->has(column)) continue;
    return Problem{ProblemCode::missing_column,
                   std::string(name),
                   std::string(column),
                   {},
                   {"缺少这一列。", "This column is missing."},
                   {"第一行写列名：rule、page、element、reason、until，以制表符分隔。",
                    "The first line names the columns rule, page, element, reason and until, split "
                    "by tabs."}};
  }
  Suppressions out;
  out.m_name = name;
  for (TsvTable::Row const &one : table->rows) {
    std::vector<std::string_view> fields;
    for (std::string_view const column : kColumns)
      fields.push_back(table->at(one, column));
    auto row = read_row(name, one.line, fields);
    if (!row) return std::move(row).problem();
    row->expired = row->until < today;
    out.m_rows.push_back(*std::move(row));
  }
  return out;
}

void Suppressions::apply(PageResult &page) {
  for (Row &row : m_rows) {
    if (row.expired || !matches(row.page, page.url)) continue;
    for (PageFinding &finding : page.findings) {
      if (finding.rule->id != row.rule) continue;
      bool const same =
          finding.selector == row.element || identity_of(page.url, finding) == row.element;
      if (!same) continue;
      row.used = true;
      finding.suppressed = Suppression{row.reason, row.until.iso()};
    }
  }
}

std::vector<Text> Suppressions::remarks() const {
  std::vector<Text> out;
  for (Row const &row : m_rows) {
    if (row.expired) {
      out.push_back(
          {fmt::format("{} 第 {} 行：{} 已到期，问题重新计入。", m_name, row.line, row.until.iso()),
           fmt::format("{}, row {}: it ended on {}; what it named counts again.", m_name, row.line,
                       row.until.iso())});
    } else if (!row.used) {
      out.push_back(
          {fmt::format("{} 第 {} 行：没有找到它所指的问题，请核对或删去这一行。", m_name, row.line),
           fmt::format("{}, row {}: no finding is the one it names; check it or take it out.",
                       m_name, row.line)});
    }
  }
  return out;
}

}  // namespace wza::web

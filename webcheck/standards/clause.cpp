// SPDX-License-Identifier: Apache-2.0
#include "webcheck/standards/clause.h"

#include "db/tsv.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace wza::web {
namespace {

std::vector<Clause> read_wcag22() {
  std::vector<Clause> out;
  TsvTable const table = reference_table("wcag22.tsv");
  for (TsvTable::Row const &row : table.rows) {
    if (table.at(row, "status") != "active") continue;
    out.push_back({Norm::wcag22,
                   table.at(row, "sc"),
                   static_cast<std::uint8_t>(table.at(row, "level").size()),
                   true,
                   {table.at(row, "name_zh"), table.at(row, "name_en")},
                   table.at(row, "handle")});
  }
  return out;
}

std::vector<Clause> read_gbt37668() {
  std::vector<Clause> out;
  TsvTable const table = reference_table("gbt37668.tsv");
  for (TsvTable::Row const &row : table.rows) {
    out.push_back({Norm::gbt37668,
                   table.at(row, "clause"),
                   static_cast<std::uint8_t>(table.at(row, "level").front() - '0'),
                   table.at(row, "applies_to") != "app",
                   {table.at(row, "title_zh"), table.at(row, "title_en")},
                   {}});
  }
  return out;
}

std::vector<Clause> read_miit_elder() {
  std::vector<Clause> out;
  TsvTable const table = reference_table("miit_elder.tsv");
  for (TsvTable::Row const &row : table.rows) {
    if (table.at(row, "part") != "web") continue;
    out.push_back({Norm::miit_elder,
                   table.at(row, "item"),
                   1,
                   true,
                   {table.at(row, "requirement_zh"), table.at(row, "requirement_en")},
                   {}});
  }
  return out;
}

}  // namespace

std::string_view level_name(Clause const &clause) {
  constexpr std::array<std::string_view, 3> kWcag{"A", "AA", "AAA"};
  constexpr std::array<std::string_view, 3> kGbt37668{"1", "2", "3"};
  switch (clause.norm) {
    case Norm::wcag22:
      return kWcag.at(clause.rank - 1U);
    case Norm::gbt37668:
      return kGbt37668.at(clause.rank - 1U);
    case Norm::miit_elder:
      break;
  }
  return {};
}

std::span<Clause const> clauses_of(Norm norm) {
  static std::vector<Clause> const kWcag22 = read_wcag22();
  static std::vector<Clause> const kGbt37668 = read_gbt37668();
  static std::vector<Clause> const kMiitElder = read_miit_elder();
  switch (norm) {
    case Norm::wcag22:
      return kWcag22;
    case Norm::gbt37668:
      return kGbt37668;
    case Norm::miit_elder:
      return kMiitElder;
  }
  return {};
}

Clause const *find_clause(Norm norm, std::string_view id) {
  std::span<Clause const> const all = clauses_of(norm);
  auto const found = std::ranges::find(all, id, &Clause::id);
  return found == all.end() ? nullptr : &*found;
}

std::span<std::string_view const> basis_in(Rule const &rule, Norm norm) {
  switch (norm) {
    case Norm::wcag22:
      return rule.basis.wcag;
    case Norm::gbt37668:
      return rule.basis.gbt37668;
    case Norm::miit_elder:
      return rule.basis.miit;
  }
  return {};
}

std::vector<Clause const *> clauses_of(Rule const &rule) {
  std::vector<Clause const *> out;
  for (auto const &norm : Names<Norm>::kAll) {
    for (std::string_view const id : basis_in(rule, norm.value)) {
      if (Clause const *const clause = find_clause(norm.value, id)) out.push_back(clause);
    }
  }
  return out;
}

std::string cited(Clause const &clause, Lang lang) {
  bool const zh = lang == Lang::zh;
  std::string_view const norm = label(clause.norm).in(lang);
  switch (clause.norm) {
    case Norm::wcag22:
      return fmt::format("{} {}{}{}{}", norm, clause.id, zh ? "（" : " (", level_name(clause),
                         zh ? "）" : ")");
    case Norm::gbt37668: {
      constexpr std::array<std::string_view, 3> kLevels{"一级", "二级", "三级"};
      return zh ? fmt::format("{} {}（{}）", norm, clause.id, kLevels.at(clause.rank - 1U))
                : fmt::format("{} {} (level {})", norm, clause.id, clause.rank);
    }
    case Norm::miit_elder:
      break;
  }
  return fmt::format("{}{}{}", norm, zh ? "：" : ": ", clause.title.in(lang));
}

}  // namespace wza::web

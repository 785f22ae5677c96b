// SPDX-License-Identifier: Apache-2.0
#include "webcheck/standards/clause.h"

#include "db/tsv.h"

#include <algorithm>
#include <array>
#include <vector>

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
                   {table.at(row, "name_zh"), table.at(row, "name_en")}});
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
                   {table.at(row, "title_zh"), table.at(row, "title_en")}});
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
                   {table.at(row, "requirement_zh"), table.at(row, "requirement_en")}});
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

}  // namespace wza::web

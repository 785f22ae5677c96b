// SPDX-License-Identifier: Apache-2.0
// The clauses of the norms for web pages, as the reference tables hold them: WCAG 2.2 (wcag22.tsv),
// GB/T 37668-2019 (gbt37668.tsv) and MIIT's norms for elder-friendly sites (miit_elder.tsv).
#pragma once

#include "db/base/enum_names.h"
#include "webcheck/rule.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wza::web {

/// A document with clauses. `key` names it in JSON, the label is how people cite it.
enum class Norm : std::uint8_t { wcag22, gbt37668, miit_elder };

}  // namespace wza::web

template <>
struct wza::Names<wza::web::Norm> {
  static constexpr std::array kAll{
      Name{web::Norm::wcag22, "wcag22", "WCAG 2.2", "WCAG 2.2"},
      Name{web::Norm::gbt37668, "gbt37668", "GB/T 37668-2019", "GB/T 37668-2019"},
      Name{web::Norm::miit_elder, "miit_elder", "工信厅信管函〔2021〕67号", "MIIT letter 2021-67"},
  };
};
static_assert(wza::covers(wza::web::Norm::miit_elder));

namespace wza::web {

/// One clause, success criterion or item.
struct Clause {
  Norm norm{};
  std::string_view id;    ///< "1.1.1", "3.2.1.4", "float_window"
  std::uint8_t rank = 1;  ///< level: 1 to 3; A, AA and AAA are 1, 2 and 3; MIIT's items have 1
  bool web = true;        ///< touches web pages; false for what only apps must do
  TextView title;
  std::string_view handle{};  ///< of a success criterion: "non-text-content"
};

/// "AA", "2"; empty for MIIT's items, which have no levels.
std::string_view level_name(Clause const &clause);

/// All clauses in force of that norm, in the order of its table. Of MIIT's norms the part on web
/// sites.
std::span<Clause const> clauses_of(Norm norm);

/// The clause of that id, or nullptr.
Clause const *find_clause(Norm norm, std::string_view id);

/// What the rule's basis names of that norm.
std::span<std::string_view const> basis_in(Rule const &rule, Norm norm);

/// All clauses of the rule's basis: WCAG's, then GB/T 37668's, then MIIT's.
std::vector<Clause const *> clauses_of(Rule const &rule);

/// How a clause is cited: "WCAG 2.2 1.1.1 (A)", "GB/T 37668-2019 3.2.1.4（二级）".
std::string cited(Clause const &clause, Lang lang);

}  // namespace wza::web

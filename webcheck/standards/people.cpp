// SPDX-License-Identifier: Apache-2.0
#include "webcheck/standards/people.h"

#include "db/tsv.h"
#include "webcheck/standards/clause.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace wza::web {
namespace {

/// A set of People, one bit each.
constexpr std::uint8_t bit(People one) {
  return static_cast<std::uint8_t>(1U << static_cast<unsigned>(one));
}
constexpr std::uint8_t B = bit(People::blind);
constexpr std::uint8_t L = bit(People::low_vision);
constexpr std::uint8_t C = bit(People::colour);
constexpr std::uint8_t D = bit(People::deaf);
constexpr std::uint8_t M = bit(People::motor);
constexpr std::uint8_t S = bit(People::seizures);
constexpr std::uint8_t G = bit(People::cognitive);

struct Protected {
  std::string_view sc;
  unsigned people;
};

constexpr std::array<Protected, 86> kProtected{{
    {"1.1.1", B | L | D | G},
    {"1.2.1", B | L | D | G},
    {"1.2.2", D | G},
    {"1.2.3", B | L},
    {"1.2.4", D | G},
    {"1.2.5", B | L},
    {"1.2.6", D},
    {"1.2.7", B | L},
    {"1.2.8", B | L | D | G},
    {"1.2.9", D | G},
    {"1.3.1", B | L | G},
    {"1.3.2", B | L | G},
    {"1.3.3", B | L | D | G},
    {"1.3.4", L | M},
    {"1.3.5", M | G},
    {"1.3.6", G},
    {"1.4.1", B | L | C},
    {"1.4.2", B | D | G},
    {"1.4.3", L | C},
    {"1.4.4", L},
    {"1.4.5", L | G},
    {"1.4.6", L | C},
    {"1.4.7", D},
    {"1.4.8", L | G},
    {"1.4.9", L | G},
    {"1.4.10", L},
    {"1.4.11", L | C},
    {"1.4.12", L | G},
    {"1.4.13", L | M | G},
    {"2.1.1", B | L | M},
    {"2.1.2", B | L | M},
    {"2.1.3", B | L | M},
    {"2.1.4", M | G},
    {"2.2.1", B | L | D | M | G},
    {"2.2.2", L | G},
    {"2.2.3", B | L | D | M | G},
    {"2.2.4", B | L | G},
    {"2.2.5", B | L | M | G},
    {"2.2.6", M | G},
    {"2.3.1", S},
    {"2.3.2", S},
    {"2.3.3", S | G},
    {"2.4.1", B | L | M},
    {"2.4.2", B | L | M | G},
    {"2.4.3", B | L | M | G},
    {"2.4.4", B | L | M | G},
    {"2.4.5", B | L | G},
    {"2.4.6", B | L | G},
    {"2.4.7", L | M | G},
    {"2.4.8", B | L | G},
    {"2.4.9", B | L | M | G},
    {"2.4.10", B | L | G},
    {"2.4.11", L | M | G},
    {"2.4.12", L | M | G},
    {"2.4.13", L | M | G},
    {"2.5.1", M | G},
    {"2.5.2", B | L | M | G},
    {"2.5.3", L | M | G},
    {"2.5.4", M},
    {"2.5.5", L | M},
    {"2.5.6", M},
    {"2.5.7", M},
    {"2.5.8", L | M},
    {"3.1.1", B | L | G},
    {"3.1.2", B | L | G},
    {"3.1.3", G},
    {"3.1.4", L | G},
    {"3.1.5", D | G},
    {"3.1.6", B | L | D | G},
    {"3.2.1", B | L | M | G},
    {"3.2.2", B | L | M | G},
    {"3.2.3", B | L | G},
    {"3.2.4", B | L | G},
    {"3.2.5", B | L | M | G},
    {"3.2.6", G},
    {"3.3.1", B | L | C | G},
    {"3.3.2", B | L | M | G},
    {"3.3.3", B | L | G},
    {"3.3.4", B | L | M | G},
    {"3.3.5", G},
    {"3.3.6", B | L | M | G},
    {"3.3.7", M | G},
    {"3.3.8", B | G},
    {"3.3.9", B | G},
    {"4.1.2", B | L | M},
    {"4.1.3", B | L | G},
}};

unsigned people_behind(std::string_view sc) {
  auto const found = std::ranges::find(kProtected, sc, &Protected::sc);
  return found == kProtected.end() ? 0U : found->people;
}

/// By the criteria to which our table maps a clause of the national standard.
unsigned people_behind_gbt37668(std::string_view clause) {
  static TsvTable const kTable = reference_table("gbt37668.tsv");
  unsigned people = 0;
  for (TsvTable::Row const &row : kTable.rows) {
    if (kTable.at(row, "clause") != clause) continue;
    std::string_view list = kTable.at(row, "wcag");
    while (!list.empty()) {
      std::string_view const sc = list.substr(0, list.find(';'));
      people |= people_behind(sc);
      list.remove_prefix(std::min(sc.size() + 1, list.size()));
    }
  }
  return people;
}

/// MIIT's norm is written for old people: sight, hands and habit.
constexpr unsigned kOldPeople = L | M | G;

std::vector<People> listed(unsigned people) {
  std::vector<People> out;
  for (auto const &name : Names<People>::kAll) {
    if ((people & bit(name.value)) != 0) out.push_back(name.value);
  }
  return out;
}

}  // namespace

std::vector<People> people_of_criterion(std::string_view sc) {
  return listed(people_behind(sc));
}

std::vector<People> people_of(Rule const &rule) {
  unsigned people = 0;
  for (People const one : rule.people)
    people |= bit(one);
  if (people != 0) return listed(people);
  for (std::string_view const sc : rule.basis.wcag)
    people |= people_behind(sc);
  if (people == 0) {
    for (std::string_view const clause : rule.basis.gbt37668)
      people |= people_behind_gbt37668(clause);
  }
  if (people == 0 && !rule.basis.miit.empty()) people = kOldPeople;
  return listed(people);
}

}  // namespace wza::web

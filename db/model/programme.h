// SPDX-License-Identifier: Apache-2.0
// Programmes that pay for retrofits, and whom they take: each office's own settings, from a year
// on.
#pragma once

#include "db/base/text.h"
#include "db/model/criterion.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace wza {

/// The settings of a programme from one year until the next row of it.
struct Programme {
  std::string id;
  int from_year = 0;
  Text name;
  bool for_elderly =
      false;  ///< which catalogue of items: 民发〔2020〕86号, or that of disabled homes
  bool needs_certificate = false;
  std::vector<std::string> grades;          ///< "1", "2"; empty: any
  std::vector<std::string> further_grades;  ///< category-grade beyond them: "5-3"
  std::vector<std::string> incomes;         ///< codes of income_statuses; empty: any
  std::optional<std::int64_t> ceiling_fen;  ///< of one home; nothing: none is set
  bool devices_alone = false;               ///< giving devices without works counts as a retrofit
  std::optional<int> again_after_years;     ///< nothing: a home has it once
  Text note;
  Origin origin{};
};

/// The economic state of a household as the local list has it.
struct IncomeStatus {
  std::string code;  ///< "allowance"
  Text name;
  bool poor = false;
};

}  // namespace wza

// SPDX-License-Identifier: Apache-2.0
// The column 现场条件 of an inspection: "rise_per_run=300 mm;site_constrained=no;tolerance=5 mm".
#pragma once

#include "db/base/error.h"
#include "db/model/standard.h"
#include "db/store/criteria.h"
#include "db/store/tracker.h"
#include "gis/field/evaluate.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wza::gis {

/// Why ContextReader refused a part; where and row are left to the caller.
Problem context_problem(std::string_view part);

/// Knows the facts and instruments of a tracker by name.
class ContextReader {
 public:
  explicit ContextReader(Tracker &tracker);

  /// Reads the parts of the text into `at`. Returns the part that is not understood, if any; what
  /// stood before it was taken.
  std::optional<std::string_view> read(std::string_view text, Circumstances &at) const;

  /// Takes one name with its value: a fact, by its own name or by its question (每段提升高度;
  /// 场地是否受限, 场地受限), or by the name of one of its choices alone (平坡出入口), and with its
  /// unit where it is measured and no count; `applies` (适用), the inspector's own word;
  /// `tolerance` (允差), how exactly was measured; `instrument` (仪器), which stands for its
  /// tolerance. False where name or value is not known.
  bool take(std::string_view name, std::string_view value, Circumstances &at) const;

 private:
  bool take_called(std::string_view name, std::string_view value, Circumstances &at) const;
  bool take_fact(Fact const &fact, std::string_view value, Circumstances &at) const;
  bool take_instrument(std::string_view name, Circumstances &at) const;

  std::map<std::string, Fact, std::less<>> m_facts;
  /// What else facts are called, and their choices → the fact's own name and the choice's word.
  std::map<std::string, std::pair<std::string, std::string>, std::less<>> m_called;
  std::vector<Instrument> m_instruments;
};

}  // namespace wza::gis

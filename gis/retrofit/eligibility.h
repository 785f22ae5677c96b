// SPDX-License-Identifier: Apache-2.0
// Whether a programme takes a home, condition by condition (eligibility.tsv), from the settings of
// the programme in the home's year. What nobody recorded is cant_tell, never yes and never no.
#pragma once

#include "db/model/outcome.h"
#include "db/model/programme.h"
#include "db/store/programmes.h"
#include "db/store/retrofits.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace wza::gis {

enum class Condition : std::uint8_t { cert, severe, poor, cap, once, no_substitute };
}  // namespace wza::gis
/// The codes are those of eligibility.tsv.
template <>
struct wza::Names<wza::gis::Condition> {
  static constexpr std::array kAll{
      Name{wza::gis::Condition::cert, "cert", "持有残疾人证", "Holds a certificate"},
      Name{wza::gis::Condition::severe, "severe", "残疾等级", "Grade of disability"},
      Name{wza::gis::Condition::poor, "poor", "困难", "Economic state"},
      Name{wza::gis::Condition::cap, "cap", "每户补贴上限", "Ceiling of one home"},
      Name{wza::gis::Condition::once, "once", "不重复享受", "Not twice"},
      Name{wza::gis::Condition::no_substitute, "no_substitute", "不得以发放辅具代替改造",
           "Works, not devices alone"},
  };
};
static_assert(wza::covers(wza::gis::Condition::no_substitute));

namespace wza::gis {

struct ConditionOutcome {
  Condition condition{};
  Outcome outcome{};
  Text reason;  ///< a sentence, without anything personal
};

/// The ceilings of programmes, looked up once each.
class Ceilings {
 public:
  explicit Ceilings(Tracker &tracker) : m_programmes(tracker) {}
  /// Which amount exceeds which ceiling; nothing where none is set or none exceeds it.
  std::optional<Text> exceeded(Retrofit const &retrofit);

 private:
  ProgrammeStore m_programmes;
  std::map<std::pair<std::string, int>, std::optional<std::int64_t>> m_known;
};

/// One outcome a condition, in their order. A programme that has no settings: all cant_tell.
std::vector<ConditionOutcome> eligibility_of(Tracker &tracker, RetrofitId id,
                                             Retrofit const &retrofit);

}  // namespace wza::gis

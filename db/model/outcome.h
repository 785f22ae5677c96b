// SPDX-License-Identifier: Apache-2.0
// The one word that both wings share: the outcome of testing a subject against a rule or a
// criterion (W3C EARL 1.0, section 2.7), how much it matters, and how a value was come by.
#pragma once

#include "db/base/enum_names.h"

#include <cstdint>

namespace wza {

enum class Outcome : std::uint8_t { passed, failed, cant_tell, inapplicable, untested };
template <>
struct Names<Outcome> {
  static constexpr std::array kAll{
      Name{Outcome::passed, "passed", "符合", "Passed"},
      Name{Outcome::failed, "failed", "不符合", "Failed"},
      Name{Outcome::cant_tell, "cant_tell", "无法判定", "Cannot tell"},
      Name{Outcome::inapplicable, "inapplicable", "不适用", "Does not apply"},
      Name{Outcome::untested, "untested", "未检测", "Not tested"},
  };
};
static_assert(covers(Outcome::untested));

/// How much a failure hurts, from worst to least.
enum class Severity : std::uint8_t { critical, serious, moderate, minor };
template <>
struct Names<Severity> {
  static constexpr std::array kAll{
      Name{Severity::critical, "critical", "致命", "Critical"},
      Name{Severity::serious, "serious", "严重", "Serious"},
      Name{Severity::moderate, "moderate", "一般", "Moderate"},
      Name{Severity::minor, "minor", "轻微", "Minor"},
  };
};
static_assert(covers(Severity::minor));

/// How sure a fact is (reference data). `memory` must be checked on paper before it is relied on,
/// and is shown wherever such a criterion judges something.
enum class Confidence : std::uint8_t { two_sources, one_source, memory };
template <>
struct Names<Confidence> {
  static constexpr std::array kAll{
      Name{Confidence::two_sources, "two_sources", "两个来源", "Two sources"},
      Name{Confidence::one_source, "one_source", "一个来源", "One source"},
      Name{Confidence::memory, "memory", "凭记忆，待核对原文",
           "From memory, to be checked on paper"},
  };
};
static_assert(covers(Confidence::memory));

}  // namespace wza

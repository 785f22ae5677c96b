// SPDX-License-Identifier: Apache-2.0
// What one run found out about one finding, and why a new one is new.
#pragma once

#include "db/base/enum_names.h"

#include <array>
#include <cstdint>

namespace wza {

enum class RunResult : std::uint8_t {
  found,        ///< never seen before
  seen_again,   ///< in all of its places that were tested
  partly_gone,  ///< gone from some of its places
  reopened,     ///< mended before, and there again
  mended,       ///< all of its places were tested, and it is in none
  not_tested,   ///< open, and none of its places was tested
};
template <>
struct Names<RunResult> {
  static constexpr std::array kAll{
      Name{RunResult::found, "found", "新发现", "Found"},
      Name{RunResult::seen_again, "seen_again", "仍存在", "Seen again"},
      Name{RunResult::partly_gone, "partly_gone", "部分页面已消除", "Gone from some pages"},
      Name{RunResult::reopened, "reopened", "再次出现", "Reopened"},
      Name{RunResult::mended, "mended", "复测已消除", "Mended, by re-test"},
      Name{RunResult::not_tested, "not_tested", "本次未检测", "Not tested"},
  };
};
static_assert(covers(RunResult::not_tested));

/// Why a finding is there that was not there before; the first that holds for one of its places.
enum class Cause : std::uint8_t {
  content,       ///< the page is new or its bytes changed
  rules,         ///< the same bytes, tested by another program version or other rules
  surroundings,  ///< the same bytes and rules: a style sheet, a frame or its neighbours changed
};
template <>
struct Names<Cause> {
  static constexpr std::array kAll{
      Name{Cause::content, "content", "网页内容变化", "The page changed"},
      Name{Cause::rules, "rules", "检测规则变化", "The rules changed"},
      Name{Cause::surroundings, "surroundings", "样式表等周边变化",
           "A style sheet or another part changed"},
  };
};
static_assert(covers(Cause::surroundings));

}  // namespace wza

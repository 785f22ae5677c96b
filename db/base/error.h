// SPDX-License-Identifier: Apache-2.0
// The three kinds of wrong. Our bug: assert. The world broke (disk, driver, corrupt file): `Error`,
// thrown by adapters and caught at the doors (command line, HTTP dispatch, job runner). A request
// that we refuse: a `Problem` in a `Result`, which says what, where and what to do next.
#pragma once

#include "db/base/enum_names.h"
#include "db/base/text.h"

#include <cassert>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>

namespace wza {

/// Exit codes of the program (contract, section 2).
enum class ExitCode : std::uint8_t {
  done = 0,
  findings = 1,
  usage = 2,
  configuration = 3,
  refused = 4,
  partly = 5,
  tracker = 6,
  our_bug = 70,
  interrupted = 130,
};

/// The world broke. The text is for people: what happened, to which file or host, what to do next.
class Error : public std::runtime_error {
 public:
  explicit Error(Text what, ExitCode exit = ExitCode::our_bug)
      : std::runtime_error(what.en), m_text(std::move(what)), m_exit(exit) {}
  /// For words that a library gave, which exist in one language only.
  explicit Error(std::string const &what, ExitCode exit = ExitCode::our_bug)
      : Error(Text{what, what}, exit) {}
  Text const &text() const { return m_text; }
  ExitCode exit_code() const { return m_exit; }

 private:
  Text m_text;
  ExitCode m_exit;
};

/// The tracker file cannot be used: missing, locked, corrupt, of a newer version, not writable.
class TrackerError : public Error {
 public:
  explicit TrackerError(Text what) : Error(std::move(what), ExitCode::tracker) {}
};

/// What kind of refusal; the wire word of a Problem (RFC 9457 `type`, JSON `code`).
enum class ProblemCode : std::uint8_t {
  not_found,
  unreadable,
  missing_column,
  missing_value,
  bad_number,
  bad_value,
  bad_date,
  unknown_code,
  outside_districts,
  bad_geometry,
  undeclared_datum,
  duplicate,
  conflict,
  forbidden,
  too_large,
  unreachable,
  bad_certificate,
  robots,
  timed_out,
  budget,
  usage,
  configuration,
};

template <>
struct Names<ProblemCode> {
  static constexpr std::array kAll{
      Name{ProblemCode::not_found, "not_found", "找不到", "Not found"},
      Name{ProblemCode::unreadable, "unreadable", "无法读取", "Unreadable"},
      Name{ProblemCode::missing_column, "missing_column", "缺少列", "Column missing"},
      Name{ProblemCode::missing_value, "missing_value", "缺少值", "Value missing"},
      Name{ProblemCode::bad_number, "bad_number", "数字无效", "Not a number"},
      Name{ProblemCode::bad_value, "bad_value", "值无效", "Invalid value"},
      Name{ProblemCode::bad_date, "bad_date", "日期无效", "Invalid date"},
      Name{ProblemCode::unknown_code, "unknown_code", "未知代码", "Unknown code"},
      Name{ProblemCode::outside_districts, "outside_districts", "不在任何区划内",
           "Outside all districts"},
      Name{ProblemCode::bad_geometry, "bad_geometry", "几何无效", "Invalid geometry"},
      Name{ProblemCode::undeclared_datum, "undeclared_datum", "未说明坐标系", "Datum not declared"},
      Name{ProblemCode::duplicate, "duplicate", "重复", "Duplicate"},
      Name{ProblemCode::conflict, "conflict", "冲突", "Conflict"},
      Name{ProblemCode::forbidden, "forbidden", "没有权限", "Not allowed"},
      Name{ProblemCode::too_large, "too_large", "过大", "Too large"},
      Name{ProblemCode::unreachable, "unreachable", "无法访问", "Unreachable"},
      Name{ProblemCode::bad_certificate, "bad_certificate", "证书无效", "Invalid certificate"},
      Name{ProblemCode::robots, "robots", "robots.txt 不允许", "Excluded by robots.txt"},
      Name{ProblemCode::timed_out, "timed_out", "超时", "Timed out"},
      Name{ProblemCode::budget, "budget", "超出限额", "Over budget"},
      Name{ProblemCode::usage, "usage", "用法错误", "Wrong usage"},
      Name{ProblemCode::configuration, "configuration", "配置错误", "Wrong configuration"},
  };
};
static_assert(covers(ProblemCode::configuration));

/// A refusal of one thing, with its place. Nothing personal may stand in it: for households, name
/// the field and the row, never the value.
struct Problem {
  ProblemCode code{};
  std::string where;                ///< file, layer, URL or form that was being read
  std::string field;                ///< column, option or attribute; empty where it is the whole
  std::optional<std::int64_t> row;  ///< 1-based row as the user's own program counts it
  Text reason;                      ///< what is wrong, a full sentence
  Text remedy;                      ///< what to do next, a full sentence

  /// "FILE, row 12, field: reason remedy", for a terminal or a log.
  std::string in(Lang lang) const;
};

/// A value or the Problem that stands in its way. Like std::expected, which g++ 12 lacks in C++20.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}  // NOLINT: implicit
  Result(Problem problem) : m_state(std::in_place_index<1>, std::move(problem)) {}  // NOLINT: same

  explicit operator bool() const { return m_state.index() == 0; }
  bool has_value() const { return m_state.index() == 0; }

  T &operator*() & { return get(); }
  T const &operator*() const & { return get(); }
  T &&operator*() && { return std::move(get()); }
  T *operator->() { return &get(); }
  T const *operator->() const { return &get(); }

  Problem const &problem() const & {
    assert(!has_value());
    return *std::get_if<1>(&m_state);
  }
  Problem &&problem() && {
    assert(!has_value());
    return std::move(*std::get_if<1>(&m_state));
  }

 private:
  T &get() {
    assert(has_value());
    return *std::get_if<0>(&m_state);
  }
  T const &get() const {
    assert(has_value());
    return *std::get_if<0>(&m_state);
  }
  std::variant<T, Problem> m_state;
};

/// Success without a value.
struct Done {};

}  // namespace wza

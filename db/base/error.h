// SPDX-License-Identifier: Apache-2.0
// The three kinds of wrong. Our bug: assert. The world broke (disk, driver, corrupt file): `Error`,
// thrown by adapters and caught at the doors (command line, HTTP dispatch, job runner). A request
// that we refuse: a `Problem` in a `Result`, which says what, where and what to do next.
#pragma once

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

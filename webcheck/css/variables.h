// SPDX-License-Identifier: Apache-2.0
// Custom properties and var() (CSS Variables 1). Scopes inherit from that of the parent element;
// values are resolved where they were declared, at most once. Cycles, chains deeper than 64 and
// values that grow beyond 16384 tokens are invalid.
#pragma once

#include "webcheck/css/value.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace wza::web::css {

class Variables {
 public:
  using Scope = std::uint32_t;
  enum class Result : std::uint8_t { ok, invalid, unknown };

  /// Scope 0 holds the initial values of registered properties.
  Variables() { m_scopes.emplace_back(); }

  /// A scope below `parent`. Of two declarations of a name the later counts. A list that is that
  /// of the parent makes no new scope: `*{--x: 0}` holds the same on each element.
  Scope declare(Scope parent, std::span<Declaration const *const> declarations);
  void declare_initial(Declaration const &declaration);

  /// Replaces all var() in `tokens`.
  Result substitute(TokenSpan tokens, Scope scope, std::vector<Token> &out);

  /// From now on an undeclared or declared property may have any value.
  void forget_all() { m_forgotten = true; }

 private:
  enum class State : std::uint8_t { raw, resolving, resolved, invalid };
  struct Entry {
    std::string_view name;
    ValueKind kind{};
    State state = State::raw;
    TokenSpan tokens;
    std::vector<Token> resolved;
  };
  struct ScopeData {
    Scope parent = 0;
    std::vector<Declaration const *> list;
    std::vector<Entry> entries;  ///< sorted by name
  };
  Entry *find(std::string_view name, Scope &scope);
  bool resolve(std::string_view name, Scope scope, std::vector<Token> &out);
  bool append(TokenSpan tokens, Scope scope, std::vector<Token> &out);

  std::vector<ScopeData> m_scopes;
  std::vector<Entry *> m_resolving;
  std::uint64_t m_budget = 20'000'000;
  std::size_t m_entries = 0;
  std::size_t m_kept = 0;  ///< tokens in `resolved` of all entries
  bool m_forgotten = false;
};

}  // namespace wza::web::css

// SPDX-License-Identifier: Apache-2.0
#include "webcheck/css/variables.h"

#include <algorithm>

namespace wza::web::css {
namespace {
constexpr std::size_t kMaxVariableDepth = 64;
constexpr std::size_t kMaxTokens = 16384;
// Over all elements of the page; a page with more is not understood.
constexpr std::size_t kMaxKept = 1'000'000;
constexpr std::size_t kMaxEntries = 1'000'000;
}  // namespace

Variables::Scope Variables::declare(Scope parent, std::span<Declaration const *const> list) {
  if (m_forgotten || std::ranges::equal(m_scopes[parent].list, list)) return parent;
  m_entries += list.size();
  if (m_entries > kMaxEntries) {
    forget_all();
    return parent;
  }
  ScopeData scope;
  scope.parent = parent;
  scope.list.assign(list.begin(), list.end());
  for (Declaration const *d : list) {
    scope.entries.push_back({d->name, d->value.kind, State::raw, d->value.tokens, {}});
  }
  std::stable_sort(scope.entries.begin(), scope.entries.end(),
                   [](Entry const &a, Entry const &b) { return a.name < b.name; });
  auto const last_of_each = [](Entry const &a, Entry const &b) { return a.name == b.name; };
  std::reverse(scope.entries.begin(), scope.entries.end());
  scope.entries.erase(std::unique(scope.entries.begin(), scope.entries.end(), last_of_each),
                      scope.entries.end());
  std::reverse(scope.entries.begin(), scope.entries.end());
  m_scopes.push_back(std::move(scope));
  return static_cast<Scope>(m_scopes.size() - 1);
}

void Variables::declare_initial(Declaration const &d) {
  auto &entries = m_scopes.front().entries;
  auto const at = std::lower_bound(entries.begin(), entries.end(), d.name,
                                   [](Entry const &e, std::string_view n) { return e.name < n; });
  if (at != entries.end() && at->name == d.name) {
    at->tokens = d.value.tokens;
    return;
  }
  entries.insert(at, {d.name, d.value.kind, State::raw, d.value.tokens, {}});
}

Variables::Entry *Variables::find(std::string_view name, Scope &scope) {
  while (m_budget > 0) {
    --m_budget;
    auto &entries = m_scopes[scope].entries;
    auto const at = std::lower_bound(entries.begin(), entries.end(), name,
                                     [](Entry const &e, std::string_view n) { return e.name < n; });
    if (at != entries.end() && at->name == name) {
      switch (at->kind) {
        case ValueKind::tokens:
          return &*at;
        case ValueKind::initial:
          scope = 0;
          continue;
        default:
          break;  // inherit, unset, revert: that of the parent
      }
    }
    if (scope == 0) return nullptr;
    scope = m_scopes[scope].parent;
  }
  return nullptr;
}

bool Variables::resolve(std::string_view name, Scope scope, std::vector<Token> &out) {
  Entry *const entry = find(name, scope);
  if (entry == nullptr || entry->state == State::invalid) return false;
  if (entry->state == State::resolving) {
    // CSS Variables 1, section 2.3: all on the cycle are invalid.
    auto const first = std::find(m_resolving.begin(), m_resolving.end(), entry);
    for (auto at = first; at != m_resolving.end(); ++at) {
      if (*at != nullptr) (*at)->state = State::invalid;
    }
    return false;
  }
  if (entry->state == State::raw) {
    if (m_resolving.size() >= kMaxVariableDepth) return false;
    entry->state = State::resolving;
    m_resolving.push_back(entry);
    std::vector<Token> resolved;
    bool const valid = append(entry->tokens, scope, resolved);
    m_resolving.pop_back();
    if (!valid || entry->state == State::invalid) {
      entry->state = State::invalid;
      return false;
    }
    entry->state = State::resolved;
    m_kept += resolved.size();
    if (m_kept > kMaxKept) m_budget = 0;
    entry->resolved = std::move(resolved);
  }
  if (out.size() + entry->resolved.size() > kMaxTokens) return false;
  m_budget -= std::min<std::uint64_t>(m_budget, entry->resolved.size());
  out.insert(out.end(), entry->resolved.begin(), entry->resolved.end());
  return m_budget > 0;
}

bool Variables::append(TokenSpan tokens, Scope scope, std::vector<Token> &out) {
  for (std::size_t i = 0; i < tokens.size();) {
    if (!tokens[i].is_function("var")) {
      if (out.size() >= kMaxTokens) return false;
      out.push_back(tokens[i++]);
      continue;
    }
    TokenSpan const content = trimmed(block_content(tokens, i));
    i = next_component(tokens, i);
    if (content.empty() || !content[0].is(TokenKind::ident)) return false;
    std::size_t const before = out.size();
    if (resolve(content[0].text, scope, out)) continue;
    out.resize(before);
    std::size_t comma = 1;
    while (comma < content.size() && content[comma].is(TokenKind::whitespace))
      ++comma;
    if (comma >= content.size() || !content[comma].is(TokenKind::comma)) return false;
    // The fallback may hold var() in its turn; the nesting is that of the source's brackets.
    if (m_resolving.size() >= kMaxVariableDepth) return false;
    m_resolving.push_back(nullptr);
    bool const valid = append(trimmed(content.subspan(comma + 1)), scope, out);
    m_resolving.pop_back();
    if (!valid) return false;
  }
  return true;
}

Variables::Result Variables::substitute(TokenSpan tokens, Scope scope, std::vector<Token> &out) {
  if (m_forgotten) return Result::unknown;
  out.clear();
  bool const valid = append(tokens, scope, out);
  if (m_budget == 0) return Result::unknown;
  link_blocks(out);
  return valid ? Result::ok : Result::invalid;
}

}  // namespace wza::web::css

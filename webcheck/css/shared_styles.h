// SPDX-License-Identifier: Apache-2.0
// Elements that must come to the same computed style: same parent style, same name, same rules, and
// nothing of their own (no style attribute, no presentational hint, no pseudo-element). The items
// of a list share one style, as in browsers.
#pragma once

#include "webcheck/css/rule_matches.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace wza::web::css {

class SharedStyles {
 public:
  /// What decides a style, but for what an element has of its own.
  struct Key {
    std::uint32_t parent;  ///< number of the parent's style
    Atom tag;
    Namespace ns;
    std::span<Match const> matches;
  };

  /// The number of the style that was kept under that key.
  std::optional<std::uint32_t> find(Key const &key) const {
    auto const [first, last] = m_by_hash.equal_range(hash_of(key));
    for (auto one = first; one != last; ++one) {
      if (same(m_kept[one->second], key)) return m_kept[one->second].style;
    }
    return std::nullopt;
  }

  void keep(Key const &key, std::uint32_t style) {
    if (m_matches.size() + key.matches.size() > kMostMatches) return;
    m_by_hash.emplace(hash_of(key), static_cast<std::uint32_t>(m_kept.size()));
    auto const begin = static_cast<std::uint32_t>(m_matches.size());
    m_matches.insert(m_matches.end(), key.matches.begin(), key.matches.end());
    m_kept.push_back({key.parent, key.tag, key.ns, begin,
                      static_cast<std::uint32_t>(key.matches.size()), style});
  }

  void clear() {
    m_by_hash.clear();
    m_kept.clear();
    m_matches.clear();
  }

 private:
  static constexpr std::size_t kMostMatches = 1'000'000;

  struct Kept {
    std::uint32_t parent;
    Atom tag;
    Namespace ns;
    std::uint32_t begin, count;  ///< in m_matches
    std::uint32_t style;
  };

  static std::uint64_t hash_of(Key const &key) {
    std::uint64_t hash = key.parent * 0x9E3779B97F4A7C15ULL + key.tag.value;
    for (Match const &match : key.matches) {
      hash = (hash ^ (std::uint64_t{match.sheet} << 32 | match.rule)) * 0x100000001B3ULL;
      hash ^= hash >> 29;
    }
    return hash;
  }

  bool same(Kept const &kept, Key const &key) const {
    std::span<Match const> const matches = std::span(m_matches).subspan(kept.begin, kept.count);
    return kept.parent == key.parent && kept.tag == key.tag && kept.ns == key.ns &&
           std::ranges::equal(matches, key.matches);
  }

  std::unordered_multimap<std::uint64_t, std::uint32_t> m_by_hash;  ///< into m_kept
  std::vector<Kept> m_kept;
  std::vector<Match> m_matches;
};

}  // namespace wza::web::css

// SPDX-License-Identifier: Apache-2.0
// Selectors 4 in compiled form. A SelectorStore knows no document, so that a style sheet can be
// shared among pages; dom/selector_match.h matches it. The text form is read by
// css/selector_parse.h.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace wza::web {

enum class Combinator : std::uint8_t { none, descendant, child, next_sibling, later_sibling };

enum class SimpleKind : std::uint8_t {
  never,  ///< valid, but no element matches it in the resting state of a page (:hover, :visited)
  universal,
  type,
  id,
  class_,
  attribute,
  is,
  not_,
  has,
  nth_child,
  nth_last_child,
  nth_of_type,
  nth_last_of_type,
  root,
  empty,
  lang,
  dir,
  link,
  checked,
  disabled,
  enabled,
  required,
  optional,
  read_only,
  read_write,
  placeholder_shown,
  default_,
  indeterminate,
  open,
  defined,
  valid,
  invalid,
  in_range,
  out_of_range,
};
enum class AttributeMatch : std::uint8_t { exists, equals, word, dash, prefix, suffix, substring };
enum class LetterCase : std::uint8_t { by_document, exact, ignored };
/// Which namespace a type or attribute selector asks for.
enum class NamespaceTest : std::uint8_t { any, none, html, svg, mathml, other };
/// Pseudo-elements of which rules are kept apart; `other` ones style nothing that we look at.
enum class PseudoElement : std::uint8_t { none, before, after, other };

inline constexpr std::uint32_t kNoList = 0xFFFFFFFF;

struct SimpleSelector {
  SimpleKind kind{};
  AttributeMatch match{};
  LetterCase letter_case{};
  NamespaceTest ns{};
  std::uint32_t hash = 0;        ///< name_hash(name)
  std::int32_t a = 0, b = 0;     ///< An+B
  std::uint32_t list = kNoList;  ///< argument of :is, :where, :not, :has, `of` of :nth-child
  std::string_view name;         ///< of type, id, class, attribute; languages of :lang
  std::string_view value;        ///< of the attribute
};

/// Simple selectors on one element; `to_left` binds it to the compound before it, or (in the first
/// compound of a relative selector) to the anchor.
struct CompoundSelector {
  std::uint32_t first = 0, last = 0;  ///< range of simple selectors
  Combinator to_left{};
};

/// a-b-c of Selectors 4, section 15, ten bits each.
using Specificity = std::uint32_t;
constexpr Specificity specificity(std::uint32_t a, std::uint32_t b, std::uint32_t c) {
  auto capped = [](std::uint32_t n) { return n < 1023 ? n : 1023; };
  return capped(a) << 20 | capped(b) << 10 | capped(c);
}

struct ComplexSelector {
  std::uint32_t first = 0, last = 0;  ///< range of compounds, left to right
  Specificity specificity = 0;
  PseudoElement pseudo{};
  /// Hashes of names that some ancestor must bear; 0 where there is no further one.
  std::array<std::uint32_t, 4> ancestors{};
};

/// Flat arrays of all selectors of a style sheet, or of one selector list.
struct SelectorStore {
  struct List {
    std::uint32_t first = 0, last = 0;  ///< range of complexes
  };
  std::vector<SimpleSelector> simples;
  std::vector<CompoundSelector> compounds;
  std::vector<ComplexSelector> complexes;
  std::vector<List> lists;

  std::span<ComplexSelector const> list(std::uint32_t id) const {
    return std::span(complexes).subspan(lists[id].first, lists[id].last - lists[id].first);
  }
  std::span<CompoundSelector const> of(ComplexSelector const &c) const {
    return std::span(compounds).subspan(c.first, c.last - c.first);
  }
  std::span<SimpleSelector const> of(CompoundSelector const &c) const {
    return std::span(simples).subspan(c.first, c.last - c.first);
  }
};

/// Hash of a name without regard to ASCII case; never 0.
constexpr std::uint32_t name_hash(std::string_view name) {
  std::uint32_t hash = 2166136261u;
  for (char const c : name) {
    auto byte = static_cast<unsigned char>(c);
    if (byte >= 'A' && byte <= 'Z') byte |= 0x20;
    hash = (hash ^ byte) * 16777619u;
  }
  hash ^= hash >> 15;
  return hash == 0 ? 1 : hash;
}
/// Ids, classes and types of one spelling must not stand for each other in the ancestor filter.
constexpr std::uint32_t id_key(std::uint32_t hash) {
  return hash * 0x9E3779B1u ^ 0x51ED270Bu;
}
constexpr std::uint32_t class_key(std::uint32_t hash) {
  return hash * 0x85EBCA77u ^ 0x2545F491u;
}
constexpr std::uint32_t type_key(std::uint32_t hash) {
  return hash * 0xC2B2AE3Du ^ 0x27D4EB2Fu;
}

}  // namespace wza::web

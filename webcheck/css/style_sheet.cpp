// SPDX-License-Identifier: Apache-2.0
#include "webcheck/css/style_sheet.h"

#include "webcheck/css/sheet_parser.h"

#include <algorithm>
#include <tuple>

namespace wza::web::css {

std::shared_ptr<StyleSheet const> StyleSheet::parse(std::string_view text, Mode mode) {
  std::shared_ptr<StyleSheet> sheet(new StyleSheet());
  sheet->m_block.text = text;
  SheetParser(*sheet, mode).run();
  sheet->build_index();
  return sheet;
}

namespace {

/// The rarest name that an element must bear to match the compound; 0 where there is none.
std::uint32_t key_of(SelectorStore const &store, CompoundSelector const &compound) {
  std::uint32_t by_class = 0, by_type = 0;
  for (SimpleSelector const &simple : store.of(compound)) {
    if (simple.kind == SimpleKind::id) return id_key(simple.hash);
    if (simple.kind == SimpleKind::class_) by_class = class_key(simple.hash);
    if (simple.kind == SimpleKind::type) by_type = type_key(simple.hash);
  }
  return by_class != 0 ? by_class : by_type;
}

}  // namespace

void StyleSheet::index_complex(std::uint32_t rule, std::uint32_t complex) {
  auto const compounds = m_selectors.of(m_selectors.complexes[complex]);
  if (compounds.empty()) return;
  if (std::uint32_t const key = key_of(m_selectors, compounds.back())) {
    m_index.push_back({key, rule, complex});
    return;
  }
  // `:where(.a, .b)`: under each of the names, if all its selectors have one.
  for (SimpleSelector const &simple : m_selectors.of(compounds.back())) {
    if (simple.kind != SimpleKind::is) continue;
    std::vector<std::uint32_t> keys;
    for (ComplexSelector const &inner : m_selectors.list(simple.list)) {
      auto const parts = m_selectors.of(inner);
      keys.push_back(parts.empty() ? 0 : key_of(m_selectors, parts.back()));
    }
    if (std::find(keys.begin(), keys.end(), 0u) != keys.end()) continue;
    for (std::uint32_t key : keys)
      m_index.push_back({key, rule, complex});
    return;
  }
  m_index.push_back({0, rule, complex});
}

void StyleSheet::build_index() {
  for (std::uint32_t rule = 0; rule < m_rules.size(); ++rule) {
    SelectorStore::List const &list = m_selectors.lists[m_rules[rule].selectors];
    for (std::uint32_t c = list.first; c < list.last; ++c)
      index_complex(rule, c);
  }
  std::sort(m_index.begin(), m_index.end(), [](IndexedSelector a, IndexedSelector b) {
    return std::tie(a.key, a.rule, a.complex) < std::tie(b.key, b.rule, b.complex);
  });
}

std::span<IndexedSelector const> StyleSheet::candidates(std::uint32_t key) const {
  auto const [first, last] = std::equal_range(
      m_index.begin(), m_index.end(), IndexedSelector{key, 0, 0},
      [](IndexedSelector const &a, IndexedSelector const &b) { return a.key < b.key; });
  return {first, last};
}

std::vector<Trilean> StyleSheet::evaluate_conditions(Viewport const &viewport) const {
  std::vector<Trilean> held;
  held.reserve(m_conditions.size());
  for (Condition const &condition : m_conditions) {
    Trilean const own = condition.kind == Condition::Kind::media
                            ? Trilean(media_matches(condition.query, viewport))
                            : condition.fixed;
    held.push_back(condition.parent == kNone ? own : own && held[condition.parent]);
  }
  return held;
}

}  // namespace wza::web::css

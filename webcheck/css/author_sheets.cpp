// SPDX-License-Identifier: Apache-2.0
#include "webcheck/css/author_sheets.h"

namespace wza::web::css {
namespace {
constexpr int kMaxImportDepth = 16;
}

AuthorSheets::AuthorSheets(StyleInputs const &inputs) : m_viewport(inputs.viewport) {
  m_layers.emplace_back();  // what stands in no layer
  for (StyleSheetInput const &input : inputs.sheets)
    add(input, true, 0, 0);
  rank_layers();
}

std::uint32_t AuthorSheets::child_layer(std::uint32_t parent, std::string const &name) {
  auto const id = static_cast<std::uint32_t>(m_layers.size());
  if (!name.empty()) {
    auto const [entry, fresh] = m_layer_names.try_emplace({parent, name}, id);
    if (!fresh) return entry->second;
  }
  m_layers.emplace_back();
  m_layers[parent].children.push_back(id);
  return id;
}

void AuthorSheets::add(StyleSheetInput const &input, Trilean applies, std::uint32_t base_layer,
                       int depth) {
  if (applies.is_false() || input.state == SheetState::failed || depth > kMaxImportDepth) return;
  if (!media_matches(input.media, m_viewport)) return;
  if (input.state == SheetState::not_tried || input.sheet == nullptr) {
    m_pending = true;
    return;
  }
  StyleSheet const &sheet = *input.sheet;
  ActiveSheet active;
  active.sheet = input.sheet;
  active.conditions = sheet.evaluate_conditions(m_viewport);
  active.applies = applies;
  for (Layer const &layer : sheet.layers()) {
    std::uint32_t const parent = layer.parent == kNone ? base_layer : active.ranks[layer.parent];
    active.ranks.push_back(child_layer(parent, layer.name));
  }
  active.ranks.push_back(base_layer);
  for (std::size_t i = 0; i < sheet.imports().size(); ++i) {
    ImportRule const &import = sheet.imports()[i];
    Trilean const held =
        import.condition == kNone ? Trilean(true) : active.conditions[import.condition];
    if (held.is_false()) continue;
    std::uint32_t const layer = import.layer == kNone ? base_layer : active.ranks[import.layer];
    if (i < input.imports.size()) {
      add(input.imports[i], applies && held, layer, depth + 1);
    } else {
      m_pending = true;
    }
  }
  active.first_order = m_rules;
  m_rules += static_cast<std::uint32_t>(sheet.rules().size());
  m_sheets.push_back(std::move(active));
}

// Children before their parent: what stands directly in a layer beats its nested layers.
void AuthorSheets::rank_layers() {
  std::vector<std::pair<std::uint32_t, std::size_t>> open{{0, 0}};
  std::uint32_t next = 0;
  while (!open.empty()) {
    auto &[layer, child] = open.back();
    if (child < m_layers[layer].children.size()) {
      std::uint32_t const down = m_layers[layer].children[child++];
      open.emplace_back(down, 0);
    } else {
      m_layers[layer].rank = next++;
      open.pop_back();
    }
  }
  for (ActiveSheet &active : m_sheets) {
    for (std::uint32_t &layer : active.ranks)
      layer = m_layers[layer].rank;
  }
}

}  // namespace wza::web::css

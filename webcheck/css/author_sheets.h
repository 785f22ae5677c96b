// SPDX-License-Identifier: Apache-2.0
// The sheets that count for one page in one viewport, flattened: imports before their importer,
// media and conditions decided, layers of all sheets in one order (CSS Cascade 5, section 6.4).
#pragma once

#include "webcheck/css/cascade.h"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wza::web::css {

struct ActiveSheet {
  std::shared_ptr<StyleSheet const> sheet;
  std::vector<Trilean> conditions;
  Trilean applies = true;            ///< what its @import asked for
  std::vector<std::uint32_t> ranks;  ///< of its layers; the last is that of its root
  std::uint32_t first_order = 0;     ///< added to the numbers of its rules
};

class AuthorSheets {
 public:
  explicit AuthorSheets(StyleInputs const &inputs);

  std::vector<ActiveSheet> const &sheets() const { return m_sheets; }
  /// A sheet that would count was not tried.
  bool pending() const { return m_pending; }

 private:
  struct LayerNode {
    std::vector<std::uint32_t> children;
    std::uint32_t rank = 0;
  };
  void add(StyleSheetInput const &input, Trilean applies, std::uint32_t base_layer, int depth);
  std::uint32_t child_layer(std::uint32_t parent, std::string const &name);
  void rank_layers();

  Viewport m_viewport;
  std::vector<ActiveSheet> m_sheets;
  std::vector<LayerNode> m_layers;
  std::map<std::pair<std::uint32_t, std::string>, std::uint32_t> m_layer_names;
  std::uint32_t m_rules = 0;
  bool m_pending = false;
};

}  // namespace wza::web::css

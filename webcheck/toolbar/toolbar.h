// SPDX-License-Identifier: Apache-2.0
// Accessibility tool bars ("无障碍", "长者助手") that a site loads over its pages, known by the
// fingerprints of db/reference/toolbars.tsv. That there is one is information: it mends nothing,
// and no other rule looks at it.
#pragma once

#include "db/base/enum_names.h"
#include "webcheck/page.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wza::web {

/// How surely a fingerprint belongs to a tool bar.
enum class ToolbarCertainty : std::uint8_t { high, medium, low };

}  // namespace wza::web

template <>
struct wza::Names<wza::web::ToolbarCertainty> {
  static constexpr std::array kAll{
      Name{web::ToolbarCertainty::high, "high", "确定", "Certain"},
      Name{web::ToolbarCertainty::medium, "medium", "很可能", "Likely"},
      Name{web::ToolbarCertainty::low, "low", "可能", "Possible"},
  };
};
static_assert(wza::covers(wza::web::ToolbarCertainty::low));

namespace wza::web {

/// A tool bar of one maker, or of one that is not known ("generic": by paths; "text": by words).
struct Toolbar {
  std::string_view family;  ///< "cniil"
  std::string_view name;    ///< "CNIIL / govwza assistant"
  ToolbarCertainty certainty = ToolbarCertainty::low;
  std::string loaded_from;  ///< address of its script, as written; empty where none was found
  NodeId evidence;          ///< the first element that a fingerprint fits
};

/// page.facts<Toolbars>(): makers that are known come before those that are not, and take in what
/// else was found.
class Toolbars {
 public:
  explicit Toolbars(Page const &page);
  std::vector<Toolbar> const &all() const { return m_toolbars; }
  /// What users press to open it, in document order: links, buttons and whatever has a handler.
  std::vector<NodeId> const &triggers() const { return m_triggers; }

 private:
  std::vector<Toolbar> m_toolbars;
  std::vector<NodeId> m_triggers;
};

}  // namespace wza::web

// SPDX-License-Identifier: Apache-2.0
// From a document and its style sheets to computed values (CSS Cascade 5): origins, layers,
// specificity, order, inheritance. Nothing is loaded here: the caller fills in what the document
// refers to, or says that it was not tried, and then all that such a sheet could change is unknown.
#pragma once

#include "webcheck/css/computed.h"
#include "webcheck/css/media.h"
#include "webcheck/css/style_sheet.h"
#include "webcheck/dom/budget.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace wza::web {

enum class SheetState : std::uint8_t {
  loaded,
  failed,     ///< tried in vain: absent, as in a browser
  not_tried,  ///< it may say anything
};

/// A style sheet that the document, or another sheet by @import, refers to.
struct StyleSheetInput {
  NodeId owner;       ///< the <link> or <style>; none for an import
  std::string href;   ///< as written; empty for <style>
  std::string media;  ///< the media attribute
  SheetState state = SheetState::not_tried;
  std::shared_ptr<css::StyleSheet const> sheet;
  /// Those of sheet->imports(), in that order. What is missing at the end counts as not tried.
  std::vector<StyleSheetInput> imports;
};

struct StyleInputs {
  std::vector<StyleSheetInput> sheets;  ///< in tree order
  Viewport viewport;
  /// Bytes of style sheets that one page may still bring (seen in earnest: 1.5 MB).
  std::size_t bytes_left = std::size_t{4} << 20;

  /// False where the page has no room for a sheet of that size; it stays `not_tried`.
  bool take_bytes(std::size_t bytes) {
    if (bytes > bytes_left) return false;
    bytes_left -= bytes;
    return true;
  }
};

/// How the sheets of the document are to be parsed.
css::Mode style_mode(Document const &document);

/// What the document refers to, in tree order: <style> parsed, <link rel=stylesheet> not tried.
/// Alternate and disabled sheets, other types than text/css, and what stands in <template> or (with
/// scripting) in <noscript> are left out.
StyleInputs collect_sheets(Document const &document, Viewport const &viewport = {});

/// Where matching costs too many steps or `cpu` is over, all styles are unknown.
ComputedStyles compute_styles(Document const &document, StyleInputs const &inputs,
                              CpuBudget const &cpu = {});

/// Nothing where no `transform` or `rotate` in a sheet hangs on a media query that names the
/// orientation or the aspect ratio; then there is no difference.
std::optional<TurnedStyles> compute_turned_styles(Document const &document, StyleInputs inputs,
                                                  CpuBudget const &cpu = {});

}  // namespace wza::web

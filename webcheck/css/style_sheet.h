// SPDX-License-Identifier: Apache-2.0
// A parsed style sheet: immutable, without reference to any document, so that a site's sheets are
// parsed once and shared by its pages and threads. CSS Syntax 3 (rules, error recovery), CSS
// Nesting 1, Cascade 5 (layers, @import), Conditional Rules 3, Namespaces 3.
#pragma once

#include "db/base/known.h"
#include "webcheck/css/media.h"
#include "webcheck/css/properties.h"
#include "webcheck/dom/selector.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wza::web::css {

inline constexpr std::uint32_t kNone = 0xFFFFFFFF;

/// What must hold for a rule to apply: a chain of @media, @supports and @container.
struct Condition {
  enum class Kind : std::uint8_t { media, fixed };
  Kind kind{};
  Trilean fixed = true;
  TokenSpan query;
  std::uint32_t parent = kNone;
};

/// A cascade layer that the sheet names; kNone as parent is the sheet's own root.
struct Layer {
  std::string name;  ///< one segment; anonymous layers get a name that nobody can write
  std::uint32_t parent = kNone;
};

struct StyleRule {
  std::uint32_t selectors = 0;        ///< list in the sheet's SelectorStore
  std::uint32_t first = 0, last = 0;  ///< range of declarations
  std::uint32_t condition = kNone;
  std::uint32_t layer = kNone;
};

struct ImportRule {
  std::string_view href;
  std::uint32_t condition = kNone;
  std::uint32_t layer = kNone;
};

/// A selector that may match elements with a given key (an id, class or type; 0 for any element).
struct IndexedSelector {
  std::uint32_t key = 0;
  std::uint32_t rule = 0;
  std::uint32_t complex = 0;
};

/// Declarations with all that they point into.
struct DeclarationBlock {
  std::string text;
  StringPool pool;
  TokenArena arena;
  std::vector<Declaration> declarations;
};

/// The declarations of a style attribute.
std::unique_ptr<DeclarationBlock const> parse_style_attribute(std::string_view text, Mode mode);

class StyleSheet {
 public:
  /// Any bytes are accepted. Sheets that are used by pages in quirks mode are parsed apart.
  static std::shared_ptr<StyleSheet const> parse(std::string_view text, Mode mode = Mode::standard);

  SelectorStore const &selectors() const { return m_selectors; }
  std::span<StyleRule const> rules() const { return m_rules; }
  std::span<Declaration const> declarations(StyleRule const &rule) const {
    return std::span(m_block.declarations).subspan(rule.first, rule.last - rule.first);
  }
  std::span<Condition const> conditions() const { return m_conditions; }
  std::span<Layer const> layers() const { return m_layers; }
  /// The @import rules in order. The caller loads them, if it will.
  std::span<ImportRule const> imports() const { return m_imports; }
  /// Initial values of registered custom properties (@property).
  std::span<Declaration const> registered() const { return m_registered; }
  /// Selectors of the key, sorted by rule.
  std::span<IndexedSelector const> candidates(std::uint32_t key) const;

  /// Whether each condition holds in the viewport, parents included.
  std::vector<Trilean> evaluate_conditions(Viewport const &viewport) const;

 private:
  friend class SheetParser;
  StyleSheet() = default;
  void build_index();
  void index_complex(std::uint32_t rule, std::uint32_t complex);

  DeclarationBlock m_block;
  SelectorStore m_selectors;
  std::vector<StyleRule> m_rules;
  std::vector<Condition> m_conditions;
  std::vector<Layer> m_layers;
  std::vector<ImportRule> m_imports;
  std::vector<Declaration> m_registered;
  std::vector<IndexedSelector> m_index;
};

}  // namespace wza::web::css

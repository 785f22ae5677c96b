// SPDX-License-Identifier: Apache-2.0
// Tokens to rules (CSS Syntax 3, section 5). Blocks are walked by their links, so each token is
// visited once a nesting level; deeper than 32 levels nothing is read.
#pragma once

#include "webcheck/css/selector_parse.h"
#include "webcheck/css/style_sheet.h"

#include <map>
#include <optional>
#include <utility>

namespace wza::web::css {

class SheetParser {
 public:
  SheetParser(StyleSheet &sheet, Mode mode);
  void run();

 private:
  /// Where a rule stands.
  struct Place {
    std::uint32_t condition = kNone, layer = kNone;
    std::uint32_t parent = kNone;  ///< selector list of the rule around
    int depth = 0;
  };
  void rules(TokenSpan tokens, Place const &place);
  void style_rule(TokenSpan prelude, TokenSpan block, Place const &place);
  void block_contents(TokenSpan tokens, Place const &place);
  void flush(std::uint32_t first, Place const &place);
  void at_rule(std::string_view name, TokenSpan prelude, std::optional<TokenSpan> block,
               Place const &place);
  void import_rule(TokenSpan prelude);
  void namespace_rule(TokenSpan prelude);
  void layer_rule(TokenSpan prelude, std::optional<TokenSpan> block, Place const &place);
  void property_rule(TokenSpan prelude, TokenSpan block);
  void nested(TokenSpan block, Place const &place);
  std::uint32_t add_condition(Condition condition, std::uint32_t parent);
  std::optional<std::uint32_t> named_layer(TokenSpan name, std::uint32_t parent);
  std::uint32_t anonymous_layer(std::uint32_t parent);
  std::uint32_t find_or_add_layer(std::string_view name, std::uint32_t parent);

  StyleSheet &m_sheet;
  ParseContext m_context;
  NamespacePrefixes m_prefixes;
  std::map<std::pair<std::uint32_t, std::string_view>, std::uint32_t> m_layer_names;
  bool m_imports_allowed = true;
};

/// Splits "value !important"; true where it was important.
bool take_important(TokenSpan &value);

/// Reads `name: value` at the start of `tokens` up to its semicolon. Gives the index behind it, or
/// nothing where a rule or garbage stands there.
std::optional<std::size_t> read_declaration(TokenSpan tokens, ParseContext const &context,
                                            std::vector<Declaration> &out);

}  // namespace wza::web::css

// SPDX-License-Identifier: Apache-2.0
// @supports (CSS Conditional Rules 3, section 6, and 4 for selector()).
#include "db/base/text.h"
#include "webcheck/css/properties.h"
#include "webcheck/css/selector_parse.h"

#include <algorithm>
#include <array>
#include <optional>

namespace wza::web::css {
namespace {

constexpr int kMaxSupportsDepth = 16;

/// Properties that sheets ask for, that every current browser has, and that we do not compute.
constexpr auto kSupported = std::to_array<std::string_view>({"gap",
                                                             "grid-gap",
                                                             "grid-area",
                                                             "grid-template-columns",
                                                             "grid-template-rows",
                                                             "grid-template-areas",
                                                             "aspect-ratio",
                                                             "object-fit",
                                                             "object-position",
                                                             "backdrop-filter",
                                                             "filter",
                                                             "mask",
                                                             "mask-image",
                                                             "-webkit-mask",
                                                             "-webkit-mask-image",
                                                             "appearance",
                                                             "-webkit-appearance",
                                                             "animation",
                                                             "transition",
                                                             "-webkit-animation",
                                                             "-webkit-transition",
                                                             "columns",
                                                             "column-count",
                                                             "flex",
                                                             "flex-wrap",
                                                             "align-items",
                                                             "justify-content",
                                                             "scroll-snap-type",
                                                             "scroll-behavior",
                                                             "overscroll-behavior",
                                                             "accent-color",
                                                             "hyphens",
                                                             "-webkit-line-clamp",
                                                             "-webkit-text-stroke",
                                                             "background-clip",
                                                             "-webkit-background-clip",
                                                             "mix-blend-mode",
                                                             "font-variation-settings",
                                                             "font-variant-numeric",
                                                             "margin",
                                                             "padding",
                                                             "margin-inline",
                                                             "padding-inline",
                                                             "padding-left",
                                                             "padding-bottom",
                                                             "inset-inline",
                                                             "text-decoration-color",
                                                             "text-decoration-thickness",
                                                             "text-underline-offset",
                                                             "touch-action",
                                                             "will-change",
                                                             "contain",
                                                             "isolation",
                                                             "shape-outside",
                                                             "writing-mode",
                                                             "scrollbar-gutter",
                                                             "scrollbar-width",
                                                             "scrollbar-color",
                                                             "perspective",
                                                             "box-shadow",
                                                             "border-radius",
                                                             "user-select",
                                                             "-webkit-user-select",
                                                             "text-wrap",
                                                             "color-scheme",
                                                             "container-type",
                                                             "rotate",
                                                             "scale",
                                                             "translate",
                                                             "min-height",
                                                             "min-width",
                                                             "direction"});

class Supports {
 public:
  Trilean condition(TokenSpan tokens, int depth) const {
    tokens = trimmed(tokens);
    if (tokens.empty() || depth > kMaxSupportsDepth) return false;
    if (tokens[0].is_ident("not")) return !in_parens(trimmed(tokens.subspan(1)), depth);
    std::optional<Trilean> result;
    bool is_or = false;
    for (std::size_t at = 0; at < tokens.size();) {
      std::size_t const next = next_component(tokens, at);
      Trilean const one = in_parens(tokens.subspan(at, next - at), depth);
      result = !result ? one : is_or ? *result || one : *result && one;
      at = next;
      while (at < tokens.size() && tokens[at].is(TokenKind::whitespace))
        ++at;
      if (at == tokens.size()) break;
      is_or = tokens[at].is_ident("or");
      if (!is_or && !tokens[at].is_ident("and")) return false;
      ++at;
      while (at < tokens.size() && tokens[at].is(TokenKind::whitespace))
        ++at;
    }
    return result.value_or(Trilean(false));
  }

 private:
  Trilean in_parens(TokenSpan tokens, int depth) const {
    if (tokens.empty() || next_component(tokens, 0) != tokens.size()) return false;
    if (tokens[0].is_function("selector")) return selector(block_content(tokens, 0));
    if (tokens[0].is(TokenKind::function)) return Trilean::unknown();
    if (!tokens[0].is(TokenKind::open_paren)) return false;
    TokenSpan const content = trimmed(block_content(tokens, 0));
    if (content.empty()) return false;
    if (content[0].is(TokenKind::ident)) {
      std::size_t at = 1;
      while (at < content.size() && content[at].is(TokenKind::whitespace))
        ++at;
      if (at < content.size() && content[at].is(TokenKind::colon)) {
        return declaration(content[0].text, trimmed(content.subspan(at + 1)));
      }
    }
    return condition(content, depth + 1);
  }

  static Trilean declaration(std::string_view name, TokenSpan value) {
    if (value.empty() && !name.starts_with("--")) return false;
    if (supports_declaration(name, value)) return true;
    std::string const lower = ascii_lower(name);
    for (PropertyRow const &row : properties()) {
      if (row.name == lower) return false;
    }
    if (lower.starts_with("-moz-") || lower.starts_with("-ms-") || lower.starts_with("-o-")) {
      return false;
    }
    bool const known = std::find(kSupported.begin(), kSupported.end(), lower) != kSupported.end();
    return known ? Trilean(true) : Trilean::unknown();
  }

  static Trilean selector(TokenSpan tokens) {
    // An+B is not read here, for want of the source text: such selectors stay unknown.
    for (Token const &token : tokens) {
      if (token.is(TokenKind::function) && equals_lower(token.text.substr(0, 4), "nth-")) {
        return Trilean::unknown();
      }
    }
    SelectorStore store;
    StringPool pool;
    return parse_selectors(tokens, {{}, pool}, store).has_value();
  }
};

}  // namespace

Trilean supports_matches(TokenSpan condition) {
  return Supports().condition(condition, 0);
}

bool supports_declaration(std::string_view name, TokenSpan value) {
  TokenArena arena;
  std::vector<Declaration> declarations;
  parse_declaration(name, value, false, {arena}, declarations);
  return !declarations.empty();
}

}  // namespace wza::web::css

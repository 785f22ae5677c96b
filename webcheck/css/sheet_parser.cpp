// SPDX-License-Identifier: Apache-2.0
#include "webcheck/css/sheet_parser.h"

#include "db/base/text.h"

#include <algorithm>

namespace wza::web::css {
namespace {

constexpr int kMaxBlockDepth = 32;

std::size_t skip_space(TokenSpan tokens, std::size_t at) {
  while (at < tokens.size() && tokens[at].is(TokenKind::whitespace))
    ++at;
  return at;
}

/// Index of the next `{` or `;` from `at`, the semicolon only where it ends what stands there.
std::size_t find_end(TokenSpan tokens, std::size_t at, bool semicolon_ends) {
  while (at < tokens.size() && !tokens[at].is(TokenKind::open_curly) &&
         !(semicolon_ends && tokens[at].is(TokenKind::semicolon))) {
    at = next_component(tokens, at);
  }
  return at;
}

std::string_view url_of(Token const &token, TokenSpan tokens, std::size_t at) {
  if (token.is(TokenKind::url) || token.is(TokenKind::string)) return token.text;
  TokenSpan const inner = trimmed(block_content(tokens, at));
  return inner.empty() ? std::string_view() : inner[0].text;
}
bool is_url(Token const &token) {
  return token.is(TokenKind::url) || token.is(TokenKind::string) || token.is_function("url");
}

}  // namespace

bool take_important(TokenSpan &value) {
  value = trimmed(value);
  if (value.size() < 2 || !value.back().is_ident("important")) return false;
  TokenSpan const before = trimmed(value.first(value.size() - 1));
  if (before.empty() || !before.back().is_delim('!')) return false;
  value = trimmed(before.first(before.size() - 1));
  return true;
}

std::optional<std::size_t> read_declaration(TokenSpan tokens, ParseContext const &context,
                                            std::vector<Declaration> &out) {
  if (tokens.empty() || !tokens[0].is(TokenKind::ident)) return std::nullopt;
  std::size_t const colon = skip_space(tokens, 1);
  if (colon >= tokens.size() || !tokens[colon].is(TokenKind::colon)) return std::nullopt;
  bool const custom = tokens[0].text.starts_with("--");
  std::size_t end = colon + 1;
  while (end < tokens.size() && !tokens[end].is(TokenKind::semicolon)) {
    // `a:hover {` is a nested rule.
    if (!custom && tokens[end].is(TokenKind::open_curly)) return std::nullopt;
    end = next_component(tokens, end);
  }
  TokenSpan value = tokens.subspan(colon + 1, end - colon - 1);
  bool const important = take_important(value);
  parse_declaration(tokens[0].text, value, important, context, out);
  return end;
}

SheetParser::SheetParser(StyleSheet &sheet, Mode mode)
    : m_sheet(sheet), m_context{sheet.m_block.arena, mode} {}

void SheetParser::run() {
  auto const tokens = tokenize(m_sheet.m_block.text, m_sheet.m_block.pool);
  rules(tokens, {});
}

// Section 5.4.1: a list of rules, at the top or within @media and the like.
void SheetParser::rules(TokenSpan tokens, Place const &place) {
  for (std::size_t at = 0; at < tokens.size();) {
    Token const &token = tokens[at];
    bool const top_noise =
        place.depth == 0 && (token.is(TokenKind::cdo) || token.is(TokenKind::cdc));
    if (token.is(TokenKind::whitespace) || top_noise) {
      ++at;
      continue;
    }
    bool const is_at = token.is(TokenKind::at_keyword);
    std::size_t const start = is_at ? at + 1 : at;
    std::size_t const end = find_end(tokens, start, is_at);
    bool const block = end < tokens.size() && tokens[end].is(TokenKind::open_curly);
    TokenSpan const prelude = tokens.subspan(start, end - start);
    if (is_at) {
      at_rule(token.text, prelude, block ? std::optional(block_content(tokens, end)) : std::nullopt,
              place);
    } else {
      m_imports_allowed = false;
      if (block) style_rule(prelude, block_content(tokens, end), place);
    }
    at = end < tokens.size() ? next_component(tokens, end) : end;
  }
}

void SheetParser::style_rule(TokenSpan prelude, TokenSpan block, Place const &place) {
  SelectorContext const context{m_sheet.m_block.text, m_sheet.m_block.pool, &m_prefixes,
                                place.parent == kNone ? kNoList : place.parent};
  auto const list = parse_selectors(trimmed(prelude), context, m_sheet.m_selectors);
  if (!list) return;  // the whole rule is invalid (Selectors 4, section 3.9)
  Place inside = place;
  inside.parent = *list;
  ++inside.depth;
  block_contents(block, inside);
}

void SheetParser::flush(std::uint32_t first, Place const &place) {
  auto const last = static_cast<std::uint32_t>(m_sheet.m_block.declarations.size());
  if (last == first) return;
  m_sheet.m_rules.push_back({place.parent, first, last, place.condition, place.layer});
}

// Section 5.4.4, with the order of CSS Nesting 1: declarations behind a nested rule come after it.
void SheetParser::block_contents(TokenSpan tokens, Place const &place) {
  if (place.depth > kMaxBlockDepth) return;
  auto &declarations = m_sheet.m_block.declarations;
  auto first = static_cast<std::uint32_t>(declarations.size());
  for (std::size_t at = 0; at < tokens.size();) {
    Token const &token = tokens[at];
    if (token.is(TokenKind::whitespace) || token.is(TokenKind::semicolon)) {
      ++at;
      continue;
    }
    bool const is_at = token.is(TokenKind::at_keyword);
    if (!is_at) {
      if (auto const read = read_declaration(tokens.subspan(at), m_context, declarations)) {
        at += *read;
        continue;
      }
    }
    std::size_t const start = is_at ? at + 1 : at;
    std::size_t const end = find_end(tokens, start, true);
    bool const block = end < tokens.size() && tokens[end].is(TokenKind::open_curly);
    if (block || is_at) {
      flush(first, place);
      TokenSpan const prelude = tokens.subspan(start, end - start);
      if (is_at) {
        at_rule(token.text, prelude,
                block ? std::optional(block_content(tokens, end)) : std::nullopt, place);
      } else {
        style_rule(prelude, block_content(tokens, end), place);
      }
      first = static_cast<std::uint32_t>(declarations.size());
    }
    at = end < tokens.size() ? next_component(tokens, end) : end;
  }
  flush(first, place);
}

void SheetParser::nested(TokenSpan block, Place const &place) {
  Place inside = place;
  ++inside.depth;
  if (inside.depth > kMaxBlockDepth) return;
  if (inside.parent == kNone) {
    rules(block, inside);
  } else {
    block_contents(block, inside);
  }
}

std::uint32_t SheetParser::add_condition(Condition condition, std::uint32_t parent) {
  condition.parent = parent;
  condition.query = m_sheet.m_block.arena.keep(condition.query);
  m_sheet.m_conditions.push_back(condition);
  return static_cast<std::uint32_t>(m_sheet.m_conditions.size() - 1);
}

void SheetParser::at_rule(std::string_view name, TokenSpan prelude, std::optional<TokenSpan> block,
                          Place const &place) {
  prelude = trimmed(prelude);
  auto is = [&](std::string_view word) { return equals_lower(name, word); };
  if (is("charset")) return;
  if (is("import")) {
    if (m_imports_allowed && !block && place.depth == 0) import_rule(prelude);
    return;
  }
  if (is("layer")) {
    layer_rule(prelude, block, place);
    if (block) m_imports_allowed = false;
    return;
  }
  m_imports_allowed = false;
  if (is("namespace")) {
    if (!block && place.depth == 0) namespace_rule(prelude);
    return;
  }
  if (!block) return;
  Place inside = place;
  if (is("media")) {
    inside.condition = add_condition({Condition::Kind::media, true, prelude}, place.condition);
  } else if (is("supports")) {
    inside.condition =
        add_condition({Condition::Kind::fixed, supports_matches(prelude), {}}, place.condition);
  } else if (is("container") || is("scope")) {
    // What these ask for hangs on layout, or on limits that we do not draw.
    inside.condition =
        add_condition({Condition::Kind::fixed, Trilean::unknown(), {}}, place.condition);
  } else if (is("property")) {
    return property_rule(prelude, *block);
  } else {
    return;  // @font-face, @keyframes, @page and what is not known
  }
  nested(*block, inside);
}

// Cascade 5, section 2: url layer? supports()? media.
void SheetParser::import_rule(TokenSpan prelude) {
  if (prelude.empty() || !is_url(prelude[0])) return;
  ImportRule import;
  import.href = url_of(prelude[0], prelude, 0);
  std::size_t at = skip_space(prelude, next_component(prelude, 0));
  if (at < prelude.size() && prelude[at].is_ident("layer")) {
    import.layer = anonymous_layer(kNone);
    at = skip_space(prelude, at + 1);
  } else if (at < prelude.size() && prelude[at].is_function("layer")) {
    if (auto const layer = named_layer(block_content(prelude, at), kNone)) import.layer = *layer;
    at = skip_space(prelude, next_component(prelude, at));
  }
  if (at < prelude.size() && prelude[at].is_function("supports")) {
    TokenSpan const content = trimmed(block_content(prelude, at));
    Trilean held = supports_matches(content);
    std::vector<Declaration> ignored;
    if (content.size() > 2 && content[0].is(TokenKind::ident) && content[1].is(TokenKind::colon)) {
      held = supports_declaration(content[0].text, content.subspan(2));
    }
    import.condition = add_condition({Condition::Kind::fixed, held, {}}, import.condition);
    at = skip_space(prelude, next_component(prelude, at));
  }
  if (at < prelude.size()) {
    import.condition =
        add_condition({Condition::Kind::media, true, prelude.subspan(at)}, import.condition);
  }
  m_sheet.m_imports.push_back(import);
}

void SheetParser::namespace_rule(TokenSpan prelude) {
  std::string_view prefix;
  std::size_t at = 0;
  if (!prelude.empty() && prelude[0].is(TokenKind::ident)) {
    prefix = prelude[0].text;
    at = skip_space(prelude, 1);
  }
  if (at >= prelude.size() || !is_url(prelude[at])) return;
  std::string_view const url = url_of(prelude[at], prelude, at);
  m_prefixes[prefix] = url == "http://www.w3.org/1999/xhtml"         ? NamespaceTest::html
                       : url == "http://www.w3.org/2000/svg"         ? NamespaceTest::svg
                       : url == "http://www.w3.org/1998/Math/MathML" ? NamespaceTest::mathml
                                                                     : NamespaceTest::other;
}

std::uint32_t SheetParser::find_or_add_layer(std::string_view name, std::uint32_t parent) {
  auto &layers = m_sheet.m_layers;
  auto const next = static_cast<std::uint32_t>(layers.size());
  auto const [entry, fresh] = m_layer_names.try_emplace({parent, name}, next);
  if (fresh) layers.push_back({std::string(name), parent});
  return entry->second;
}

std::uint32_t SheetParser::anonymous_layer(std::uint32_t parent) {
  m_sheet.m_layers.push_back({std::string(), parent});
  return static_cast<std::uint32_t>(m_sheet.m_layers.size() - 1);
}

std::optional<std::uint32_t> SheetParser::named_layer(TokenSpan name, std::uint32_t parent) {
  name = trimmed(name);
  if (name.empty()) return std::nullopt;
  for (std::size_t i = 0; i < name.size(); ++i) {
    bool const segment = i % 2 == 0;
    if (segment ? !name[i].is(TokenKind::ident) : !name[i].is_delim('.')) return std::nullopt;
  }
  if (name.size() % 2 == 0) return std::nullopt;
  for (std::size_t i = 0; i < name.size() && i < 2 * kMaxBlockDepth; i += 2) {
    parent = find_or_add_layer(name[i].text, parent);
  }
  return parent;
}

void SheetParser::layer_rule(TokenSpan prelude, std::optional<TokenSpan> block,
                             Place const &place) {
  if (!block) {
    for (TokenSpan name : split_at_commas(prelude))
      named_layer(name, place.layer);
    return;
  }
  Place inside = place;
  if (prelude.empty()) {
    inside.layer = anonymous_layer(place.layer);
  } else {
    auto const layer = named_layer(prelude, place.layer);
    if (!layer) return;
    inside.layer = *layer;
  }
  nested(*block, inside);
}

// CSS Properties and Values 1, section 2: only the initial value matters to us.
void SheetParser::property_rule(TokenSpan prelude, TokenSpan block) {
  if (prelude.size() != 1 || !prelude[0].is(TokenKind::ident)) return;
  for (std::size_t at = 0; at < block.size();) {
    if (block[at].is_ident("initial-value")) {
      std::size_t const colon = skip_space(block, at + 1);
      if (colon >= block.size() || !block[colon].is(TokenKind::colon)) return;
      std::size_t const end = find_end(block, colon + 1, true);
      parse_declaration(prelude[0].text, block.subspan(colon + 1, end - colon - 1), false,
                        m_context, m_sheet.m_registered);
      return;
    }
    at = next_component(block, at);
  }
}

std::unique_ptr<DeclarationBlock const> parse_style_attribute(std::string_view text, Mode mode) {
  auto block = std::make_unique<DeclarationBlock>();
  block->text = text;
  auto const all = tokenize(block->text, block->pool);
  TokenSpan const tokens = all;
  ParseContext const context{block->arena, mode};
  for (std::size_t at = 0; at < tokens.size();) {
    if (tokens[at].is(TokenKind::whitespace) || tokens[at].is(TokenKind::semicolon)) {
      ++at;
      continue;
    }
    if (auto const read = read_declaration(tokens.subspan(at), context, block->declarations)) {
      at += *read;
      continue;
    }
    while (at < tokens.size() && !tokens[at].is(TokenKind::semicolon)) {
      at = next_component(tokens, at);
    }
  }
  return block;
}

}  // namespace wza::web::css

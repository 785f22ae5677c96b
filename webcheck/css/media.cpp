// SPDX-License-Identifier: Apache-2.0
#include "webcheck/css/media.h"

#include "webcheck/css/length.h"

#include <algorithm>
#include <array>
#include <optional>

namespace wza::web::css {
namespace {

constexpr int kMaxMediaDepth = 16;

/// Media Queries 4, section 3: unknown is a value of its own, false at the end.
class Query {
 public:
  explicit Query(Viewport const &viewport) : m_viewport(viewport) {}

  bool holds(TokenSpan tokens) const {
    tokens = trimmed(tokens);
    if (tokens.empty()) return false;
    std::size_t at = 0;
    bool negated = false;
    auto word = [&](std::string_view w) { return at < tokens.size() && tokens[at].is_ident(w); };
    auto space = [&] {
      while (at < tokens.size() && tokens[at].is(TokenKind::whitespace))
        ++at;
    };
    // [not | only]? type [and condition]?
    if ((word("not") || word("only")) && at + 2 < tokens.size() &&
        tokens[at + 2].is(TokenKind::ident)) {
      negated = word("not");
      at += 2;
    }
    if (at < tokens.size() && tokens[at].is(TokenKind::ident) && !word("not")) {
      if (word("and") || word("or") || word("only") || word("layer")) return false;
      bool const type = word("all") || word("screen");
      ++at;
      space();
      Trilean rest = true;
      if (at < tokens.size()) {
        if (!word("and")) return false;
        ++at;
        rest = condition(tokens.subspan(at), 0, true);
      }
      Trilean const result = Trilean(type) && rest;
      return (negated ? !result : result).is_true();
    }
    return condition(tokens, 0, false).is_true();
  }

 private:
  // not X | X [and X]* | X [or X]*
  Trilean condition(TokenSpan tokens, int depth, bool without_or) const {
    tokens = trimmed(tokens);
    if (tokens.empty() || depth > kMaxMediaDepth) return Trilean::unknown();
    if (tokens[0].is_ident("not")) return !in_parens(trimmed(tokens.subspan(1)), depth);
    std::optional<Trilean> result;
    bool is_or = false;
    std::size_t at = 0;
    while (at < tokens.size()) {
      std::size_t const next = next_component(tokens, at);
      Trilean const one = in_parens(tokens.subspan(at, next - at), depth);
      result = !result ? one : is_or ? *result || one : *result && one;
      at = next;
      while (at < tokens.size() && tokens[at].is(TokenKind::whitespace))
        ++at;
      if (at == tokens.size()) break;
      bool const now_or = tokens[at].is_ident("or");
      if ((!now_or && !tokens[at].is_ident("and")) || (now_or && without_or)) {
        return Trilean::unknown();
      }
      is_or = now_or;
      ++at;
      while (at < tokens.size() && tokens[at].is(TokenKind::whitespace))
        ++at;
    }
    return result.value_or(Trilean::unknown());
  }

  Trilean in_parens(TokenSpan tokens, int depth) const {
    if (tokens.empty() || !tokens[0].is(TokenKind::open_paren) ||
        next_component(tokens, 0) != tokens.size()) {
      return Trilean::unknown();
    }
    TokenSpan const content = trimmed(block_content(tokens, 0));
    if (content.empty()) return Trilean::unknown();
    if (content[0].is(TokenKind::open_paren) || content[0].is_ident("not")) {
      return condition(content, depth + 1, false);
    }
    return feature(content);
  }

  Trilean feature(TokenSpan tokens) const {
    if (tokens[0].is(TokenKind::ident)) {
      std::size_t at = 1;
      while (at < tokens.size() && tokens[at].is(TokenKind::whitespace))
        ++at;
      if (at == tokens.size()) return in_boolean(tokens[0].text);
      if (tokens[at].is(TokenKind::colon)) {
        return plain(tokens[0].text, trimmed(tokens.subspan(at + 1)));
      }
    }
    return range(tokens);
  }

  /// The value of a range feature: pixels, a ratio, dots a pixel, or a plain number.
  std::optional<double> actual(std::string_view name) const {
    if (equals_lower(name, "width") || equals_lower(name, "device-width")) return m_viewport.width;
    if (equals_lower(name, "height") || equals_lower(name, "device-height")) {
      return m_viewport.height;
    }
    if (equals_lower(name, "aspect-ratio") || equals_lower(name, "device-aspect-ratio")) {
      return m_viewport.width / m_viewport.height;
    }
    if (equals_lower(name, "resolution") || equals_lower(name, "-webkit-device-pixel-ratio")) {
      return m_viewport.resolution;
    }
    if (equals_lower(name, "color")) return 8;
    if (equals_lower(name, "color-index") || equals_lower(name, "monochrome")) return 0;
    return std::nullopt;
  }

  std::optional<double> value(TokenSpan tokens) const {
    tokens = trimmed(tokens);
    if (tokens.empty()) return std::nullopt;
    if (tokens.size() == 1 && tokens[0].is(TokenKind::dimension)) {
      if (equals_lower(tokens[0].text, "dppx") || equals_lower(tokens[0].text, "x")) {
        return tokens[0].number;
      }
      if (equals_lower(tokens[0].text, "dpi")) return tokens[0].number / 96;
      if (equals_lower(tokens[0].text, "dpcm")) return tokens[0].number * 2.54 / 96;
    }
    std::size_t slash = 0;
    while (slash < tokens.size() && !tokens[slash].is_delim('/')) {
      slash = next_component(tokens, slash);
    }
    // Relative units are those of the initial font: 16 px.
    LengthContext const context{16, 16, m_viewport.width / 100, m_viewport.height / 100};
    Quantity q, second;
    if (evaluate(tokens.first(slash), context, q) != Evaluated::ok) return std::nullopt;
    if (slash == tokens.size()) return q.value;
    if (evaluate(tokens.subspan(slash + 1), context, second) != Evaluated::ok) return std::nullopt;
    return second.value == 0 ? 1e30 : q.value / second.value;
  }

  Trilean plain(std::string_view name, TokenSpan tokens) const {
    bool least = equals_lower(name.substr(0, 4), "min-"),
         most = equals_lower(name.substr(0, 4), "max-");
    std::string_view base = name;
    if (least || most) base = name.substr(4);
    if (equals_lower(name.substr(0, 12), "-webkit-min-") ||
        equals_lower(name.substr(0, 12), "-webkit-max-")) {
      least = equals_lower(name.substr(8, 3), "min");
      most = !least;
      if (!equals_lower(name.substr(12), "device-pixel-ratio")) return Trilean::unknown();
      base = "resolution";
    }
    if (auto const is = actual(base)) {
      auto const wanted = value(tokens);
      if (!wanted) return Trilean::unknown();
      return least ? *is >= *wanted : most ? *is <= *wanted : *is == *wanted;
    }
    if (least || most || tokens.size() != 1) return Trilean::unknown();
    return discrete(name, tokens[0]);
  }

  struct Discrete {
    std::string_view name, value;
    bool in_boolean;
  };
  // Media Queries 5 for a desktop screen with a mouse and no preferences set.
  static constexpr auto kDiscrete = std::to_array<Discrete>({
      {"grid", "0", false},
      {"hover", "hover", true},
      {"any-hover", "hover", true},
      {"pointer", "fine", true},
      {"any-pointer", "fine", true},
      {"update", "fast", true},
      {"overflow-block", "scroll", true},
      {"overflow-inline", "scroll", true},
      {"color-gamut", "srgb", true},
      {"dynamic-range", "standard", true},
      {"video-dynamic-range", "standard", true},
      {"display-mode", "browser", true},
      {"forced-colors", "none", false},
      {"inverted-colors", "none", false},
      {"prefers-contrast", "no-preference", false},
      {"prefers-reduced-motion", "no-preference", false},
      {"prefers-reduced-transparency", "no-preference", false},
      {"prefers-reduced-data", "no-preference", false},
      {"-webkit-transform-3d", "1", true},
      {"-webkit-transition", "", false},
  });

  std::string_view discrete_value(std::string_view name, bool &in_boolean) const {
    in_boolean = true;
    if (equals_lower(name, "orientation")) {
      return m_viewport.height >= m_viewport.width ? "portrait" : "landscape";
    }
    if (equals_lower(name, "prefers-color-scheme")) {
      return m_viewport.scheme == ColorScheme::dark ? "dark" : "light";
    }
    if (equals_lower(name, "scripting")) {
      in_boolean = m_viewport.scripting == Scripting::enabled;
      return in_boolean ? "enabled" : "none";
    }
    for (Discrete const &row : kDiscrete) {
      if (!equals_lower(name, row.name)) continue;
      in_boolean = row.in_boolean;
      return row.value;
    }
    return {};
  }

  Trilean discrete(std::string_view name, Token const &token) const {
    bool in_boolean = false;
    std::string_view const is = discrete_value(name, in_boolean);
    if (is.empty()) return Trilean::unknown();
    if (token.is(TokenKind::number)) return token.number == (is == "1" ? 1 : 0);
    return token.is(TokenKind::ident) ? Trilean(equals_lower(token.text, is)) : Trilean::unknown();
  }

  Trilean in_boolean(std::string_view name) const {
    if (auto const is = actual(name)) return *is != 0;
    bool in_boolean = false;
    if (discrete_value(name, in_boolean).empty()) return Trilean::unknown();
    return in_boolean;
  }

  // Media Queries 4, section 2.4.3: name < value, value < name, value < name < value.
  Trilean range(TokenSpan tokens) const {
    struct Compare {
      std::size_t begin, end;
      char sign;
      bool equal;
    };
    std::vector<Compare> found;
    for (std::size_t i = 0; i < tokens.size(); i = next_component(tokens, i)) {
      bool const sign =
          tokens[i].is_delim('<') || tokens[i].is_delim('>') || tokens[i].is_delim('=');
      if (!sign) continue;
      bool const equal =
          tokens[i].text != "=" && i + 1 < tokens.size() && tokens[i + 1].is_delim('=');
      found.push_back({i, i + (equal ? 2 : 1), tokens[i].text.front(), equal});
      if (equal) ++i;
    }
    if (found.empty() || found.size() > 2) return Trilean::unknown();
    std::vector<std::optional<double>> sides;
    bool named = false;
    for (std::size_t k = 0; k <= found.size(); ++k) {
      std::size_t const begin = k == 0 ? 0 : found[k - 1].end;
      std::size_t const end = k == found.size() ? tokens.size() : found[k].begin;
      TokenSpan const side = trimmed(tokens.subspan(begin, end - begin));
      if (side.size() == 1 && side[0].is(TokenKind::ident)) {
        named = true;
        sides.push_back(actual(side[0].text));
      } else {
        sides.push_back(value(side));
      }
      if (!sides.back()) return Trilean::unknown();
    }
    if (!named) return Trilean::unknown();
    bool all = true;
    for (std::size_t k = 0; k < found.size(); ++k) {
      double const a = *sides[k], b = *sides[k + 1];
      bool const one = found[k].sign == '<'   ? (found[k].equal ? a <= b : a < b)
                       : found[k].sign == '>' ? (found[k].equal ? a >= b : a > b)
                                              : a == b;
      all = all && one;
    }
    return all;
  }

  Viewport const &m_viewport;
};

}  // namespace

bool media_matches(TokenSpan query_list, Viewport const &viewport) {
  query_list = trimmed(query_list);
  if (query_list.empty()) return true;
  auto const queries = split_at_commas(query_list);
  return std::any_of(queries.begin(), queries.end(),
                     [&](TokenSpan query) { return Query(viewport).holds(query); });
}

bool media_matches(std::string_view query_list, Viewport const &viewport) {
  StringPool pool;
  std::string const text(query_list);
  return media_matches(tokenize(text, pool), viewport);
}

}  // namespace wza::web::css

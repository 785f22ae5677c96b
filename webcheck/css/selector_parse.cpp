// SPDX-License-Identifier: Apache-2.0
#include "webcheck/css/selector_parse.h"

#include "webcheck/css/pseudo_names.h"
#include "webcheck/css/selector_arguments.h"

#include <algorithm>

namespace wza::web::css {
namespace {

constexpr int kMaxSelectorDepth = 16;
constexpr std::size_t kMaxCompounds = 256;

enum class ListKind : std::uint8_t { plain, forgiving, relative, compounds };

struct Parsed {
  std::vector<CompoundSelector> compounds;  ///< ranges into `simples`
  std::vector<SimpleSelector> simples;
  std::uint32_t a = 0, b = 0, c = 0;
  PseudoElement pseudo{};
  bool nesting = false;  ///< had an `&`
};

class Parser {
 public:
  Parser(SelectorContext const &context, SelectorStore &store)
      : m_context(context), m_store(store) {}

  std::optional<std::uint32_t> list(TokenSpan tokens, ListKind kind) {
    if (++m_depth > kMaxSelectorDepth) return --m_depth, std::nullopt;
    std::vector<Parsed> selectors;
    bool valid = true;
    for (TokenSpan part : split_at_commas(tokens)) {
      Parsed selector;
      if (complex(part, kind, selector)) {
        selectors.push_back(std::move(selector));
      } else if (kind != ListKind::forgiving) {
        valid = false;
        break;
      }
    }
    --m_depth;
    if (!valid) return std::nullopt;
    auto const first = static_cast<std::uint32_t>(m_store.complexes.size());
    for (Parsed const &selector : selectors)
      add(selector);
    auto const last = static_cast<std::uint32_t>(m_store.complexes.size());
    m_store.lists.push_back({first, last});
    return static_cast<std::uint32_t>(m_store.lists.size() - 1);
  }

 private:
  void add(Parsed const &selector) {
    auto const shift = static_cast<std::uint32_t>(m_store.simples.size());
    m_store.simples.insert(m_store.simples.end(), selector.simples.begin(), selector.simples.end());
    ComplexSelector &complex = m_store.complexes.emplace_back();
    complex.first = static_cast<std::uint32_t>(m_store.compounds.size());
    for (CompoundSelector compound : selector.compounds) {
      compound.first += shift;
      compound.last += shift;
      m_store.compounds.push_back(compound);
    }
    complex.last = static_cast<std::uint32_t>(m_store.compounds.size());
    complex.specificity = specificity(selector.a, selector.b, selector.c);
    complex.pseudo = selector.pseudo;
    collect_ancestors(complex);
  }

  void collect_ancestors(ComplexSelector &complex) {
    auto const compounds = m_store.of(complex);
    std::size_t count = 0;
    bool above = false;
    for (std::size_t i = compounds.size(); i-- > 0;) {
      if (above) {
        for (SimpleSelector const &simple : m_store.of(compounds[i])) {
          if (count == complex.ancestors.size()) return;
          if (simple.kind == SimpleKind::id) complex.ancestors[count++] = id_key(simple.hash);
          if (simple.kind == SimpleKind::class_) {
            complex.ancestors[count++] = class_key(simple.hash);
          }
          if (simple.kind == SimpleKind::type) complex.ancestors[count++] = type_key(simple.hash);
        }
      }
      // Only what stands left of a descendant or child combinator is an ancestor.
      Combinator const left = compounds[i].to_left;
      above = left == Combinator::descendant || left == Combinator::child;
    }
  }

  bool complex(TokenSpan tokens, ListKind kind, Parsed &out) {
    tokens = trimmed(tokens);
    if (tokens.empty()) return false;
    std::size_t at = 0;
    Combinator combinator = Combinator::none;
    bool const relative = kind == ListKind::relative;
    bool const nested = m_context.nested_in != kNoList && m_depth == 1;
    Combinator leading = Combinator::none;
    if ((relative || nested) && explicit_combinator(tokens, at, leading)) {
      skip_space(tokens, at);
      combinator = leading;
    } else if (relative) {
      combinator = Combinator::descendant;
    }
    while (true) {
      if (at == tokens.size() || out.pseudo != PseudoElement::none) return false;
      CompoundSelector compound;
      compound.to_left = combinator;
      compound.first = static_cast<std::uint32_t>(out.simples.size());
      if (!this->compound(tokens, at, out)) return false;
      compound.last = static_cast<std::uint32_t>(out.simples.size());
      out.compounds.push_back(compound);
      if (out.compounds.size() > kMaxCompounds) return false;
      if (at == tokens.size()) break;
      bool const space = skip_space(tokens, at);
      combinator = Combinator::none;
      if (explicit_combinator(tokens, at, combinator)) {
        skip_space(tokens, at);
      } else if (space) {
        combinator = Combinator::descendant;
      } else {
        return false;
      }
    }
    if (out.pseudo != PseudoElement::none && m_depth > 1) return false;
    if (nested && (leading != Combinator::none || !out.nesting)) prepend_parent(leading, out);
    return true;
  }

  // CSS Nesting 1, section 3: a nested selector without `&` is relative to its parent rule.
  void prepend_parent(Combinator leading, Parsed &out) {
    CompoundSelector parent;
    parent.first = static_cast<std::uint32_t>(out.simples.size());
    nesting_selector(out);
    parent.last = parent.first + 1;
    out.compounds.front().to_left = leading == Combinator::none ? Combinator::descendant : leading;
    out.compounds.insert(out.compounds.begin(), parent);
  }

  void nesting_selector(Parsed &out) {
    out.nesting = true;
    SimpleSelector &simple = out.simples.emplace_back();
    if (m_context.nested_in == kNoList) {
      simple.kind = SimpleKind::root;  // :scope of a document's own style sheet
      return;
    }
    simple.kind = SimpleKind::is;
    simple.list = m_context.nested_in;
    add_specificity(m_context.nested_in, out);
  }

  void add_specificity(std::uint32_t list, Parsed &out) {
    Specificity most = 0;
    for (ComplexSelector const &c : m_store.list(list))
      most = std::max(most, c.specificity);
    out.a += most >> 20;
    out.b += most >> 10 & 1023;
    out.c += most & 1023;
  }

  SimpleSelector &named(Parsed &out, SimpleKind kind, std::string_view name) {
    SimpleSelector &simple = out.simples.emplace_back();
    simple.kind = kind;
    simple.name = name;
    simple.hash = name_hash(name);
    return simple;
  }

  bool compound(TokenSpan tokens, std::size_t &at, Parsed &out) {
    std::size_t const start = at;
    if (!type_selector(tokens, at, out)) return false;
    while (at < tokens.size()) {
      Token const &token = tokens[at];
      bool const plain = out.pseudo == PseudoElement::none;
      if (token.is(TokenKind::hash)) {
        if (!token.is_id || !plain) return false;
        named(out, SimpleKind::id, token.text);
        ++out.a;
        ++at;
      } else if (token.is_delim('.')) {
        if (at + 1 >= tokens.size() || !tokens[at + 1].is(TokenKind::ident) || !plain) return false;
        named(out, SimpleKind::class_, tokens[at + 1].text);
        ++out.b;
        at += 2;
      } else if (token.is(TokenKind::open_square)) {
        if (!plain || !attribute(block_content(tokens, at), out)) return false;
        ++out.b;
        at = next_component(tokens, at);
      } else if (token.is(TokenKind::colon)) {
        if (!pseudo(tokens, at, out)) return false;
      } else if (token.is_delim('&')) {
        if (!plain) return false;
        nesting_selector(out);
        ++at;
      } else {
        break;
      }
    }
    return at > start;
  }

  bool namespace_test(std::string_view prefix, NamespaceTest &out) const {
    if (m_context.prefixes == nullptr) return false;
    auto const found = m_context.prefixes->find(prefix);
    if (found == m_context.prefixes->end()) return false;
    out = found->second;
    return true;
  }

  // [ns|]name, [ns|]*; false where it is malformed. It may be absent.
  bool type_selector(TokenSpan tokens, std::size_t &at, Parsed &out) {
    auto name_at = [&](std::size_t i) {
      return i < tokens.size() && (tokens[i].is(TokenKind::ident) || tokens[i].is_delim('*'));
    };
    auto bar_at = [&](std::size_t i) { return i < tokens.size() && tokens[i].is_delim('|'); };
    NamespaceTest ns = NamespaceTest::any;
    if (bar_at(at) && name_at(at + 1)) {
      ns = NamespaceTest::none;
      ++at;
    } else if (name_at(at) && bar_at(at + 1) && name_at(at + 2)) {
      if (!tokens[at].is_delim('*') && !namespace_test(tokens[at].text, ns)) return false;
      at += 2;
    } else if (name_at(at)) {
      namespace_test("", ns);
    } else {
      return true;
    }
    if (tokens[at].is_delim('*')) {
      if (ns != NamespaceTest::any) named(out, SimpleKind::universal, {}).ns = ns;
    } else {
      named(out, SimpleKind::type, tokens[at].text).ns = ns;
      ++out.c;
    }
    ++at;
    return true;
  }

  bool attribute(TokenSpan tokens, Parsed &out) {
    tokens = trimmed(tokens);
    std::size_t at = 0;
    auto is_bar = [&](std::size_t i) { return i < tokens.size() && tokens[i].is_delim('|'); };
    auto is_name = [&](std::size_t i) {
      return i < tokens.size() && tokens[i].is(TokenKind::ident);
    };
    NamespaceTest ns = NamespaceTest::none;
    if (at < tokens.size() && tokens[at].is_delim('*') && is_bar(at + 1)) {
      ns = NamespaceTest::any;
      at += 2;
    } else if (is_bar(at)) {
      ++at;
    } else if (is_name(at) && is_bar(at + 1) && is_name(at + 2)) {
      if (!namespace_test(tokens[at].text, ns)) return false;
      at += 2;
    }
    if (!is_name(at)) return false;
    SimpleSelector &simple = named(out, SimpleKind::attribute, tokens[at++].text);
    simple.ns = ns;
    return parse_attribute_test(tokens.subspan(at), simple);
  }

  bool pseudo(TokenSpan tokens, std::size_t &at, Parsed &out) {
    ++at;
    bool const element = at < tokens.size() && tokens[at].is(TokenKind::colon);
    if (element) ++at;
    if (at >= tokens.size()) return false;
    Token const &token = tokens[at];
    if (!token.is(TokenKind::ident) && !token.is(TokenKind::function)) return false;
    TokenSpan const argument =
        token.is(TokenKind::function) ? trimmed(block_content(tokens, at)) : TokenSpan();
    bool const functional = token.is(TokenKind::function);
    at = next_component(tokens, at);
    if (element || (!functional && is_legacy_pseudo_element(token.text))) {
      if (out.pseudo == PseudoElement::other) return functional || is_pseudo_element(token.text);
      if (functional ? !is_functional_pseudo_element(token.text) : !is_pseudo_element(token.text)) {
        return false;
      }
      out.pseudo = !functional && equals_lower(token.text, "before")  ? PseudoElement::before
                   : !functional && equals_lower(token.text, "after") ? PseudoElement::after
                                                                      : PseudoElement::other;
      ++out.c;
      return true;
    }
    if (functional) return functional_pseudo_class(token.text, argument, out);
    ++out.b;
    // What follows a pseudo-element is a state of the user's hand: `::before:hover`.
    PseudoClassRow const *row = find_pseudo_class(token.text);
    if (row == nullptr) return false;
    SimpleSelector &simple = out.simples.emplace_back();
    simple.kind = out.pseudo == PseudoElement::none ? row->kind : SimpleKind::never;
    simple.b = row->b;
    if (row->with_last) {
      SimpleSelector second = simple;
      second.kind = row->kind == SimpleKind::nth_child ? SimpleKind::nth_last_child
                                                       : SimpleKind::nth_last_of_type;
      out.simples.push_back(second);
    }
    return true;
  }

  bool with_list(SimpleKind kind, TokenSpan argument, ListKind list_kind, Parsed &out) {
    auto const id = list(argument, list_kind);
    if (!id) return false;
    SimpleSelector &simple = out.simples.emplace_back();
    simple.kind = kind;
    simple.list = *id;
    return true;
  }

  bool functional_pseudo_class(std::string_view name, TokenSpan argument, Parsed &out) {
    if (out.pseudo != PseudoElement::none) return false;
    auto is = [&](std::string_view word) { return equals_lower(name, word); };
    if (is("where")) return with_list(SimpleKind::is, argument, ListKind::forgiving, out);
    if (is("is") || is("-webkit-any") || is("matches")) {
      if (is("matches")) return false;
      if (!with_list(SimpleKind::is, argument, ListKind::forgiving, out)) return false;
      add_specificity(out.simples.back().list, out);
      return true;
    }
    if (is("not")) {
      if (!with_list(SimpleKind::not_, argument, ListKind::plain, out)) return false;
      add_specificity(out.simples.back().list, out);
      return true;
    }
    if (is("has")) {
      if (m_in_has) return false;  // :has() may not stand in :has()
      m_in_has = true;
      bool const valid = with_list(SimpleKind::has, argument, ListKind::relative, out);
      m_in_has = false;
      if (valid) add_specificity(out.simples.back().list, out);
      return valid;
    }
    ++out.b;
    if (is("nth-child")) return nth(SimpleKind::nth_child, argument, out);
    if (is("nth-last-child")) return nth(SimpleKind::nth_last_child, argument, out);
    if (is("nth-of-type")) return nth(SimpleKind::nth_of_type, argument, out);
    if (is("nth-last-of-type")) return nth(SimpleKind::nth_last_of_type, argument, out);
    if (is("lang")) return lang(argument, out);
    if (is("dir")) {
      if (argument.size() != 1 || !argument[0].is(TokenKind::ident)) return false;
      SimpleSelector &simple = out.simples.emplace_back();
      simple.kind = SimpleKind::dir;
      simple.name = argument[0].is_ident("rtl") ? "rtl" : argument[0].is_ident("ltr") ? "ltr" : "";
      return true;
    }
    // Shadow hosts and custom states do not occur in a static tree.
    if (is("host") || is("host-context") || is("state") || is("active-view-transition-type")) {
      out.simples.emplace_back().kind = SimpleKind::never;
      return !argument.empty();
    }
    return false;
  }

  bool nth(SimpleKind kind, TokenSpan argument, Parsed &out) {
    std::size_t of = argument.size();
    for (std::size_t i = 0; i < argument.size(); ++i) {
      if (argument[i].is_ident("of")) {
        of = i;
        break;
      }
    }
    SimpleSelector simple;
    simple.kind = kind;
    if (!parse_an_plus_b(source_text(m_context.source, argument.first(of)), simple.a, simple.b)) {
      return false;
    }
    if (of < argument.size()) {
      if (kind != SimpleKind::nth_child && kind != SimpleKind::nth_last_child) return false;
      auto const id = list(argument.subspan(of + 1), ListKind::plain);
      if (!id) return false;
      simple.list = *id;
      add_specificity(*id, out);
    }
    out.simples.push_back(simple);
    return true;
  }

  bool lang(TokenSpan argument, Parsed &out) {
    std::string ranges;
    if (!parse_language_ranges(argument, ranges)) return false;
    SimpleSelector &simple = out.simples.emplace_back();
    simple.kind = SimpleKind::lang;
    simple.name = m_context.pool.emplace_back(std::move(ranges));
    return true;
  }

  SelectorContext const &m_context;
  SelectorStore &m_store;
  int m_depth = 0;
  bool m_in_has = false;
};

}  // namespace

std::optional<std::uint32_t> parse_selectors(TokenSpan tokens, SelectorContext const &context,
                                             SelectorStore &store) {
  return Parser(context, store).list(tokens, ListKind::plain);
}

}  // namespace wza::web::css

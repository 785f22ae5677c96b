// SPDX-License-Identifier: Apache-2.0
// Any text is a selector list or none; the matcher, with its hashes, numbers and backtracking, says
// what the definitions of Selectors 4 say when they are followed to the letter.
#include "db/base/text.h"
#include "tests/fuzz/fuzz.h"
#include "webcheck/css/selector_parse.h"
#include "webcheck/dom/from_gumbo.h"

#include <algorithm>

using namespace wza;
using namespace wza::web;
using fuzz::demand;

namespace {

constexpr char const *kPage =
    "<!doctype html><html lang=zh-CN><body class='a b'><div id=x class=a><p class='b c' title=xy>t"
    "<a href=#>l</a><b></b></p><p title='x y' lang=en-US>u</p><i></i></div><ul><li class=a>1<li>2"
    "<li id=y>3<b class=b>b</b></ul><form><input type=checkbox checked><input disabled></form>"
    "<svg><a class=c><title>t</title></a></svg>";

/// Follows the definitions; slow. What stands alone on an element, such as :checked, is asked of
/// the matcher.
class ByDefinition {
 public:
  ByDefinition(Document const &document, SelectorStore const &store, SelectorMatcher &matcher)
      : m_document(document), m_store(store), m_matcher(matcher) {}

  bool list(std::uint32_t id, NodeId n) {
    return std::ranges::any_of(m_store.list(id), [&](ComplexSelector const &one) {
      return one.pseudo == PseudoElement::none && complex(one, n);
    });
  }
  bool complex(ComplexSelector const &selector, NodeId n) {
    auto const compounds = m_store.of(selector);
    return !compounds.empty() && upto(compounds, compounds.size() - 1, n, kNoNode);
  }
  bool gave_up() const { return m_steps > 200'000; }

 private:
  using Compounds = std::span<CompoundSelector const>;

  bool upto(Compounds compounds, std::size_t i, NodeId n, NodeId anchor) {
    if (++m_steps > 200'000 || !compound(compounds[i], n)) return false;
    auto const left_of = [&](NodeId left) {
      if (!left.valid() || !m_document.is_element(left)) return false;
      return i == 0 ? left == anchor : upto(compounds, i - 1, left, anchor);
    };
    switch (compounds[i].to_left) {
      case Combinator::none:
        return true;
      case Combinator::child:
        return left_of(m_document.parent(n));
      case Combinator::descendant:
        for (NodeId up = m_document.parent(n); up.valid(); up = m_document.parent(up)) {
          if (left_of(up)) return true;
        }
        return false;
      case Combinator::next_sibling: {
        auto const before = elder(n);
        return !before.empty() && left_of(before.back());
      }
      case Combinator::later_sibling:
        return std::ranges::any_of(elder(n), left_of);
    }
    return false;
  }

  std::vector<NodeId> siblings(NodeId n) const {
    std::vector<NodeId> all;
    NodeId c = m_document.first_child(m_document.parent(n));
    for (; c.valid(); c = m_document.next_sibling(c)) {
      if (m_document.is_element(c)) all.push_back(c);
    }
    return all;
  }
  std::vector<NodeId> elder(NodeId n) const {
    auto all = siblings(n);
    all.erase(std::ranges::find(all, n), all.end());
    return all;
  }

  bool compound(CompoundSelector const &one, NodeId n) {
    return std::ranges::all_of(m_store.of(one),
                               [&](SimpleSelector const &part) { return simple(part, n); });
  }

  bool simple(SimpleSelector const &part, NodeId n) {
    switch (part.kind) {
      case SimpleKind::is:
        return list(part.list, n);
      case SimpleKind::not_:
        return !list(part.list, n);
      case SimpleKind::has:
        return has(part.list, n);
      case SimpleKind::id:
        return m_document.attr(n, atom::id) == part.name;
      case SimpleKind::class_:
        return has_class(m_document.attr_or_empty(n, atom::class_), part.name);
      case SimpleKind::nth_child:
      case SimpleKind::nth_last_child:
        return nth(part, n);
      default:
        stand_alone(part);
        return m_matcher.matches(m_alone, m_alone.complexes[0], n);
    }
  }

  bool has(std::uint32_t id, NodeId anchor) {
    for (ComplexSelector const &relative : m_store.list(id)) {
      auto const compounds = m_store.of(relative);
      for (NodeId n{anchor.value + 1}; n.value < m_document.size(); ++n.value) {
        if (m_document.is_element(n) && upto(compounds, compounds.size() - 1, n, anchor)) {
          return true;
        }
      }
    }
    return false;
  }

  static bool has_class(std::string_view value, std::string_view name) {
    std::string const padded = " " + std::string(value) + " ";
    return padded.find(" " + std::string(name) + " ") != std::string::npos &&
           name.find(' ') == std::string_view::npos;
  }

  bool nth(SimpleSelector const &part, NodeId n) {
    auto all = siblings(n);
    if (part.list != kNoList) {
      if (!list(part.list, n)) return false;
      std::erase_if(all, [&](NodeId one) { return !list(part.list, one); });
    }
    if (part.kind == SimpleKind::nth_last_child) std::ranges::reverse(all);
    auto const at = std::ranges::find(all, n);
    if (at == all.end()) return false;
    std::int64_t const place = at - all.begin() + 1;
    for (std::int64_t k = 0; k <= 200; ++k) {
      if (std::int64_t{part.a} * k + part.b == place) return true;
    }
    return false;
  }

  void stand_alone(SimpleSelector const &part) {
    m_alone = {};
    m_alone.simples.push_back(part);
    m_alone.compounds.push_back({0, 1, Combinator::none});
    m_alone.complexes.emplace_back().last = 1;
  }

  Document const &m_document;
  SelectorStore const &m_store;
  SelectorMatcher &m_matcher;
  SelectorStore m_alone;
  std::uint64_t m_steps = 0;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const *data, std::size_t size) {
  static Document const document = *parse_html(kPage);
  auto const list = SelectorList::parse(fuzz::text_of(data, size));
  if (!list) return 0;
  SelectorMatcher matcher(document);
  ByDefinition naive(document, list->store(), matcher);
  for (NodeId n{1}; n.value < document.size(); ++n.value) {
    if (!document.is_element(n)) continue;
    for (ComplexSelector const &selector : list->selectors()) {
      bool const fast = matcher.matches(list->store(), selector, n);
      bool const slow = naive.complex(selector, n);
      if (matcher.exhausted() || naive.gave_up()) return 0;
      demand(fast == slow, "the matcher follows the definitions", document.tag_name(n));
    }
  }
  return 0;
}

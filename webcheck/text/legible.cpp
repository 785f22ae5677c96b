// SPDX-License-Identifier: Apache-2.0
#include "webcheck/text/legible.h"

#include "db/base/text.h"
#include "webcheck/a11y/tree.h"
#include "webcheck/text/contrast.h"
#include "webcheck/text/inactive.h"
#include "webcheck/text/sight.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace wza::web {
namespace {

constexpr std::size_t kMaxHosts = 64;

bool same_color(ColorPair const &pair) {
  return pair.text.red == pair.back.red && pair.text.green == pair.back.green &&
         pair.text.blue == pair.back.blue;
}

bool vanishes(TextColors const &colors) {
  return !colors.pairs.empty() && std::ranges::all_of(colors.pairs, same_color);
}

std::string number(double value) {
  std::array<char, 32> out{};
  double const cut = std::floor(value * 100) / 100;
  std::snprintf(out.data(), out.size(), "%.2f", cut);
  std::string text(out.data());
  while (text.ends_with('0'))
    text.pop_back();
  if (text.ends_with('.')) text.pop_back();
  return text;
}

std::string numbers_of(ColorPair const &pair, double found, double wanted) {
  return number(found) + ":1 " + (found < wanted ? "<" : "≥") + " " + number(wanted) + ":1, " +
         hex_of(pair.text) + " / " + hex_of(pair.back);
}

}  // namespace

ContrastingTexts::ContrastingTexts(Page const &page) {
  Document const &document = page.dom();
  std::vector<Trilean> const &seen = page.facts<Sight>().of;
  std::vector<Trilean> const off = inactive(page.a11y());
  Backdrops const &backdrops = page.facts<Backdrops>();
  for (NodeId const n : document.elements()) {
    if (document.ns(n) != Namespace::html) continue;
    Trilean const applies = seen[n.value] && !off[n.value];
    if (applies.is_false() || !has_own_text(document, n)) continue;
    TextColors colors = backdrops.colors(n);
    if (!vanishes(colors)) m_all.push_back({n, applies, std::move(colors)});
  }
}

TextColors const &ContrastingTexts::colors(NodeId n) const {
  static TextColors const kUnknown{{}, ColorDoubt::style};
  auto const found = std::ranges::lower_bound(m_all, n, {}, &TextElement::node);
  return found != m_all.end() && found->node == n ? found->colors : kUnknown;
}

std::vector<NodeId> scripted_shadow_hosts(Document const &document) {
  std::vector<NodeId> hosts;
  for (NodeId const script : document.by_tag(atom::script)) {
    NodeId const code = document.first_child(script);
    if (!code.valid() || document.kind(code) != NodeKind::text) continue;
    std::string_view const text = document.text(code);
    if (text.find("attachShadow") == std::string_view::npos) continue;
    for (std::size_t at = text.find_first_of("\"'`"); at != std::string_view::npos;) {
      std::size_t const end = text.find(text[at], at + 1);
      if (end == std::string_view::npos) break;
      std::string_view id = text.substr(at + 1, end - at - 1);
      if (id.starts_with('#')) id.remove_prefix(1);
      NodeId const host = document.by_id(id);
      if (host.valid() && std::ranges::find(hosts, host) == hosts.end()) hosts.push_back(host);
      if (hosts.size() >= kMaxHosts) return hosts;
      at = text.find_first_of("\"'`", end + 1);
    }
  }
  return hosts;
}

Trilean is_large(ComputedStyle const &style) {
  if (!style.font_size.is_known()) return Trilean::unknown();
  float const size = style.font_size.value();
  if (size >= 24 || size < 18.66f) return size >= 24;
  if (!style.font_weight.is_known()) return Trilean::unknown();
  return style.font_weight.value() >= 700;
}

ContrastResult judge_contrast(Page const &page, NodeId n, double normal, double large) {
  TextColors const &colors = page.facts<ContrastingTexts>().colors(n);
  ContrastResult result{Legibility::doubtful, colors.doubt, {}};
  if (colors.pairs.empty()) return result;
  Trilean const is_big = is_large(page.styles()[n]);
  double const least = is_big.is_false() ? normal : large;
  double const most = is_big.is_true() ? large : normal;

  ColorPair const *best = nullptr;
  double highest = 0, lowest = 22;
  for (ColorPair const &pair : colors.pairs) {
    double const ratio = contrast_ratio(pair.text, pair.back);
    if (ratio > highest) highest = ratio, best = &pair;
    if (pair.sure) lowest = std::min(lowest, ratio);
  }
  if (lowest >= most) {
    result.legibility = Legibility::enough;
    return result;
  }
  result.numbers = numbers_of(*best, highest, least);
  if (highest >= least) {
    // Either some of several colours suffice, or it hangs on the unknown size.
    result.legibility = colors.pairs.size() > 1 ? Legibility::mixed : Legibility::doubtful;
    if (result.legibility == Legibility::doubtful) result.doubt = ColorDoubt::style;
  } else if (colors.doubt == ColorDoubt::none) {
    result.legibility = Legibility::too_little;
  }
  return result;
}

Wording own_wording(Document const &document, NodeId n) {
  Wording wording = Wording::none;
  for (NodeId c = document.first_child(n); c.valid(); c = document.next_sibling(c)) {
    if (document.kind(c) == NodeKind::text) {
      wording = std::max(wording, wording_of(document.text(c)));
    }
  }
  return wording;
}

bool may_be_exempt(Page const &page, NodeId n) {
  if (!page.a11y().hidden(n).is_false()) return true;
  static constexpr auto kHints = std::to_array<std::string_view>(
      {"logo", "icon", "material-symbols", "glyph", "watermark", "decor"});
  Document const &document = page.dom();
  for (int steps = 0; steps < 3 && n.valid() && document.is_element(n); ++steps) {
    for (Atom const attribute : {atom::class_, atom::id}) {
      std::string const names = ascii_lower(document.attr_or_empty(n, attribute));
      bool const hint = std::ranges::any_of(
          kHints, [&](std::string_view word) { return names.find(word) != std::string::npos; });
      if (hint) return true;
    }
    n = document.parent(n);
  }
  return false;
}

}  // namespace wza::web

// SPDX-License-Identifier: Apache-2.0
#include "webcheck/css/hints.h"

#include "db/base/text.h"
#include "webcheck/css/color.h"
#include "webcheck/css/properties.h"

#include <algorithm>
#include <array>
#include <optional>

namespace wza::web::css {
namespace {

class Hints {
 public:
  Hints(Document const &document, NodeId n, std::vector<Declaration> &out)
      : m_document(document), m_node(n), m_out(out) {}

  void color(Property property, Atom attribute) {
    auto const text = m_document.attr(m_node, attribute);
    if (text) color(property, *text);
  }
  void color(Property property, std::string_view text) {
    auto const rgba = parse_legacy_color(text);
    if (!rgba) return;
    Value value;
    value.kind = ValueKind::rgba;
    value.rgba = *rgba;
    m_out.push_back({property, false, {}, value});
  }
  void keyword(Property property, std::uint8_t keyword) {
    Value value;
    value.kind = ValueKind::keyword;
    value.keyword = keyword;
    m_out.push_back({property, false, {}, value});
  }
  /// Its list is taken for another than any that a style sheet has: a number of its own.
  void font_family(bool mono) {
    Value value;
    value.kind = ValueKind::keyword;
    value.keyword = mono ? 1 : 0;
    value.number = -1.F - static_cast<float>(m_node.value);
    m_out.push_back({Property::font_family, false, {}, value});
  }
  /// HTML, section 2.4.4.4: the rules for parsing dimension values.
  void dimension(Property property, Atom attribute) {
    auto const text = m_document.attr(m_node, attribute);
    if (!text) return;
    std::string_view rest = *text;
    while (!rest.empty() && std::string_view(" \t\n\f\r").find(rest[0]) != rest.npos) {
      rest.remove_prefix(1);
    }
    double number = 0, scale = 1;
    std::size_t i = 0;
    auto digit = [&] { return i < rest.size() && rest[i] >= '0' && rest[i] <= '9'; };
    if (!digit()) return;
    for (; digit(); ++i)
      number = std::min(number, 1e9) * 10 + (rest[i] - '0');
    if (i < rest.size() && rest[i] == '.') {
      for (++i; digit(); ++i)
        number += (rest[i] - '0') * (scale /= 10);
    }
    Value value;
    value.kind = i < rest.size() && rest[i] == '%' ? ValueKind::percent : ValueKind::px;
    value.number = static_cast<float>(number);
    m_out.push_back({property, false, {}, value});
  }
  /// HTML, section 15.3.4: the rules for parsing a legacy font size.
  void legacy_font_size(std::string_view text) {
    text = wza::trimmed(text);
    char sign = '\0';
    if (!text.empty() && (text[0] == '+' || text[0] == '-')) {
      sign = text[0];
      text.remove_prefix(1);
    }
    if (text.empty() || text[0] < '0' || text[0] > '9') return;
    int size = 0;
    for (char c : text) {
      if (c < '0' || c > '9') break;
      size = std::min(size * 10 + (c - '0'), 100);
    }
    if (sign == '+') size = 3 + size;
    if (sign == '-') size = 3 - size;
    // 1 x-small, 2 small, 3 medium ... 7 xxx-large.
    keyword(Property::font_size, static_cast<std::uint8_t>(std::clamp(size, 1, 7) + 1));
  }

 private:
  Document const &m_document;
  NodeId m_node;
  std::vector<Declaration> &m_out;
};

/// The attribute of <body> by which it colours all its links.
std::optional<std::string_view> body_link_color(Document const &document) {
  auto const bodies = document.by_tag(atom::body);
  Atom const link = document.find_atom("link");
  return bodies.empty() ? std::nullopt : document.attr(bodies.front(), link);
}

/// SVG 2, section 6.6: presentation attributes, read like declarations of a style sheet.
void svg_hints(Document const &d, NodeId n, std::vector<Declaration> &out, Kept &kept) {
  static constexpr auto kAttributes = std::to_array<std::string_view>(
      {"display", "visibility", "color", "opacity", "font-size", "font-family", "font-weight",
       "overflow", "pointer-events", "letter-spacing", "word-spacing", "clip-path", "transform"});
  for (Attribute const &attribute : d.attributes(n)) {
    std::string_view const name = d.name(attribute.name);
    if (std::find(kAttributes.begin(), kAttributes.end(), name) == kAttributes.end()) continue;
    // Numbers without unit are lengths here: what quirks mode allows everywhere.
    auto const tokens = tokenize(attribute.value, kept.pool);
    parse_declaration(name, tokens, false, {kept.arena, Mode::quirks}, out);
  }
}

}  // namespace

void presentational_hints(Document const &d, NodeId n, std::vector<Declaration> &out, Kept &kept) {
  if (d.ns(n) == Namespace::svg) return svg_hints(d, n, out, kept);
  if (d.ns(n) != Namespace::html) return;
  Hints hints(d, n, out);
  Atom const tag = d.tag(n);
  bool const cell = tag == atom::td || tag == atom::th;
  bool const row =
      tag == atom::tr || tag == atom::thead || tag == atom::tbody || tag == atom::tfoot;
  if (tag == atom::a && d.has_attr(n, atom::href)) {
    if (auto const link = body_link_color(d)) hints.color(Property::color, *link);
    return;
  }
  if (d.attributes(n).empty()) return;
  if (tag == atom::body || tag == atom::table || cell || row || tag == atom::marquee ||
      tag == atom::col || tag == atom::colgroup) {
    hints.color(Property::background_color, atom::bgcolor);
  }
  if (tag == atom::body || tag == atom::table || cell || row) {
    if (!d.attr_or_empty(n, d.find_atom("background")).empty() &&
        d.find_atom("background") != atom::none) {
      hints.keyword(Property::background_image,
                    static_cast<std::uint8_t>(BackgroundImage::present));
    }
  }
  if (tag == atom::body) hints.color(Property::color, atom::text);
  if (tag == atom::font) {
    hints.color(Property::color, atom::color);
    if (auto const size = d.attr(n, atom::size)) hints.legacy_font_size(*size);
    if (d.has_attr(n, atom::face)) {
      bool const mono = ascii_iequals(wza::trimmed(d.attr_or_empty(n, atom::face)), "monospace");
      hints.font_family(mono);
    }
  }
  if (tag == atom::hr) hints.color(Property::background_color, atom::color);
  bool const sized = tag == atom::img || tag == atom::iframe || tag == atom::video ||
                     tag == atom::embed || tag == atom::object || tag == atom::canvas ||
                     tag == atom::table || cell || tag == atom::hr || tag == atom::marquee ||
                     tag == atom::col || tag == atom::pre;
  if (sized) hints.dimension(Property::width, atom::width);
  if (sized || tag == atom::tr) hints.dimension(Property::height, atom::height);
  if (tag == atom::input && ascii_iequals(d.attr_or_empty(n, atom::type), "image")) {
    hints.dimension(Property::width, atom::width);
    hints.dimension(Property::height, atom::height);
  }
  Atom const nowrap = d.find_atom("nowrap");
  if (cell && nowrap != atom::none && d.has_attr(n, nowrap)) {
    hints.keyword(Property::white_space, static_cast<std::uint8_t>(WhiteSpace::nowrap));
  }
}

}  // namespace wza::web::css

// SPDX-License-Identifier: Apache-2.0
// A link within text is told from it by more than colour, or by colours that contrast at least 3:1
// (WCAG 2.2, failure F73, technique G183). SC 1.4.1; GB/T 37668 3.2.2.1. Only links beside words in
// the same inline flow; those with pictures, or in the very colour of the text, are no matter of
// this rule.
#include "webcheck/a11y/tree.h"
#include "webcheck/rule.h"
#include "webcheck/text/backdrop.h"
#include "webcheck/text/contrast.h"
#include "webcheck/text/words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { marked, contrasts, same_color, color_alone, unknown };
constexpr std::array<Message, 5> kMessages{{
    {"marked",
     {"链接与周围文字不只是颜色不同", "The link differs from the text by more than colour"}},
    {"contrasts",
     {"链接与周围文字的颜色相差足够大（{}）", "The colours of link and text contrast enough ({})"}},
    {"same_color",
     {"链接与周围文字颜色相同，没有靠颜色区分",
      "Link and text have the same colour: colour makes no difference"}},
    {"color_alone",
     {"文字里的链接只靠颜色区分，而颜色又太接近：{}，色觉或视力弱的人看不出它是链接",
      "The link in the text differs by colour alone, and the colours are too close: {}. People "
      "with "
      "low vision or colour blindness cannot see that it is a link"}},
    {"unknown",
     {"链接与周围文字的样式由源代码算不全，请在浏览器中核对",
      "The styles of link and text cannot be computed from the source; check it in a browser"},
     {"不看颜色（例如打印成黑白），能看出这里有链接吗？",
      "Without colour (printed in black and white), can one see that there is a link?"}},
}};
constexpr std::array<std::string_view, 1> kWcag{"1.4.1"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.2.2.1"};
constexpr double kEnough = 3;
constexpr std::size_t kLeastText = 10;  // characters around the links
constexpr int kMaxDepth = 16;
constexpr std::size_t kMostTexts = 16;  // elements with text in one link

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) {
    return static_cast<unsigned char>(c) > ' ' && (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

bool has_words(Document const &document, NodeId n) {
  return n.valid() && document.kind(n) == NodeKind::text &&
         wording_of(document.text(n)) == Wording::words;
}

/// The links with words beside them, each with the element whose text these are.
class LinksInText {
 public:
  explicit LinksInText(Page const &page) : m_document(page.dom()), m_styles(page.styles()) {
    std::map<NodeId, Amount> amounts;
    for (NodeId const link : page.a11y().by_role(Role::link)) {
      NodeId const around = text_around(link);
      if (!around.valid() || page.a11y().visible(link).is_false()) continue;
      auto const [at, fresh] = amounts.try_emplace(around);
      if (fresh) at->second.text = own_text(around);
      at->second.links += text_in(link);
      m_around.emplace(link, around);
    }
    std::erase_if(m_around, [&amounts](auto const &entry) {
      Amount const &amount = amounts.at(entry.second);
      return amount.text < kLeastText || amount.text < amount.links;
    });
  }
  std::map<NodeId, NodeId> const &all() const { return m_around; }

 private:
  struct Amount {
    std::size_t text = 0, links = 0;
  };

  /// Climbs out of inline elements that hold the link alone.
  NodeId text_around(NodeId link) const {
    NodeId inner = link;
    for (int step = 0; step < kMaxDepth; ++step) {
      bool const inline_ = m_styles[inner].display.is(Display::inline_).is_true();
      bool const flows = m_styles[inner].position.is(Position::static_).is_true() &&
                         m_styles[inner].float_.is(Float::none).is_true();
      NodeId const outer = m_document.parent(inner);
      if (!inline_ || !flows || !outer.valid() || !m_document.is_element(outer)) return kNoNode;
      bool const before = inner.value > 0 && m_document.parent(NodeId{inner.value - 1}) == outer &&
                          has_words(m_document, NodeId{inner.value - 1});
      if (before || has_words(m_document, m_document.next_sibling(inner))) return outer;
      inner = outer;
    }
    return kNoNode;
  }
  std::size_t own_text(NodeId n) const {
    std::size_t count = 0;
    for (NodeId c = m_document.first_child(n); c.valid(); c = m_document.next_sibling(c)) {
      if (m_document.kind(c) == NodeKind::text) count += characters(m_document.text(c));
    }
    return count;
  }
  std::size_t text_in(NodeId n) const {
    std::size_t count = 0;
    for (NodeId c = n; c < m_document.subtree_end(n); ++c.value) {
      if (m_document.kind(c) == NodeKind::text) count += characters(m_document.text(c));
    }
    return count;
  }

  Document const &m_document;
  ComputedStyles const &m_styles;
  std::map<NodeId, NodeId> m_around;
};

void applicable(Page const &page, Targets &targets) {
  if (page.styles().empty()) return;
  for (auto const &[link, around] : page.facts<LinksInText>().all())
    targets.add(link, page.a11y().visible(link));
}

template <class T>
Trilean differ(Known<T> const &a, Known<T> const &b) {
  return a.is_known() && b.is_known() ? Trilean(!(a.value() == b.value())) : Trilean::unknown();
}

Trilean is_filled(ComputedStyle const &style) {
  Trilean const colored = style.background_color.is_known()
                              ? Trilean(style.background_color.value().alpha > 0)
                              : Trilean::unknown();
  return colored || !style.background_image.is(BackgroundImage::none);
}

/// Whether something other than its colour sets the text in `n`, inside the link, off.
Trilean is_marked(Page const &page, NodeId n, NodeId around) {
  ComputedStyles const &styles = page.styles();
  ComputedStyle const &inner = styles[n];
  ComputedStyle const &outer = styles[around];
  Trilean marked =
      differ(inner.font_weight, outer.font_weight) || differ(inner.font_size, outer.font_size) ||
      differ(inner.font_family, outer.font_family) || differ(inner.slanted, outer.slanted) ||
      differ(inner.text_transform, outer.text_transform) ||
      differ(inner.letter_spacing, outer.letter_spacing) ||
      differ(inner.text_shadow, outer.text_shadow);
  int steps = 0;
  for (NodeId at = n; at != around && at.valid(); at = page.dom().parent(at)) {
    if (++steps > 2 * kMaxDepth) return marked || Trilean::unknown();
    ComputedStyle const &style = styles[at];
    marked = marked || !style.text_line.is(false) || !style.border.is(false) ||
             !style.box_shadow.is(false) || is_filled(style) || !style.filter.is(false) ||
             !style.display.is(Display::inline_) || !style.transform.is(Transform::none) ||
             Trilean(styles.before(at) != nullptr || styles.after(at) != nullptr);
  }
  return marked;
}

/// The elements of the link with words of their own; empty where there is more than text in it.
std::vector<NodeId> text_elements(Document const &document, NodeId link) {
  std::vector<NodeId> found;
  for (NodeId n = link; n < document.subtree_end(link); ++n.value) {
    if (document.is_element(n)) {
      bool const picture = document.ns(n) != Namespace::html || document.is(n, atom::img) ||
                           document.is(n, atom::input) || document.is(n, atom::object);
      if (picture) return {};
      continue;
    }
    if (document.kind(n) != NodeKind::text || wording_of(document.text(n)) == Wording::none)
      continue;
    if (found.empty() || found.back() != document.parent(n)) found.push_back(document.parent(n));
  }
  return found;
}

std::string numbers(double ratio, Rgba const &link, Rgba const &text) {
  std::array<char, 32> rounded{};
  std::snprintf(rounded.data(), rounded.size(), "%.2f:1 < 3:1, ", std::floor(ratio * 100) / 100);
  return rounded.data() + hex_of(link) + " / " + hex_of(text);
}

Verdict compare_colors(Page const &page, NodeId n, NodeId around) {
  TextColors const inner = page.facts<Backdrops>().colors(n);
  TextColors const outer = page.facts<Backdrops>().colors(around);
  bool const known = inner.doubt == ColorDoubt::none && outer.doubt == ColorDoubt::none &&
                     inner.pairs.size() == 1 && outer.pairs.size() == 1;
  if (!known) return cant_tell(Msg::unknown);
  Rgba const &link = inner.pairs[0].text;
  Rgba const &text = outer.pairs[0].text;
  if (link == text) return passed(Msg::same_color);
  double const ratio = contrast_ratio(link, text);
  std::string detail = numbers(ratio, link, text);
  if (ratio < kEnough) return failed(Msg::color_alone, std::move(detail));
  return passed(Msg::contrasts, hex_of(link) + " / " + hex_of(text));
}

Verdict expect(Page const &page, NodeId n) {
  NodeId const around = page.facts<LinksInText>().all().at(n);
  std::vector<NodeId> const texts = text_elements(page.dom(), n);
  if (texts.empty()) return passed(Msg::marked);
  if (texts.size() > kMostTexts) return cant_tell(Msg::unknown);
  Trilean marked = false;
  for (NodeId const each : texts)
    marked = marked || is_marked(page, each, around);
  if (marked.is_true()) return passed(Msg::marked);
  Verdict worst = compare_colors(page, texts.front(), around);
  for (std::size_t i = 1; i < texts.size() && worst.outcome == Outcome::failed; ++i)
    worst = compare_colors(page, texts[i], around);
  bool const sure = marked.is_false() || worst.outcome != Outcome::failed;
  return sure ? worst : cant_tell(Msg::unknown);
}

}  // namespace

extern Rule const link_stands_out;
constinit Rule const link_stands_out{
    .id = "link-stands-out",
    .act = {},
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668},
    .severity = Severity::serious,
    .needs = Needs::styles,
    .title = {"文字里的链接不能只靠颜色区分",
              "A link within text must be told from it by more than colour"},
    .help =
        {"色觉或视力弱的人分不清相近的颜色，也就找不到链接。请给正文里的链接加下划线（text-"
         "decoration: "
         "underline），或让链接与周围文字的颜色对比度至少达到 "
         "3:1，并在鼠标移上和获得焦点时加下划线。",
         "People with colour blindness or low vision cannot tell close colours apart and do not "
         "find the link. Underline links in text (text-decoration: underline), or let the "
         "colours of link and text contrast at least 3:1 and underline on hover and focus."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web

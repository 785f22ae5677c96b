// SPDX-License-Identifier: Apache-2.0
// The contrast of text as WCAG 2.2 SC 1.4.3 and 1.4.6 ask for it: which text is asked after, how
// large it counts as, and what its colours come to. ACT afw4f7 and 09o5cg.
#pragma once

#include "webcheck/page.h"
#include "webcheck/text/backdrop.h"
#include "webcheck/text/words.h"

#include <span>
#include <string>
#include <vector>

namespace wza::web {

struct TextElement {
  NodeId node;
  Trilean applies;
  TextColors colors;
};

/// For page.facts<ContrastingTexts>(): the HTML elements with text of their own that people see and
/// that belongs to no inactive component. Text in the very colour of its ground is not seen.
class ContrastingTexts {
 public:
  explicit ContrastingTexts(Page const &page);
  /// In document order.
  std::span<TextElement const> all() const { return m_all; }
  /// The colours of one of them; nothing is known of those of others.
  TextColors const &colors(NodeId n) const;

 private:
  std::vector<TextElement> m_all;
};

/// The elements to which a script of the page gives a shadow tree, by their id: what is in it,
/// nobody sees in the source.
std::vector<NodeId> scripted_shadow_hosts(Document const &document);

/// "At least 18 point or 14 point bold": 24 px, or 18.66 px from weight 700. Unknown where size or
/// weight is.
Trilean is_large(ComputedStyle const &style);

enum class Legibility : std::uint8_t { enough, too_little, mixed, doubtful };

struct ContrastResult {
  Legibility legibility{};
  ColorDoubt doubt = ColorDoubt::none;
  /// "2.32:1 < 4.5:1, #aaaaaa / #ffffff": found, demanded, text, ground. Rounded down, so that
  /// what falls short never looks as if it sufficed. Empty where it suffices or nothing is known.
  std::string numbers;
};

/// Enough where all colours behind the text suffice, too little where none does.
ContrastResult judge_contrast(Page const &page, NodeId n, double normal, double large);

/// What the text of the element's own text nodes says.
Wording own_wording(Document const &document, NodeId n);

/// Whether markup hints that the text is decoration, a logo, or is drawn as a picture: hidden from
/// assistive technology, a class or id of a logo or of an icon font on it or next around it.
bool may_be_exempt(Page const &page, NodeId n);

}  // namespace wza::web

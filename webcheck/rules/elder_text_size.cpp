// SPDX-License-Identifier: Apache-2.0
// The main text of an elder-friendly page for phones has at least 18 dp (1 dp is 1 CSS px on them).
// MIIT's item mobile_font (工信厅信管函〔2021〕67号). That a page is such a version is known by its
// title or main heading; which text is the main one is for people: this asks, once a page.
#include "webcheck/a11y/tree.h"
#include "webcheck/rule.h"
#include "webcheck/text/elder.h"
#include "webcheck/text/sight.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { large, small };
constexpr std::array<Message, 2> kMessages{{
    {"large", {"正文字号不小于 18 像素", "The text has 18 px or more"}},
    {"small",
     {"这像是适老版页面，而这段文字只有 {} 像素，小于 18",
      "This seems to be a version for older people, and this text has {} px only, less than 18"},
     {"在手机上，这个适老版页面的主要文字都不小于 18 dp 吗？",
      "On a phone, does all main text of this version for older people have 18 dp or more?"}},
}};

constexpr std::array<std::string_view, 1> kMiit{"mobile_font"};
constexpr std::array kPeople{People::low_vision};
constexpr float kLeast = 18;
constexpr std::array kMainText{atom::p, atom::li, atom::td, atom::dd};

NodeId first_text(Page const &page, bool small_alone) {
  NodeId first = kNoNode;
  for (Atom const tag : kMainText) {
    for (NodeId const n : page.dom().by_tag(tag)) {
      if (first.valid() && n >= first) break;
      Known<float> const &size = page.styles()[n].font_size;
      if (!size.is_known() || (small_alone && size.value() >= kLeast)) continue;
      if (page.a11y().visible(n).is_true() && has_own_text(page.dom(), n)) first = n;
    }
  }
  return first;
}

void applicable(Page const &page, Targets &targets) {
  if (page.styles().empty() || !is_elder_version(page)) return;
  NodeId const small = first_text(page, true);
  NodeId const shown = small.valid() ? small : first_text(page, false);
  if (shown.valid()) targets.add(shown);
}

Verdict expect(Page const &page, NodeId n) {
  float const size = page.styles()[n].font_size.value_or(0);
  if (size >= kLeast) return passed(Msg::large);
  return cant_tell(Msg::small, std::to_string(static_cast<int>(size)));
}

}  // namespace

extern Rule const elder_text_size;
constinit Rule const elder_text_size{
    .id = "elder-text-size",
    .act = {},
    .basis = {.wcag = {}, .gbt37668 = {}, .miit = kMiit},
    .severity = Severity::moderate,
    .needs = Needs::styles,
    .decides = Decides::questions,
    .people = kPeople,
    .title = {"适老版移动网页的主要文字不小于 18 dp",
              "The main text of a mobile page for older people has at least 18 dp"},
    .help = {"老年人在手机上看小字很吃力。请把适老版正文设为 18 "
             "px（1.125rem）以上，并允许用户继续放大。",
             "Older people find small text on phones hard to read. Set the main text of this "
             "version in 18 px (1.125rem) or more, and let users enlarge it further."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web

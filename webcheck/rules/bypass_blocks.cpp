// SPDX-License-Identifier: Apache-2.0
// There is a way past what the page repeats from other pages of its site. ACT cf77f2; WCAG 2.2 SC
// 2.4.1; GB/T 37668 3.3.1.2. Other pages must be known; of a page alone it is only asked where
// nothing at all leads past its head. Scripts are not run: where one may fold or skip, cannot tell.
#include "webcheck/rule.h"
#include "webcheck/text/bypass.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t {
  nothing_repeated,
  by_heading,
  by_landmark,
  by_link,
  no_way,
  doubtful,
  by_script,
  alone
};
constexpr TextView kQuestion{
    "键盘和读屏用户能否跳过各页都有的页头和导航，直接到这一页的正文（或者正文之前没有这样的内容）"
    "？",
    "Can keyboard and screen reader users get past the header and navigation that other pages have "
    "too, straight to the content of this page (or does nothing of the kind stand before it)?"};
constexpr std::array<Message, 8> kMessages{{
    {"nothing_repeated",
     {"正文之前没有与其他页重复的内容",
      "No content repeated from other pages stands before its own"}},
    {"by_heading", {"正文有标题，可以按标题跳转", "The content has a heading to jump to"}},
    {"by_landmark", {"正文有地标，可以按地标跳转", "The content has a landmark to jump to"}},
    {"by_link", {"有跳到正文的链接", "A link leads to the content"}},
    {"no_way",
     {"页头和导航与其他页相同，但没有任何办法跳过：正文没有标题，没有地标，也没有“跳到正文”链接",
      "The header and navigation are those of other pages, and nothing leads past them: the "
      "content "
      "has no heading, no landmark, and there is no link to it"}},
    {"doubtful",
     {"不确定能否跳过与其他页重复的内容",
      "Whether what other pages have too can be passed is not sure"},
     kQuestion},
    {"by_script",
     {"没有标题、地标或链接通向正文，只可能由脚本跳过或收起重复的内容",
      "No heading, landmark or link leads to the content; only a script might skip or fold what is "
      "repeated"},
     kQuestion},
    {"alone",
     {"页面有很多链接，却没有标题、地标或页内链接，可能无法跳过页头和导航",
      "The page has many links but no heading, landmark or link within it: there may be no way "
      "past "
      "its header and navigation"},
     kQuestion},
}};

constexpr std::array<std::string_view, 1> kAct{"cf77f2"};
constexpr std::array<std::string_view, 1> kWcag{"2.4.1"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.3.1.2"};

void applicable(Page const &page, Targets &targets) {
  NodeId const root = page.dom().document_element();
  if (!root.valid() || !page.dom().is(root, atom::html)) return;
  if (!page.dom().by_tag(atom::frameset).empty()) return;  // frames are a way of their own (H70)
  bool const compared = !page.surroundings().pages.empty();
  if (compared || shows_no_way(page)) targets.add(root);
}

Verdict expect(Page const &page, NodeId) {
  Bypass const &bypass = page.facts<Bypass>();
  if (!bypass.compared) return cant_tell(Msg::alone);
  if (bypass.fresh.is_false()) return passed(Msg::nothing_repeated);
  if (bypass.by_heading.is_true()) return passed(Msg::by_heading);
  if (bypass.by_landmark.is_true()) return passed(Msg::by_landmark);
  if (bypass.by_link.is_true()) return passed(Msg::by_link);
  bool const none = bypass.by_heading.is_false() && bypass.by_landmark.is_false() &&
                    bypass.by_link.is_false() && bypass.fresh.is_true();
  if (!none) return cant_tell(Msg::doubtful);
  return bypass.by_script_perhaps ? cant_tell(Msg::by_script) : failed(Msg::no_way);
}

}  // namespace

extern Rule const bypass_blocks;
constinit Rule const bypass_blocks{
    .id = "bypass-blocks",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668},
    .severity = Severity::serious,
    .needs = Needs::dom,
    .title = {"必须有办法跳过各页都有的页头和导航",
              "There must be a way past the header and navigation that all pages have"},
    .help =
        {"没有标题、地标和“跳到正文”链接时，只用键盘的人每翻一页都要再按几十次 Tab 键才能到正文，"
         "读屏用户要再听一遍整个导航。请用 <main> 包住正文，给正文加 <h1> 标题，并在页首加链接 <a "
         "href=\"#content\">跳到正文</a>。",
         "Without headings, landmarks or a link to the content, whoever uses the keyboard alone "
         "presses Tab dozens of times on every page before the content, and screen reader users "
         "hear the whole navigation again. Put the content into <main>, begin it with an <h1>, "
         "and put a link such as <a href=\"#content\">Skip to content</a> at the top."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web

// SPDX-License-Identifier: Apache-2.0
// A link that opens a new window says so. GB/T 37668 3.3.3.9 (level 2). WCAG 2.2 asks for it at
// level AAA only (SC 3.2.5, technique G201). Told once a block of links: one that says nothing
// stands for those beside it. What scripts open is not seen.
#include "webcheck/a11y/description.h"
#include "webcheck/a11y/name.h"
#include "webcheck/rule.h"
#include "webcheck/rules/link_markup.h"
#include "webcheck/text/links.h"
#include "webcheck/text/phrases.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { announced, unannounced, notice, mark };
constexpr std::array<Message, 4> kMessages{{
    {"announced", {"链接说明了会打开新窗口", "The link says that it opens a new window"}},
    {"unannounced",
     {"这个链接（以及同一块里同样的链接）会打开新窗口，却没有事先告诉用户",
      "This link (and others like it in the same block) opens a new window without saying so"}},
    {"notice",
     {"链接本身没有说会打开新窗口，但页面别处提到了新窗口，请核对",
      "The link itself does not say that it opens a new window, but the page speaks of new windows "
      "elsewhere; check it"},
     {"页面是否在用户碰到这些链接之前就说明它们会打开新窗口？",
      "Does the page tell users, before they come to these links, that they open new windows?"}},
    {"mark",
     {"链接的文字没有说会打开新窗口；旁边的图片或图标也许说了，请核对",
      "The words of the link do not say that it opens a new window; its picture or icon may. Check "
      "it"},
     {"链接里的图片或图标是否表明会打开新窗口，读屏用户也能知道？",
      "Does the picture or icon of the link tell that a new window opens, to screen reader users "
      "as well?"}},
}};

constexpr std::array<std::string_view, 1> kGbt37668{"3.3.3.9"};
constexpr std::array<std::string_view, 9> kWords{"新窗口",     "新视窗",   "新标签",
                                                 "新页面打开", "新開視窗", "弹出窗",
                                                 "new window", "new tab",  "another window"};

/// Whether <base> opens all links of the page in new windows.
struct WindowsByBase {
  bool all = false;
  explicit WindowsByBase(Page const &page) {
    for (NodeId const n : page.dom().by_tag(atom::base)) {
      auto const target = page.dom().attr(n, atom::target);
      if (!target) continue;
      all = ascii_iequals(trimmed(*target), "_blank");
      break;
    }
  }
};

/// Whether the page speaks of new windows anywhere, be it in a link.
struct WindowsSpokenOf {
  bool anywhere = false;
  explicit WindowsSpokenOf(Page const &page) : anywhere(holds_any(page.dom().source(), kWords)) {}
};

bool opens_window(Page const &page, Link const &link) {
  if (link.address.empty() || link.is_script()) return false;
  auto const target = page.dom().attr(link.node, atom::target);
  if (!target) return page.facts<WindowsByBase>().all;
  return ascii_iequals(trimmed(*target), "_blank");
}

bool says_so(Page const &page, Link const &link) {
  Document const &dom = page.dom();
  if (says_any(link.text, kWords)) return true;
  if (says_any(dom.attr_or_empty(link.node, atom::title), kWords)) return true;
  bool const more = link.has_graphic || dom.has_attr(link.node, atom::aria_label) ||
                    dom.has_attr(link.node, atom::aria_labelledby) ||
                    dom.has_attr(link.node, atom::aria_describedby);
  return more && (says_any(accessible_name(page.a11y(), link.node).text, kWords) ||
                  says_any(accessible_description(page.a11y(), link.node).text, kWords));
}

/// Whether something about it that is no text may say so to those who see.
bool may_have_mark(Page const &page, Link const &link) {
  NodeId const n = link.node;
  if (link.has_graphic || page.styles().before(n) != nullptr || page.styles().after(n) != nullptr) {
    return true;
  }
  return !page.styles().empty() &&
         !page.styles()[n].background_image.is(BackgroundImage::none).is_true();
}

void applicable(Page const &page, Targets &targets) {
  OncePerBlock once;
  for (Link const &link : page.facts<Links>().all()) {
    if (!opens_window(page, link)) continue;
    bool const silent = !page.facts<WindowsSpokenOf>().anywhere;
    if ((!silent && says_so(page, link)) || once.first(link.block)) {
      targets.add(link.node, link.shown);
    }
  }
}

Verdict expect(Page const &page, NodeId n) {
  Link const *const link = page.facts<Links>().find(n);
  bool const spoken_of = page.facts<WindowsSpokenOf>().anywhere;
  if (link == nullptr || (spoken_of && says_so(page, *link))) return passed(Msg::announced);
  if (spoken_of) return cant_tell(Msg::notice);
  return may_have_mark(page, *link) ? cant_tell(Msg::mark) : failed(Msg::unannounced);
}

std::string mend(Page const &page, NodeId n) {
  Link const *const link = page.facts<Links>().find(n);
  return link != nullptr ? with_more_text(page, *link, "（新窗口打开）") : std::string();
}

}  // namespace

extern Rule const new_window_announced;
constinit Rule const new_window_announced{
    .id = "new-window-announced",
    .act = {},
    .basis = {.wcag = {}, .gbt37668 = kGbt37668},
    .severity = Severity::minor,
    .needs = Needs::dom,
    .title = {"打开新窗口的链接要事先说明", "A link that opens a new window says so"},
    .help =
        {"新窗口会让读屏用户、放大屏幕的人和老年人迷失：“后退”不再起作用，他们不知道自己到了哪里。"
         "请去掉 target=\"_blank\"；确有必要时，在链接文字里写明“（新窗口打开）”。",
         "A new window makes screen reader users, people who magnify the screen and older "
         "people lose their way: “Back” no longer works. Remove target=\"_blank\", or where it "
         "is needed write “(opens in a new window)” into the link."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
    .mend = mend,
};

}  // namespace wza::web

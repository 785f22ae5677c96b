// SPDX-License-Identifier: Apache-2.0
// Where a page has shortcuts, users can look them up. GB/T 37668 3.4.4.4 (level 3); WCAG 2.2 SC
// 3.3.5 (AAA). Shortcuts are known by accesskey, the help by the words of links.
#include "webcheck/a11y/tree.h"
#include "webcheck/rule.h"
#include "webcheck/text/links.h"
#include "webcheck/text/phrases.h"

#include <algorithm>
#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { help_found, no_help_found };
constexpr std::array<Message, 2> kMessages{{
    {"help_found",
     {"页面设置了快捷键（accesskey），有一个链接像是通向说明（“{}”）",
      "The page has shortcuts (accesskey), and a link seems to lead to help (\"{}\")"},
     {"“{}”里说明了这个网站的全部快捷键吗？", "Does \"{}\" explain all shortcuts of this site?"}},
    {"no_help_found",
     {"页面设置了快捷键（accesskey），没有找到说明它们的链接",
      "The page has shortcuts (accesskey), and no link to an explanation of them was found"},
     {"用户能在网站上查到有哪些快捷键吗？", "Can users look up the shortcuts of the site?"}},
}};

constexpr std::array<std::string_view, 1> kGbt37668{"3.4.4.4"};
constexpr std::array<std::string_view, 1> kWcag{"3.3.5"};
constexpr std::array<std::string_view, 7> kHelp{"快捷键",   "键盘操作", "无障碍说明",   "操作说明",
                                                "使用帮助", "shortcut", "accessibility"};

void applicable(Page const &page, Targets &targets) {
  for (NodeId const n : page.dom().with_attr(atom::accesskey)) {
    if (!page.a11y().focusable(n).is_true()) continue;
    targets.add(n);
    return;
  }
}

Verdict expect(Page const &page, NodeId /*n*/) {
  auto const links = page.facts<Links>().all();
  auto const help = std::ranges::find_if(
      links, [&](Link const &link) { return link.text.size() < 60 && says_any(link.text, kHelp); });
  if (help == links.end()) return cant_tell(Msg::no_help_found);
  return cant_tell(Msg::help_found, help->text);
}

}  // namespace

extern Rule const shortcut_help;
constinit Rule const shortcut_help{
    .id = "shortcut-help",
    .act = {},
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668},
    .severity = Severity::minor,
    .needs = Needs::dom,
    .decides = Decides::questions,
    .title = {"设置了快捷键的网站要有快捷键说明", "Where there are shortcuts, they are explained"},
    .help =
        {"用户不知道有哪些快捷键，它们就等于没有，还可能与读屏软件的按键冲突。请在“无障碍说明”一类"
         "的页面列出全部快"
         "捷键，并在每一页放上链接。",
         "Shortcuts that nobody knows of are of no use, and may clash with those of screen "
         "readers. List all of them on a page on accessibility, and link to it from every page."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web

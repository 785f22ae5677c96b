// SPDX-License-Identifier: Apache-2.0
// Who needs the accessibility tool bar of a site can find what opens it, and press it. GB/T 37668
// 3.5.1.3 (level 3). Only what opens a tool bar that was recognised is looked at. A tool bar
// answers this one clause: it mends no other fault, and no other rule knows of it.
#include "webcheck/a11y/name.h"
#include "webcheck/rule.h"
#include "webcheck/rules/link_markup.h"
#include "webcheck/text/phrases.h"
#include "webcheck/toolbar/toolbar.h"

#include <algorithm>
#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t {
  usable,
  no_name,
  perhaps_no_name,
  doubtful_name,
  unclear_name,
  no_focus,
  late
};
constexpr std::array<Message, 7> kMessages{{
    {"usable",
     {"工具条的入口“{}”能用键盘到达，名称清楚。工具条只对应一项三级条款，不能抵消页面上的其他问题",
      "What opens the tool bar (\"{}\") is reached by keyboard and says what it is. A tool bar "
      "answers one clause of level 3 and makes up for no other fault"}},
    {"no_name",
     {"无障碍工具条的入口没有名称，看不见图标的人找不到它。工具条也不能抵消页面上的其他问题",
      "What opens the accessibility tool bar has no name, so who does not see its picture cannot "
      "find it. Nor does a tool bar make up for other faults"}},
    {"perhaps_no_name",
     {"这里像是无障碍工具条的入口，却没有名称，看不见图标的人找不到它",
      "This seems to open an accessibility tool bar and has no name, so who does not see its "
      "picture "
      "cannot find it"},
     {"视力不好的人和老年人能找到打开无障碍工具的入口，读屏软件也会读出它吗？",
      "Can people with low vision and older people find what opens the accessibility tools, and do "
      "screen readers announce it?"}},
    {"doubtful_name",
     {"工具条入口的名称可能只来自图标字体或隐藏内容，请用读屏软件核对",
      "The name of what opens the tool bar may come from an icon font or from hidden content; "
      "check "
      "with a screen reader"},
     {"读屏软件是否读出这是无障碍或长者工具的入口？",
      "Does a screen reader announce that this opens the accessibility tools?"}},
    {"unclear_name",
     {"工具条入口的名称是“{}”，没有说明它是无障碍或长者工具",
      "What opens the tool bar is named \"{}\", which does not say that it is for accessibility"},
     {"视力不好的人和老年人能从“{}”看出这是给他们用的工具吗？",
      "Can people with low vision and older people tell from \"{}\" that this tool is for them?"}},
    {"no_focus",
     {"工具条的入口键盘聚焦不到，除非脚本另有安排；最需要它的人反而打不开",
      "What opens the tool bar cannot take the focus, unless scripts see to it: those who need it "
      "most cannot open it"},
     {"只用键盘能打开这个工具条吗？", "Can this tool bar be opened by keyboard alone?"}},
    {"late",
     {"工具条的入口前面至少有 {} 个键盘停留处，要按很多次 Tab 才能到",
      "At least {} stops of the Tab key come before what opens the tool bar"},
     {"需要它的人在页面开头就能找到工具条的入口吗？",
      "Do those who need it find what opens the tool bar at the start of the page?"}},
}};

constexpr std::array<std::string_view, 1> kGbt37668{"3.5.1.3"};
constexpr std::array<std::string_view, 13> kTelling{"无障碍", "長者",     "长者", "关怀", "适老",
                                                    "老年",   "大字",     "助残", "视障", "障碍",
                                                    "读屏",   "accessib", "辅助"};
constexpr std::uint32_t kManyStops = 20;
constexpr std::string_view kBarName = "无障碍工具条";
constexpr std::array kPeople{People::low_vision, People::blind, People::motor};

/// The first trigger that is seen: people look for one.
void applicable(Page const &page, Targets &targets) {
  for (NodeId const n : page.facts<Toolbars>().triggers()) {
    Trilean const shown = page.a11y().visible(n);
    if (shown.is_false()) continue;
    targets.add(n, shown);
    return;
  }
}

/// How many elements before `n` the Tab key stops at, up to kManyStops.
std::uint32_t stops_before(Page const &page, NodeId n) {
  std::uint32_t stops = 0;
  for (NodeId const one : page.dom().elements()) {
    if (one >= n || stops == kManyStops) break;
    if (page.a11y().tab_stop(one).is_true()) ++stops;
  }
  return stops;
}

bool is_control(Page const &page, NodeId n) {
  Role const role = page.a11y().role(n);
  return is_a(role, Role::link) || is_a(role, Role::button);
}

/// Whether the tool bar is known for sure, and with it what opens it.
bool is_certain(Page const &page) {
  return std::ranges::any_of(page.facts<Toolbars>().all(), [](Toolbar const &one) {
    return one.certainty == ToolbarCertainty::high;
  });
}

Verdict expect(Page const &page, NodeId n) {
  Name name = accessible_name(page.a11y(), n);
  if (is_control(page, n) && name.present.is_false()) {
    return is_certain(page) ? failed(Msg::no_name) : cant_tell(Msg::perhaps_no_name);
  }
  if (!page.a11y().focusable(n).is_true()) return cant_tell(Msg::no_focus);
  if (!name.present.is_true()) return cant_tell(Msg::doubtful_name);
  std::string_view const title = page.dom().attr_or_empty(n, atom::title);
  if (!says_any(name.text, kTelling) && !says_any(title, kTelling)) {
    return cant_tell(Msg::unclear_name, std::move(name.text));
  }
  if (stops_before(page, n) >= kManyStops) {
    return cant_tell(Msg::late, std::to_string(kManyStops));
  }
  return passed(Msg::usable, std::move(name.text));
}

std::string mend(Page const &page, NodeId n) {
  if (is_control(page, n) && accessible_name(page.a11y(), n).present.is_false()) {
    return with_attr(page, n, "aria-label", kBarName);
  }
  std::string_view const code = page.dom().attr_or_empty(n, atom::onclick);
  if (page.a11y().focusable(n).is_true() || code.empty()) return {};
  return button_markup(code, kBarName);
}

}  // namespace

extern Rule const toolbar_trigger_usable;
constinit Rule const toolbar_trigger_usable{
    .id = "toolbar-trigger-usable",
    .act = {},
    .basis = {.wcag = {}, .gbt37668 = kGbt37668},
    .severity = Severity::moderate,
    .needs = Needs::dom,
    .people = kPeople,
    .title = {"无障碍工具条的入口要容易找到，并能用键盘打开",
              "What opens the accessibility tool bar is easy to find and works by keyboard"},
    .help = {"工具条是给看不清的人和老年人用的，它的入口却常常是没有名称的图片，或键盘到不了的 "
             "<div>。请用 "
             "<button "
             "type=\"button\">无障碍工具条</button>，放在页面最前面。请注意：有了工具条，页面本身"
             "仍要符合其他条款。",
             "A tool bar is for people with low vision and for older people, yet what opens it is "
             "often a picture without name or a <div> out of reach of the keyboard. Use a <button> "
             "with words, at the very start of the page. Note that the page itself must still meet "
             "all other clauses."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
    .mend = mend,
};

}  // namespace wza::web

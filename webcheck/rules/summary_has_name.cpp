// SPDX-License-Identifier: Apache-2.0
// The <summary> that opens its <details> has an accessible name. ACT 2t702h; WCAG 2.2 SC 4.1.2;
// GB/T 37668 3.2.1.3.
#include "webcheck/rule.h"
#include "webcheck/rules/mend.h"
#include "webcheck/rules/targets.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { has_name, no_name, doubtful_name };
constexpr std::array<Message, 3> kMessages{{
    {"has_name", {"展开按钮的名称是“{}”", "The name of the summary is \"{}\""}},
    {"no_name", {"展开按钮（summary）没有名称", "The summary has no name"}},
    {"doubtful_name",
     {"名称只可能来自图标字体，或来自不一定显示的内容，请用读屏软件核对",
      "The name may only come from an icon font or from content that may be hidden; check with a "
      "screen reader"}},
}};

constexpr std::array<std::string_view, 1> kAct{"2t702h"};
constexpr std::array<std::string_view, 1> kWcag{"4.1.2"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.2.1.3"};

void applicable(Page const &page, Targets &targets) {
  A11yTree const &tree = page.a11y();
  for (NodeId const n : page.dom().by_tag(atom::summary)) {
    if (!tree.details_button(n)) continue;
    // An explicit role makes it something else, unless the role must not count.
    bool const own_role = tree.explicit_role(n) != Role::no_role;
    if (own_role && tree.role(n) != tree.implicit_role(n)) continue;
    targets.add(n, tree.included(n));
  }
}

Verdict expect(Page const &page, NodeId n) {
  return judge_name<Msg>(page, n);
}

std::string mend(Page const &page, NodeId n) {
  return with_content(page, n, gap("点开会看到什么"));
}

}  // namespace

extern Rule const summary_has_name;
constinit Rule const summary_has_name{
    .id = "summary-has-name",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668},
    .severity = Severity::serious,
    .needs = Needs::dom,
    .title = {"展开按钮（summary）必须有能读出来的名称",
              "A summary must have a name that can be read out"},
    .help = {"读屏用户不知道展开的是什么内容。请在 <summary> 里写上文字，例如 <summary>办理材料"
             "</summary>；只放图标时加 aria-label。",
             "Screen reader users cannot tell what will open. Put text into the <summary>, such "
             "as <summary>Papers to bring</summary>, or an aria-label where it holds only an "
             "icon."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
    .mend = mend,
};

}  // namespace wza::web

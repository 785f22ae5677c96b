// SPDX-License-Identifier: Apache-2.0
// What runs a script is a button, not a link with href="javascript:…". Good practice: the keyboard
// works on such a link, but it is announced as a link that leads somewhere, cannot be opened in
// another tab, and does nothing where scripts are blocked. Told once a block.
#include "webcheck/a11y/tree.h"
#include "webcheck/rule.h"
#include "webcheck/rules/handlers.h"
#include "webcheck/rules/link_markup.h"
#include "webcheck/text/links.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { announced_as_control, script_link };
constexpr std::array<Message, 2> kMessages{{
    {"announced_as_control",
     {"它运行脚本，而读屏软件也把它读作按钮一类的控件",
      "It runs a script, and is announced as a button or another control"}},
    {"script_link",
     {"这是用 javascript: 地址做成的“链接”，其实是按钮",
      "This “link” with a javascript: address is in fact a button"}},
}};

void applicable(Page const &page, Targets &targets) {
  OncePerBlock once;
  for (Link const &link : page.facts<Links>().all()) {
    if (link.is_script() && once.first(link.block)) targets.add(link.node, link.shown);
  }
}

Verdict expect(Page const &page, NodeId n) {
  Role const role = page.a11y().role(n);
  return role == Role::link ? failed(Msg::script_link) : passed(Msg::announced_as_control);
}

std::string mend(Page const &page, NodeId n) {
  Link const *const link = page.facts<Links>().find(n);
  if (link == nullptr || !is_plain_text(*link)) return {};
  std::string_view code = page.dom().attr_or_empty(n, atom::onclick);
  if (does_nothing(code)) code = link->address.substr(std::string_view("javascript:").size());
  return button_markup(does_nothing(code) ? std::string_view() : code, link->text);
}

}  // namespace

extern Rule const javascript_link_avoided;
constinit Rule const javascript_link_avoided{
    .id = "javascript-link-avoided",
    .act = {},
    .basis = {},
    .severity = Severity::minor,
    .needs = Needs::dom,
    .kind = Kind::best_practice,
    .title = {"运行脚本的要用按钮，不要用 javascript: 链接",
              "What runs a script is a button, not a javascript: link"},
    .help =
        {"读屏软件会把它读作“链接”，用户以为会到别的页面；它也不能在新标签页打开，脚本被拦截时什么"
         "也不"
         "发生。请改用 <button type=\"button\" onclick=\"…\">，样式可以保持不变。",
         "Screen readers announce a link, so people expect another page; it cannot be opened in "
         "a new tab, and does nothing where scripts are blocked. Use <button type=\"button\" "
         "onclick=\"…\"> instead; it may look the same."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
    .mend = mend,
};

}  // namespace wza::web

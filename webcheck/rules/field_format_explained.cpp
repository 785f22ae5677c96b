// SPDX-License-Identifier: Apache-2.0
// Fields that want a certain format say so. GB/T 37668 3.3.4.1 (level 2); WCAG 2.2 SC 3.3.2. That a
// field wants one is known by its name or pattern, that it is explained by a description that it
// refers to; where none is found, this asks, once a form.
#include "webcheck/a11y/description.h"
#include "webcheck/a11y/name.h"
#include "webcheck/rule.h"
#include "webcheck/rules/fields.h"
#include "webcheck/text/links.h"
#include "webcheck/text/phrases.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { explained, hint_only, unexplained };
constexpr std::array<Message, 3> kMessages{{
    {"explained", {"输入框关联了说明：“{}”", "The field refers to an explanation: \"{}\""}},
    {"hint_only",
     {"这一项有格式要求，而提示只写在 placeholder 或 title 里（“{}”），一输入就看不见了",
      "This field wants a certain format, and the hint stands in its placeholder or title only "
      "(\"{}\"), which is gone on typing"},
     {"这个表单里，每个有格式要求的输入框旁边，是否一直有看得见、读屏软件也能读到的填写说明？",
      "Does every field of this form that wants a certain format have an explanation beside it "
      "that "
      "stays in sight and is read out?"}},
    {"unexplained",
     {"“{}”这一项有格式要求，却没有找到与它关联的填写说明",
      "The field \"{}\" wants a certain format, and no explanation that belongs to it was found"},
     {"这个表单里，每个有格式要求的输入框旁边，是否有读屏软件也能读到的填写说明？",
      "Does every field of this form that wants a certain format have an explanation beside it "
      "that "
      "is read out as well?"}},
}};

constexpr std::array<std::string_view, 1> kWcag{"3.3.2"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.3.4.1"};
constexpr std::array<std::string_view, 17> kFormats{
    "身份证", "证件号",   "电话", "手机", "日期",  "时间",   "出生",  "邮箱", "邮编",
    "银行卡", "信用代码", "号码", "年月", "email", "e-mail", "phone", "date"};
constexpr std::array<std::string_view, 12> kNames{"tel",    "phone",    "mobile", "sfz",
                                                  "idcard", "email",    "mail",   "birthday",
                                                  "date",   "postcode", "zip",    "zjhm"};

bool wants_format(Page const &page, NodeId n) {
  Document const &dom = page.dom();
  if (!dom.is(n, atom::input)) return false;
  std::string_view const type = input_type(dom, n);
  if (type != "text" && type != "tel" && type != "email") return false;
  if (dom.has_attr(n, atom::pattern) || type != "text") return true;
  return has_name_word(dom.attr_or_empty(n, atom::name), kNames) ||
         says_any(accessible_name(page.a11y(), n).text, kFormats) ||
         says_any(dom.attr_or_empty(n, atom::placeholder), kFormats);
}

NodeId form_of(Document const &dom, NodeId n) {
  NodeId up = block_of(dom, n);
  for (int i = 0; i < 4 && up.valid() && !dom.is(up, atom::form); ++i)
    up = block_of(dom, up);
  return up;
}

void applicable(Page const &page, Targets &targets) {
  OncePerBlock once;
  for (NodeId const n : page.dom().by_tag(atom::input)) {
    if (page.a11y().visible(n).is_false() || !wants_format(page, n)) continue;
    bool const explained = page.dom().has_attr(n, atom::aria_describedby);
    if (explained || once.first(form_of(page.dom(), n))) targets.add(n, page.a11y().visible(n));
  }
}

Verdict expect(Page const &page, NodeId n) {
  Document const &dom = page.dom();
  if (dom.has_attr(n, atom::aria_describedby)) {
    std::string text = accessible_description(page.a11y(), n).text;
    if (!text.empty()) return passed(Msg::explained, std::move(text));
  }
  for (Atom const name : {atom::placeholder, atom::title}) {
    std::string_view const hint = trimmed(dom.attr_or_empty(n, name));
    if (!hint.empty()) return cant_tell(Msg::hint_only, std::string(hint));
  }
  return cant_tell(Msg::unexplained, accessible_name(page.a11y(), n).text);
}

}  // namespace

extern Rule const field_format_explained;
constinit Rule const field_format_explained{
    .id = "field-format-explained",
    .act = {},
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668},
    .severity = Severity::moderate,
    .needs = Needs::dom,
    .decides = Decides::questions,
    .title = {"有格式要求的输入框要有填写说明", "Fields that want a certain format say so"},
    .help =
        {
            "不知道日期、证件号、电话要怎么写，读屏用户和认知障碍的人会一次次填错。请在输入框旁边用"
            "文字写明格式"
            "（例如“如 2025-03-01”），并用 aria-describedby 关联；placeholder "
            "一输入就消失，不能代替说明。",
            "Who does not know how to write a date, a certificate or telephone number gets it "
            "wrong again and again. Write the format beside the field (“such as 2025-03-01”) and "
            "refer to it by aria-describedby; a placeholder is gone on typing and is no "
            "substitute.",
        },
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web

// SPDX-License-Identifier: Apache-2.0
// Where something wrong was entered, a text says which field it is and what is wrong or how to mend
// it, for the eye and for assistive technology. ACT 36b590; WCAG 2.2 SC 3.3.1; GB/T 37668 3.4.4.1.
// Errors show after something was sent: one question a page with fields.
#include "webcheck/a11y/tree.h"
#include "webcheck/rules/answers.h"
#include "webcheck/rules/form_fields.h"
#include "webcheck/rules/targets.h"

#include <algorithm>
#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { judge, shown };
constexpr std::array<Message, 2> kMessages{{
    {"judge",
     {"页面有表单控件（{} 个），请试一试填错时的提示",
      "The page has form fields ({}); try what it says to wrong entries"},
     {"把表单填错或留空再提交：如果出现错误提示，是否用看得见、读屏软件也读得到的文字说出了哪一项、"
      "错在哪里或"
      "怎么改？没有错误提示请答“是”。",
      "Submit the form with wrong or missing entries: if there is an error message, does a text "
      "that is seen and that screen readers get say which field it is, and what is wrong or how to "
      "mend it? Answer yes if there is no error message."}},
    {"shown",
     {"页面上有标为出错的控件（aria-invalid），请看它的错误提示",
      "A field is marked as wrong (aria-invalid); look at its error message"},
     {"标为出错的控件，是否有看得见、读屏软件也读得到的文字说出哪一项、错在哪里或怎么改？",
      "Does a text that is seen and that screen readers get say of the field that is marked as "
      "wrong which one it is, and what is wrong or how to mend it?"}},
}};

constexpr std::array<std::string_view, 1> kAct{"36b590"};
constexpr std::array<std::string_view, 1> kWcag{"3.3.1"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.4.4.1"};

struct PageAnswers : Answers {
  explicit PageAnswers(Page const &page) {
    Document const &document = page.dom();
    A11yTree const &tree = page.a11y();
    Atom const invalid = document.find_atom("aria-invalid");
    NodeId first = kNoNode, first_wrong = kNoNode;
    Trilean applies = false;
    std::size_t fields = 0;
    each_of_roles(page, is_form_field, [&](NodeId n) {
      if (document.ns(n) != Namespace::html || tree.rendered(n).is_false()) return;
      first = std::min(first, n);
      applies = applies || tree.rendered(n);
      ++fields;
      std::string_view const state =
          invalid == atom::none ? std::string_view() : trimmed(document.attr_or_empty(n, invalid));
      if (!state.empty() && !ascii_iequals(state, "false")) first_wrong = std::min(first_wrong, n);
    });
    if (first_wrong.valid()) {
      add(first_wrong, cant_tell(Msg::shown), tree.rendered(first_wrong));
    } else if (first.valid()) {
      add(first, cant_tell(Msg::judge, std::to_string(fields)), applies);
    }
  }
};

}  // namespace

extern Rule const error_message_describes;
constinit Rule const error_message_describes{
    .id = "error-message-describes",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668},
    .severity = Severity::serious,
    .needs = Needs::dom,
    .decides = Decides::questions,
    .title = {"错误提示必须说明哪一项、错在哪里",
              "An error message must say which field is wrong, and what is wrong"},
    .help = {"只把边框变红，色盲的人看不出，读屏用户听不到；只说“填写有误”，谁都不知道改哪里。请在"
             "控件旁"
             "写“手机号码应为 11 位数字”，并用 aria-describedby 连到控件。",
             "A red border alone is not seen by colour-blind people nor heard by screen reader "
             "users; \"Invalid entry\" tells nobody what to change. Write beside the field \"The "
             "phone number has 11 digits\" and tie it to the field with aria-describedby."},
    .messages = kMessages,
    .applicable = add_answers<PageAnswers>,
    .expect = answer_of<PageAnswers>,
};

}  // namespace wza::web

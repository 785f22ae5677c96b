// SPDX-License-Identifier: Apache-2.0
// A heading tells what the content under it is about. ACT b49b2e; WCAG 2.2 SC 2.4.6; GB/T 37668
// 3.4.3.4. Only a person can compare the two: one question a page.
#include "webcheck/a11y/name.h"
#include "webcheck/rules/answers.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { judge };
constexpr std::array<Message, 1> kMessages{{
    {"judge",
     {"请判断标题是否说明了它下面的内容（{}）",
      "Judge whether the headings tell what the content under them is about ({})"},
     {"页面上的标题（{}），每一个都说出了它下面那部分讲什么吗？",
      "Do the headings on the page ({}) each tell what the part under them is about?"}},
}};

constexpr std::array<std::string_view, 1> kAct{"b49b2e"};
constexpr std::array<std::string_view, 1> kWcag{"2.4.6"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.4.3.4"};

struct PageAnswers : Answers {
  explicit PageAnswers(Page const &page) {
    A11yTree const &tree = page.a11y();
    NodeId first = kNoNode;
    Trilean applies = false;
    Listing names;
    for (NodeId const n : tree.by_role(Role::heading)) {
      Trilean const there = tree.visible(n) || tree.included(n);
      if (there.is_false()) continue;
      Name name = accessible_name(tree, n);
      if (name.text.empty()) continue;
      if (!first.valid()) first = n;
      applies = applies || there;
      names.add(name.text);
    }
    if (first.valid()) add(first, cant_tell(Msg::judge, names.text()), applies);
  }
};

}  // namespace

extern Rule const heading_is_descriptive;
constinit Rule const heading_is_descriptive{
    .id = "heading-is-descriptive",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668},
    .severity = Severity::moderate,
    .needs = Needs::dom,
    .decides = Decides::questions,
    .title = {"标题必须说明它下面的内容", "A heading must tell what the content under it is about"},
    .help =
        {"读屏用户按标题一个一个跳着读，标题不对题就会错过要找的内容。请写具体，例如写“办理地点和"
         "时间”，不写“其他”。",
         "Screen reader users jump from heading to heading; one that does not fit makes them "
         "miss what they look for. Be specific: \"Where and when to apply\", not \"Other\"."},
    .messages = kMessages,
    .applicable = add_answers<PageAnswers>,
    .expect = answer_of<PageAnswers>,
};

}  // namespace wza::web

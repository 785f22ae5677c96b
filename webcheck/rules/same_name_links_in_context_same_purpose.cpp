// SPDX-License-Identifier: Apache-2.0
// Links with one name in one context (sentence, list item, cell) lead to one place. ACT fd3a94;
// WCAG 2.2 SC 2.4.4; GB/T 37668 3.2.1.2 for links that are pictures. Equal addresses pass; where
// they differ a person must say whether they come to the same: one question a name and context. A
// context that holds nothing but the link tells nothing, so that the next larger one counts; that
// asks about more links than ACT's definition, never about fewer.
#include "webcheck/rules/same_name.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { same_target, differ };
constexpr std::array<Message, 2> kMessages{{
    {"same_target",
     {"同一处同名的链接“{}”通向同一个地址",
      "The links named \"{}\" in one place lead to one address"}},
    {"differ",
     {"同一处同名的链接可能通向不同的地方：“{}”",
      "Links with one name in one place may lead to different places: \"{}\""},
     {"同一段、同一条或同一格里有几个同名的链接：“{}"
      "”。它们打开的内容一样或作用相同吗？如果看得见页面的人也看不出"
      "区别，请答“是”。",
      "One sentence, item or cell holds several links with one name: \"{}\". Do they open the "
      "same, "
      "or what serves the same purpose? Answer yes if people who see the page cannot tell them "
      "apart "
      "either."}},
}};

constexpr std::array<std::string_view, 1> kAct{"fd3a94"};
constexpr std::array<std::string_view, 1> kWcag{"2.4.4"};

struct PageAnswers : SameNameAnswers<Msg> {
  explicit PageAnswers(Page const &page) {
    compare(same_name_links(page, true), Addresses(page), Asking::each_name);
  }
};

}  // namespace

extern Rule const same_name_links_in_context_same_purpose;
constinit Rule const same_name_links_in_context_same_purpose{
    .id = "same-name-links-in-context-same-purpose",
    .act = kAct,
    .basis = {.wcag = kWcag},
    .severity = Severity::serious,
    .needs = Needs::dom,
    .decides = Decides::questions,
    .title = {"同一处同名的链接必须通向同样的内容",
              "Links with the same name in one place must lead to the same"},
    .help =
        {"旁边的图标或排版能让明眼人分清两个同名链接，读屏用户却分不清。请把区别写进链接文字，或用 "
         "aria-label、图标的 alt 写出来。",
         "An icon or the layout may tell two links with one name apart for people who see; "
         "screen reader users hear no difference. Write it into the text of the links, or into "
         "aria-label or the alt of the icon."},
    .messages = kMessages,
    .applicable = add_answers<PageAnswers>,
    .expect = answer_of<PageAnswers>,
};

}  // namespace wza::web

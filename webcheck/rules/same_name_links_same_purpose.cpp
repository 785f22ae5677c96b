// SPDX-License-Identifier: Apache-2.0
// Links with one name lead to one place. ACT b20e66; WCAG 2.2 SC 2.4.9. Equal addresses pass; where
// they differ a person must say whether they come to the same: one question a page.
#include "webcheck/rules/same_name.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { same_target, differ };
constexpr std::array<Message, 2> kMessages{{
    {"same_target", {"同名的链接“{}”通向同一个地址", "The links named \"{}\" lead to one address"}},
    {"differ",
     {"有同名的链接可能通向不同的地方（{}）",
      "Some links with one name may lead to different places ({})"},
     {"页面上这些名称各有不止一个链接，地址不同（{}"
      "）。每个名称下的链接，打开的内容都一样或作用相同吗？",
      "Each of these names is borne by several links with different addresses ({}). Do the links "
      "of "
      "each name open the same, or what serves the same purpose?"}},
}};

constexpr std::array<std::string_view, 1> kAct{"b20e66"};
constexpr std::array<std::string_view, 1> kWcag{"2.4.9"};

struct PageAnswers : SameNameAnswers<Msg> {
  explicit PageAnswers(Page const &page) {
    compare(same_name_links(page, false), Addresses(page), Asking::whole_page);
  }
};

}  // namespace

extern Rule const same_name_links_same_purpose;
constinit Rule const same_name_links_same_purpose{
    .id = "same-name-links-same-purpose",
    .act = kAct,
    .basis = {.wcag = kWcag},
    .severity = Severity::minor,
    .needs = Needs::dom,
    .decides = Decides::questions,
    .title = {"同名的链接必须通向同样的内容", "Links with the same name must lead to the same"},
    .help =
        {"读屏用户常把页面上的链接列成一张表来挑选；表里几个“更多”分不出哪个是哪个。请在名称里写出"
         "区别，例如“更多通知公告”，或用 aria-label 补全。",
         "Screen reader users pick links from a list; there, several links \"More\" cannot be "
         "told apart. Write the difference into the name (\"More notices\"), or add it with "
         "aria-label."},
    .messages = kMessages,
    .applicable = add_answers<PageAnswers>,
    .expect = answer_of<PageAnswers>,
};

}  // namespace wza::web

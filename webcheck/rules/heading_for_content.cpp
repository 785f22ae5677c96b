// SPDX-License-Identifier: Apache-2.0
// What a page has of its own, behind what it repeats from other pages, has a heading. ACT 047fe0;
// technique H69 of WCAG 2.2 SC 2.4.1, which other ways can meet too (rule bypass-blocks). Other
// pages must be known.
#include "webcheck/rules/way_past.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { nothing_repeated, found, missing, doubtful };
constexpr std::array<Message, 4> kMessages{{
    {"nothing_repeated",
     {"正文之前没有与其他页重复的内容",
      "No content repeated from other pages stands before its own"}},
    {"found", {"正文里有标题", "The content has a heading"}},
    {"missing",
     {"正文里没有标题：与其他页不同的内容里，没有看得见、读得出的标题",
      "The content has no heading: nothing of what differs from other pages is a heading that is "
      "seen and read out"}},
    {"doubtful",
     {"不确定正文里有没有标题", "Whether the content has a heading is not sure"},
     {"这一页的正文里有没有看得见、读屏软件也能读出的标题？",
      "Does the content of this page have a heading that is seen, and read out by screen "
      "readers?"}},
}};

constexpr std::array<People, 1> kPeople{People::blind};

constexpr std::array<std::string_view, 1> kAct{"047fe0"};

Verdict expect(Page const &page, NodeId) {
  Bypass const &bypass = page.facts<Bypass>();
  return judge_way<Msg>(bypass, bypass.by_heading);
}

}  // namespace

extern Rule const heading_for_content;
constinit Rule const heading_for_content{
    .id = "heading-for-content",
    .act = kAct,
    .basis = {},
    .severity = Severity::minor,
    .needs = Needs::dom,
    .kind = Kind::best_practice,
    .people = kPeople,
    .title = {"每一页的正文应当有标题", "The content of each page should have a heading"},
    .help =
        {"读屏用户常按 H "
         "键在标题之间跳转。正文没有标题，他们就要从头听完页头和导航才知道这一页讲什么。请给正文"
         "加 <h1> 标题。",
         "Screen reader users jump from heading to heading. Without one in the content they must "
         "listen through the header and navigation to learn what the page is about. Begin the "
         "content with an <h1>."},
    .messages = kMessages,
    .applicable = add_compared_page,
    .expect = expect,
};

}  // namespace wza::web

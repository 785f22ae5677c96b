// SPDX-License-Identifier: Apache-2.0
// A landmark begins where the page's own content begins, behind what it repeats from other pages.
// ACT b40fd1; no requirement, but one way to meet WCAG 2.2 SC 2.4.1 (rule bypass-blocks). Other
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
    {"found", {"正文有地标", "The content has a landmark"}},
    {"missing",
     {"正文没有地标：没有一个地标以这一页自己的内容开头",
      "The content has no landmark: none begins with what is this page's own"}},
    {"doubtful",
     {"不确定正文有没有地标", "Whether the content has a landmark is not sure"},
     {"读屏软件能否按地标（如 <main>）跳到这一页的正文？",
      "Can screen readers jump to the content of this page by a landmark, such as <main>?"}},
}};

constexpr std::array<People, 1> kPeople{People::blind};

constexpr std::array<std::string_view, 1> kAct{"b40fd1"};

Verdict expect(Page const &page, NodeId) {
  Bypass const &bypass = page.facts<Bypass>();
  return judge_way<Msg>(bypass, bypass.by_landmark);
}

}  // namespace

extern Rule const landmark_for_content;
constinit Rule const landmark_for_content{
    .id = "landmark-for-content",
    .act = kAct,
    .basis = {},
    .severity = Severity::minor,
    .needs = Needs::dom,
    .kind = Kind::best_practice,
    .people = kPeople,
    .title = {"每一页的正文应当有地标", "The content of each page should have a landmark"},
    .help =
        {"读屏用户可以按一个键跳到地标。请用 <main> 包住正文，让他们不必听完页头和导航。",
         "Screen reader users jump to landmarks by a single key. Put the content into <main>, so "
         "that they need not listen through the header and navigation."},
    .messages = kMessages,
    .applicable = add_compared_page,
    .expect = expect,
};

}  // namespace wza::web

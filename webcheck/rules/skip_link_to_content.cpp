// SPDX-License-Identifier: Apache-2.0
// A link leads to the page's own content, past what it repeats from other pages. ACT ye5d6e;
// techniques G1, G123 and G124 of WCAG 2.2 SC 2.4.1, which other ways can meet too (rule
// bypass-blocks). Other pages must be known. Scripts are not run: what may lead there by script is
// asked about.
#include "webcheck/rules/way_past.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { nothing_repeated, found, missing, doubtful, by_script };
constexpr TextView kQuestion{"页首有没有一个按了就跳到正文的链接或按钮？",
                             "Does a link or button at the top of the page jump to the content?"};
constexpr std::array<Message, 5> kMessages{{
    {"nothing_repeated",
     {"正文之前没有与其他页重复的内容",
      "No content repeated from other pages stands before its own"}},
    {"found", {"有链接跳到正文", "A link leads to the content"}},
    {"missing",
     {"没有链接跳到正文，只用键盘的人每页都要经过页头和导航里的每个链接",
      "No link leads to the content: keyboard users pass every link of the header and navigation "
      "on "
      "each page"}},
    {"doubtful",
     {"不确定有没有链接跳到正文", "Whether a link leads to the content is not sure"},
     kQuestion},
    {"by_script",
     {"没有链接跳到正文，但可能有按钮由脚本跳过去",
      "No link leads to the content, but a button may do so by script"},
     kQuestion},
}};

constexpr std::array<People, 2> kPeople{People::motor, People::blind};

constexpr std::array<std::string_view, 1> kAct{"ye5d6e"};

Verdict expect(Page const &page, NodeId) {
  Bypass const &bypass = page.facts<Bypass>();
  Verdict verdict = judge_way<Msg>(bypass, bypass.by_link);
  bool const asks = verdict.outcome == Outcome::failed && bypass.by_script_perhaps;
  return asks ? cant_tell(Msg::by_script) : verdict;
}

}  // namespace

extern Rule const skip_link_to_content;
constinit Rule const skip_link_to_content{
    .id = "skip-link-to-content",
    .act = kAct,
    .basis = {},
    .severity = Severity::minor,
    .needs = Needs::dom,
    .kind = Kind::best_practice,
    .people = kPeople,
    .title = {"页首应当有“跳到正文”的链接", "A link at the top should lead to the content"},
    .help =
        {"只用键盘的人要按很多次 Tab 键才能走过页头和导航。请在页首加链接 <a "
         "href=\"#content\">跳到正文</a>，"
         "并给正文加上 id=\"content\"。",
         "Keyboard users press Tab many times before they are past the header and navigation. Put "
         "a link such as <a href=\"#content\">Skip to content</a> at the top, and "
         "id=\"content\" on the content."},
    .messages = kMessages,
    .applicable = add_compared_page,
    .expect = expect,
};

}  // namespace wza::web

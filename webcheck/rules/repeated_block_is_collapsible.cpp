// SPDX-License-Identifier: Apache-2.0
// Blocks that repeat from page to page and stand before the page's own content can be folded away.
// ACT 3e12e1, which tests the technique SCR28, one of several ways to meet SC 2.4.1, and no demand
// by itself. What repeats, other pages tell; what folds it, a trial: one question a page.
#include "webcheck/a11y/tree.h"
#include "webcheck/rules/answers.h"
#include "webcheck/rules/scripts.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { may_fold, cannot_fold };
constexpr std::array<Message, 2> kMessages{{
    {"may_fold",
     {"页面上可能有折叠重复内容的办法，请试一遍",
      "The page may have means to fold away what repeats on other pages; try it"},
     {"正文前面那些每页都有的内容（页头、导航、侧栏），每一块都能折叠起来，而且折叠后读屏软件也读不"
      "到吗？",
      "Can each block before the content that is the same on every page (header, navigation, side "
      "bars) be folded away, from sight and from screen readers?"}},
    {"cannot_fold",
     {"页面上没有任何东西能折叠内容", "Nothing on the page could fold any content away"},
     {"正文前面没有每页都一样的内容（页头、导航、侧栏），对吗？",
      "Is it true that no block before the content is the same on other pages (header, navigation, "
      "side bars)?"}},
}};

constexpr std::array<std::string_view, 1> kAct{"3e12e1"};
constexpr std::array<People, 3> kPeople{People::blind, People::motor, People::cognitive};

struct PageAnswers : Answers {
  explicit PageAnswers(Page const &page) {
    Document const &document = page.dom();
    NodeId const root = document.document_element();
    if (!root.valid() || !document.is(root, atom::html)) return;
    bool const folds = page.facts<Scripts>().any() || !document.by_tag(atom::details).empty();
    add(whole_page(document), cant_tell(folds ? Msg::may_fold : Msg::cannot_fold));
  }
};

}  // namespace

extern Rule const repeated_block_is_collapsible;
constinit Rule const repeated_block_is_collapsible{
    .id = "repeated-block-is-collapsible",
    .act = kAct,
    .basis = {},
    .severity = Severity::minor,
    .needs = Needs::dom,
    .kind = Kind::best_practice,
    .decides = Decides::questions,
    .people = kPeople,
    .title = {"正文之前的重复内容可以折叠",
              "What repeats before the content of a page can be folded away"},
    .help =
        {"折叠导航是让人快点到达正文的办法之一；有“跳到正文”链接、地标或标题时不必再做。要做的话，"
         "折叠按钮放在那一块前面，折叠时用 display: none 隐藏。",
         "Folding the navigation is one way to let people reach the content; with a skip link, "
         "landmarks or headings it is not needed. If you do it, put the button before the block "
         "and hide the block with display: none."},
    .messages = kMessages,
    .applicable = add_answers<PageAnswers>,
    .expect = answer_of<PageAnswers>,
};

}  // namespace wza::web

// SPDX-License-Identifier: Apache-2.0
// Instructions do not rest on place, shape, colour or size alone. ACT 9bd38c; WCAG 2.2 SC 1.3.3;
// GB/T 37668 3.2.4.1. Asked about are sentences with a visual reference word and a word by which
// instructions are given; a text with neither gives none. The words are Chinese and English: for
// pages in other scripts a person looks at all of the page.
#include "webcheck/rules/answers.h"
#include "webcheck/rules/link_context.h"
#include "webcheck/rules/visual_words.h"
#include "webcheck/text/phrases.h"

#include <array>
#include <set>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { none, judge, perhaps, other_language };
constexpr std::array<Message, 4> kMessages{{
    {"none",
     {"页面上没有靠位置、形状、颜色来指示的话",
      "No instruction on the page speaks of place, shape or colour"}},
    {"judge",
     {"这句话可能只靠位置、形状、颜色或大小来指示：“{}”",
      "This instruction may rest on place, shape, colour or size alone: \"{}\""},
     {"“{}"
      "”：看不见页面的人，凭这句话里别的词（名称、标题、文字）也能找到它说的东西吗？如果不是在指示"
      "读者做什么，请"
      "答“是”。",
      "\"{}\": can people who do not see the page find what is meant by other words of it (a name, "
      "a "
      "heading, a text)? Answer yes if it gives no instruction."}},
    {"perhaps",
     {"页面上有提到位置、形状、颜色的话，不像是在指示读者，请确认",
      "The page speaks of place, shape or colour, though hardly to instruct readers; make sure"},
     {"页面上提到位置、形状、颜色或大小的话，都不是在指示读者做什么，或者看不见页面的人也能照着做，"
      "对吗？",
      "Is it true that where the page speaks of place, shape, colour or size it instructs nobody, "
      "or "
      "that people who do not see can follow it?"}},
    {"other_language",
     {"页面有中英文以外的文字，请看有没有只靠位置、形状、颜色的指示",
      "The page has text in other scripts; look for instructions by place, shape or colour alone"},
     {"页面上说明怎么操作的话，看不见页面的人也都能照着做吗？",
      "Can people who do not see the page follow all instructions on it?"}},
}};

constexpr std::array<std::string_view, 1> kAct{"9bd38c"};
constexpr std::array<std::string_view, 1> kWcag{"1.3.3"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.2.4.1"};

struct PageAnswers : Answers {
  explicit PageAnswers(Page const &page) {
    Document const &document = page.dom();
    A11yTree const &tree = page.a11y();
    constexpr std::size_t kSome = 20;
    bool any = false;
    for (NodeId n{1}; n.value < document.size(); ++n.value) {
      if (document.kind(n) != NodeKind::text || !document.is_live(n)) continue;
      std::string_view const text = document.text(n);
      NodeId const parent = document.parent(n);
      if (trimmed(text).empty() || is_no_text(document, parent)) continue;
      if (tree.rendered(parent).is_false()) continue;
      any = true;
      m_foreign += static_cast<std::size_t>(std::ranges::count_if(
          text, [](char c) { return is_of_other_script(static_cast<unsigned char>(c)); }));
      if (has_visual_word(text)) read(page, n, text);
    }
    if (!any || m_asked) return;
    Verdict verdict = passed(Msg::none);
    if (m_perhaps) verdict = cant_tell(Msg::perhaps);
    if (m_foreign >= kSome) verdict = cant_tell(Msg::other_language);
    add(whole_page(document), std::move(verdict));
  }

 private:
  /// A text that is no sentence by itself ("green" in <b>) is read with the block around it.
  void read(Page const &page, NodeId n, std::string_view text) {
    constexpr std::size_t kPart = 60, kBlock = 240;
    NodeId const parent = page.dom().parent(n);
    std::string const whole = text.size() < kPart ? text_in(page, block_of(page, parent), kBlock)
                                                  : folded_text(text, text.size());
    each_sentence(whole, [&](std::string_view sentence) {
      VisualReference const reference = visual_reference(sentence);
      m_perhaps = m_perhaps || reference == VisualReference::perhaps;
      if (reference != VisualReference::likely) return;
      m_asked = true;
      std::string detail = shortened(trimmed(sentence), 180);
      if (m_known.insert(detail).second) {
        add(parent, cant_tell(Msg::judge, std::move(detail)), page.a11y().rendered(parent));
      }
    });
  }

  static NodeId block_of(Page const &page, NodeId n) {
    for (NodeId at = n; at.valid() && page.dom().is_element(at); at = page.dom().parent(at)) {
      if (!page.a11y().spend() || is_link_context(page.a11y(), at)) return at;
    }
    return n;
  }

  static bool is_no_text(Document const &document, NodeId parent) {
    Atom const tag = document.tag(parent);
    return tag == atom::script || tag == atom::style || tag == atom::title || tag == atom::textarea;
  }

  std::set<std::string> m_known;
  std::size_t m_foreign = 0;
  bool m_perhaps = false;
  bool m_asked = false;
};

}  // namespace

extern Rule const visual_reference_has_alternative;
constinit Rule const visual_reference_has_alternative{
    .id = "visual-reference-has-alternative",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668},
    .severity = Severity::moderate,
    .needs = Needs::dom,
    .decides = Decides::questions,
    .title = {"操作说明不得只靠位置、形状或颜色",
              "Instructions must not rest on place, shape or colour alone"},
    .help =
        {"看不见的人不知道哪里是“右侧”，分不清颜色的人找不到“绿色按钮”。请同时写出名称，例如“点击右"
         "侧"
         "的‘在线申请’按钮”。",
         "People who do not see do not know what is \"on the right\", and colour-blind people do "
         "not find \"the green button\". Give the name as well: \"the button Apply, on the "
         "right\"."},
    .messages = kMessages,
    .applicable = add_answers<PageAnswers>,
    .expect = answer_of<PageAnswers>,
};

}  // namespace wza::web

// SPDX-License-Identifier: Apache-2.0
// The title of a page tells what the page is about. ACT c4a8a4; WCAG 2.2 SC 2.4.2; GB/T 37668
// 3.4.3.1. Only a person can compare the two: one question a page.
#include "webcheck/rules/answers.h"
#include "webcheck/rules/terse_text.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { judge, left_over };
constexpr std::array<Message, 2> kMessages{{
    {"judge",
     {"页面标题是“{}”，请判断它是否说出了这一页的内容",
      "The title of the page is \"{}\"; judge whether it tells what this page is about"},
     {"这一页的标题是“{}”。它说出了这一页讲什么吗？",
      "The title of this page is \"{}\". Does it tell what this page is about?"}},
    {"left_over",
     {"页面标题“{}”像是制作工具留下的",
      "The title of the page, \"{}\", looks like one that an authoring tool left"},
     {"这一页的标题是“{}”，像是制作工具留下的。它说出了这一页讲什么吗？",
      "The title of this page is \"{}\", as authoring tools leave it. Does it tell what this page "
      "is about?"}},
}};

constexpr std::array<std::string_view, 1> kAct{"c4a8a4"};
constexpr std::array<std::string_view, 1> kWcag{"2.4.2"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.4.3.1"};

struct PageAnswers : Answers {
  explicit PageAnswers(Page const &page) {
    Document const &document = page.dom();
    NodeId const root = document.document_element();
    if (!root.valid() || !document.is(root, atom::html)) return;
    for (NodeId const title : document.by_tag(atom::title)) {
      if (document.ns(title) != Namespace::html) continue;
      NodeId const text = document.first_child(title);
      std::string const words =
          text.valid() ? folded_text(document.text(text), kMaxTerse) : std::string();
      if (!words.empty())
        add(title, cant_tell(is_left_over(words) ? Msg::left_over : Msg::judge, words));
      return;
    }
  }

  static bool is_left_over(std::string_view title) {
    return is_phrase(title, {"untitled", "untitled document", "new page", "document", "title",
                             "index", "无标题文档", "无标题", "未命名", "新建网页", "标题"});
  }
};

}  // namespace

extern Rule const title_is_descriptive;
constinit Rule const title_is_descriptive{
    .id = "title-is-descriptive",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668},
    .severity = Severity::moderate,
    .needs = Needs::dom,
    .decides = Decides::questions,
    .title = {"页面标题必须说明页面内容", "The title of a page must tell what the page is about"},
    .help =
        {"打开多个标签页时，读屏用户靠标题分辨是哪一页。请把这一页的内容写在前面，网站名放在后面，"
         "例如“残疾人两项补贴申请指南 - 某某县人民政府”。",
         "With several tabs open, screen reader users tell them apart by their titles. Begin "
         "with what this page is about and end with the name of the site."},
    .messages = kMessages,
    .applicable = add_answers<PageAnswers>,
    .expect = answer_of<PageAnswers>,
};

}  // namespace wza::web

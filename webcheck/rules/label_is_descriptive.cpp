// SPDX-License-Identifier: Apache-2.0
// A label tells what belongs into its form field. ACT cc0f0a; WCAG 2.2 SC 2.4.6; GB/T
// 37668 3.3.4.1. Only a person can tell: one question a page, and one for labels that several
// fields bear.
#include "webcheck/dom/tokens.h"
#include "webcheck/rules/answers.h"
#include "webcheck/rules/form_fields.h"
#include "webcheck/rules/link_context.h"
#include "webcheck/rules/targets.h"
#include "webcheck/text/sight.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { judge, repeated };
constexpr std::array<Message, 2> kMessages{{
    {"judge",
     {"请判断标签是否说明了要填什么、选什么（{}）",
      "Judge whether the labels tell what to enter or choose ({})"},
     {"表单里的标签（{}），每一个都说清了要填什么、选什么吗？",
      "Do the labels of the form fields ({}) each tell what to enter or choose?"}},
    {"repeated",
     {"几个表单控件用了相同的标签（{}），要看旁边的内容才能分清",
      "Several fields bear one label ({}); only what stands around tells them apart"},
     {"这些标签（{}"
      "）各用在不止一个控件上。看旁边看得见的标题或说明，能分清每一个要填什么、选什么吗？",
      "These labels ({}) stand at more than one field each. Do headings or notes that can be seen "
      "beside them tell what to enter or choose in each?"}},
}};

constexpr std::array<std::string_view, 1> kAct{"cc0f0a"};
constexpr std::array<std::string_view, 1> kWcag{"2.4.6"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.3.4.1"};

/// The fields that bear one label text.
struct Labelled {
  NodeId first_label = kNoNode;
  Trilean applies = false;
  std::size_t fields = 0;
};

/// The labels of the fields that are seen, by their texts.
class LabelReader {
 public:
  explicit LabelReader(Page const &page) : m_page(page) {
    each_of_roles(page, is_form_field, [this](NodeId n) { read(n); });
  }
  std::map<std::string, Labelled> const &by_text() const { return m_by_text; }

 private:
  void read(NodeId field) {
    A11yTree const &tree = m_page.a11y();
    Trilean const seen = box_in_sight(tree, field);
    if (seen.is_false()) return;
    std::set<NodeId> labels;
    for (NodeId const label : tree.labels(field))
      labels.insert(label);
    each_token(m_page.dom().attr_or_empty(field, atom::aria_labelledby), [&](std::string_view id) {
      NodeId const label = m_page.dom().by_id(id);
      if (label.valid()) labels.insert(label);
    });
    for (NodeId const label : labels) {
      Trilean const both = seen && box_in_sight(tree, label);
      std::string text = both.is_false() ? std::string() : text_in(m_page, label, 45);
      if (text.empty()) continue;
      Labelled &labelled = m_by_text[std::move(text)];
      labelled.first_label = std::min(labelled.first_label, label);
      ++labelled.fields;
      labelled.applies = labelled.applies || both;
    }
  }

  Page const &m_page;
  std::map<std::string, Labelled> m_by_text;
};

struct PageAnswers : Answers {
  explicit PageAnswers(Page const &page) {
    LabelReader const labels(page);
    ask(Msg::judge, labels, false);
    ask(Msg::repeated, labels, true);
  }

 private:
  void ask(Msg message, LabelReader const &labels, bool repeated) {
    NodeId first = kNoNode;
    Trilean applies = false;
    Listing texts;
    for (auto const &[text, one] : labels.by_text()) {
      if ((one.fields > 1) != repeated) continue;
      for (std::size_t i = 0; i < one.fields; ++i)
        texts.add(text);
      applies = applies || one.applies;
      first = std::min(first, one.first_label);
    }
    if (first.valid()) add(first, cant_tell(message, texts.text()), applies);
  }
};

}  // namespace

extern Rule const label_is_descriptive;
constinit Rule const label_is_descriptive{
    .id = "label-is-descriptive",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668},
    .severity = Severity::moderate,
    .needs = Needs::dom,
    .decides = Decides::questions,
    .title = {"标签必须说明要填什么", "A label must tell what to enter"},
    .help = {"标签不清楚，人人都会填错，认知障碍者和读屏用户尤其如此。请写“申请人身份证号码”，不写“"
             "号码”；"
             "几组相同的标签要有看得见的小标题。",
             "With unclear labels everybody makes mistakes, people with cognitive disabilities and "
             "screen reader users most of all. Write \"Identity number of the applicant\", not "
             "\"Number\"; give groups with equal labels headings that can be seen."},
    .messages = kMessages,
    .applicable = add_answers<PageAnswers>,
    .expect = answer_of<PageAnswers>,
};

}  // namespace wza::web

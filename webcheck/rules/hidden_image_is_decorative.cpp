// SPDX-License-Identifier: Apache-2.0
// Pictures that people see and that assistive technology leaves out are mere decoration. ACT
// e88epe; WCAG 2.2 SC 1.1.1; GB/T 37668 3.2.1.4. Boxes too small to show anything pass; of the
// others only who sees them can tell: one question a page.
#include "webcheck/rules/answers.h"
#include "webcheck/rules/images.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { speck, judge };
constexpr std::array<Message, 2> kMessages{{
    {"speck", {"图片太小，不可能表达内容", "The picture is too small to show anything"}},
    {"judge",
     {"这些图片读屏软件读不到，请判断是否只是装饰（{}）",
      "Screen readers leave these pictures out; judge whether they are mere decoration ({})"},
     {"这些图片读屏软件读不到（{}）。去掉它们，页面的信息和功能是否一点也不少？",
      "Screen readers leave these pictures out ({}). Would the page without them still hold all "
      "its "
      "information and functions?"}},
}};

constexpr std::array<std::string_view, 1> kAct{"e88epe"};
constexpr std::array<std::string_view, 1> kWcag{"1.1.1"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.2.1.4"};

struct PageAnswers : Answers {
  explicit PageAnswers(Page const &page) {
    NodeId first = kNoNode;
    Trilean applies = false;
    Listing files;
    for (Picture const &picture : page.facts<Pictures>().all) {
      Trilean const left_out = picture.seen && is_left_out(page, picture);
      if (left_out.is_false()) continue;
      if (is_speck(page.styles()[picture.node])) {
        add(picture.node, passed(Msg::speck), left_out);
        continue;
      }
      first = std::min(first, picture.node);
      applies = applies || left_out;
      files.add(picture.file);
    }
    if (first.valid()) add(first, cant_tell(Msg::judge, files.text()), applies);
  }

 private:
  static Trilean is_left_out(Page const &page, Picture const &picture) {
    A11yTree const &tree = page.a11y();
    NodeId const n = picture.node;
    Document const &document = page.dom();
    bool const ignored_svg = document.tag(n) == atom::svg &&
                             tree.role(n) == Role::graphics_document && picture.name.empty();
    bool const ignored_canvas = document.tag(n) == atom::canvas &&
                                tree.explicit_role(n) == Role::no_role && picture.name.empty();
    return Trilean(ignored_svg || ignored_canvas) || !tree.included(n);
  }
};

}  // namespace

extern Rule const hidden_image_is_decorative;
constinit Rule const hidden_image_is_decorative{
    .id = "hidden-image-is-decorative",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668},
    .severity = Severity::serious,
    .needs = Needs::styles,
    .decides = Decides::questions,
    .title = {"读屏软件读不到的图片必须只是装饰",
              "Pictures that screen readers leave out must be mere decoration"},
    .help =
        {"alt=\"\" 和 aria-hidden "
         "会让读屏软件跳过图片。图片里有文字、二维码、图表，或者表示状态时，"
         "请写上替代文本。",
         "With alt=\"\" or aria-hidden a screen reader passes over a picture. If it holds text, "
         "a QR code or a chart, or shows a state, give it a text alternative."},
    .messages = kMessages,
    .applicable = add_answers<PageAnswers>,
    .expect = answer_of<PageAnswers>,
};

}  // namespace wza::web

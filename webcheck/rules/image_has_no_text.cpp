// SPDX-License-Identifier: Apache-2.0
// Text is written as text, not drawn in pictures. ACT 0va7u6; WCAG 2.2 SC 1.4.5 and 1.4.9; GB/T
// 37668 has no clause for it. What a picture shows is not looked at: one question a page with
// pictures, and one for SVG data that hold text elements (no certain failure: it may be a
// logotype).
#include "webcheck/a11y/role.h"
#include "webcheck/rules/answers.h"
#include "webcheck/rules/images.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { judge, svg_text, background };
constexpr std::array<Message, 3> kMessages{{
    {"judge",
     {"请看图片里有没有画出来的文字（{}）", "Look whether the pictures hold drawn text ({})"},
     {"页面上的图片和背景图（{}）里都没有画出来的文字吗？标志（logo）、照片里偶然拍到的字不算。",
      "Are the pictures and backgrounds of the page ({}) free of drawn text? Logotypes do not "
      "count, nor words that happen to be in a photo."}},
    {"svg_text",
     {"这张 SVG 图片里有文字", "This SVG picture holds text"},
     {"这张 SVG 图片里的文字是标志（logo）或纯装饰吗？",
      "Is the text in this SVG picture a logotype or mere decoration?"}},
    {"background",
     {"页面有背景图，请看里面有没有画出来的文字",
      "The page has background pictures; look whether they hold drawn text"},
     {"页面的背景图里都没有画出来的文字吗？标志（logo）不算。",
      "Are the background pictures of the page free of drawn text? Logotypes do not count."}},
}};

constexpr std::array<std::string_view, 1> kAct{"0va7u6"};
constexpr std::array<std::string_view, 2> kWcag{"1.4.5", "1.4.9"};

/// Elements that show a picture of their own, with the attribute that names it.
struct Source {
  Atom tag;
  Atom attribute;
};
constexpr std::array<Source, 7> kSources{{{atom::img, atom::src},
                                          {atom::input, atom::src},
                                          {atom::object, atom::data},
                                          {atom::embed, atom::src},
                                          {atom::image, atom::href},
                                          {atom::image, atom::xlink_href},
                                          {atom::video, atom::poster}}};

struct PageAnswers : Answers {
  explicit PageAnswers(Page const &page) {
    NodeId first = kNoNode;
    Trilean applies = false;
    Listing files;
    for (auto const &[tag, attribute] : kSources) {
      for (NodeId const n : page.dom().by_tag(tag)) {
        std::string_view const source = tag == atom::img
                                            ? source_of_img(page.dom(), n)
                                            : trimmed(page.dom().attr_or_empty(n, attribute));
        if (source.empty() || (tag == atom::input && !is_image_button(page.dom(), n))) continue;
        Trilean const seen = box_in_sight(page.a11y(), n);
        if (seen.is_false() || is_speck(page.styles()[n])) continue;
        if (is_svg_with_text(source)) {
          add(n, cant_tell(Msg::svg_text), seen);
          continue;
        }
        first = std::min(first, n);
        applies = applies || seen;
        files.add(file_of(source));
      }
    }
    if (first.valid()) {
      add(first, cant_tell(Msg::judge, files.text()), applies);
    } else {
      ask_about_backgrounds(page);
    }
  }

 private:
  void ask_about_backgrounds(Page const &page) {
    Document const &document = page.dom();
    ComputedStyles const &styles = page.styles();
    Trilean any = false;
    for (NodeId n{1}; n.value < document.size() && !any.is_true(); ++n.value) {
      if (!document.is_element(n)) continue;
      for (GeneratedContent const *content : {styles.before(n), styles.after(n)}) {
        if (content != nullptr) any = any || has_background(content->style);
      }
      Trilean const here = has_background(styles[n]);
      if (!here.is_false()) any = any || (here && page.a11y().rendered(n));
    }
    add_unless_false(whole_page(document), any);
  }
  void add_unless_false(NodeId n, Trilean any) {
    if (!any.is_false()) add(n, cant_tell(Msg::background), any);
  }
  static Trilean has_background(ComputedStyle const &style) {
    return style.background_image.is(BackgroundImage::present);
  }

  static bool is_svg_with_text(std::string_view source) {
    if (!ascii_iequals(source.substr(0, 18), "data:image/svg+xml")) return false;
    return source.find("<text") != std::string_view::npos ||
           source.find("%3Ctext") != std::string_view::npos ||
           source.find("%3ctext") != std::string_view::npos;
  }
};

}  // namespace

extern Rule const image_has_no_text;
constinit Rule const image_has_no_text{
    .id = "image-has-no-text",
    .act = kAct,
    .basis = {.wcag = kWcag},
    .severity = Severity::moderate,
    .needs = Needs::styles,
    .decides = Decides::questions,
    .title = {"文字不得画在图片里", "Text must not be drawn in pictures"},
    .help = {"画在图片里的字放大会模糊，不能换颜色、换字体，也不能复制、翻译。请用真正的文字加样式"
             "来做标题、"
             "按钮和横幅。",
             "Drawn text blurs when it is enlarged and can be neither recoloured nor copied nor "
             "translated. Make headlines, buttons and banners of real text with style."},
    .messages = kMessages,
    .applicable = add_answers<PageAnswers>,
    .expect = answer_of<PageAnswers>,
};

}  // namespace wza::web

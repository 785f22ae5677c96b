// SPDX-License-Identifier: Apache-2.0
// The text alternative of a picture serves the purpose of the picture. ACT qt1vmo; WCAG 2.2
// SC 1.1.1; GB/T 37668 3.2.1.4. Only who sees the picture can tell: one question a page, and one
// for alternatives that look like file names or words of habit ("图片"). These are no certain
// failures: below a picture in a file list its file name is right.
#include "webcheck/rules/answers.h"
#include "webcheck/rules/images.h"
#include "webcheck/rules/terse_text.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { judge, little };
constexpr std::array<Message, 2> kMessages{{
    {"judge",
     {"请对着图片判断替代文本是否表达了图片的意思（{}）",
      "Look at the pictures and judge whether their text alternatives serve the same purpose ({})"},
     {"对着图片看它们的替代文本（{}）：每一个都说出了图片要告诉人的内容吗？",
      "Looking at the pictures and their text alternatives ({}): does each one say what the "
      "picture "
      "tells?"}},
    {"little",
     {"替代文本像文件名，或什么也没说（{}）",
      "The text alternatives look like file names, or say nothing ({})"},
     {"这些图片的替代文本像文件名或套话（{}）。看不见图片的人能从中知道图片的内容吗？",
      "The text alternatives of these pictures look like file names or words of habit ({}). Do "
      "they "
      "tell people who do not see the pictures what they show?"}},
}};

constexpr std::array<std::string_view, 1> kAct{"qt1vmo"};
constexpr std::array<std::string_view, 1> kWcag{"1.1.1"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.2.1.4"};

/// The questions of a page about some of its pictures.
struct Asked {
  NodeId first = kNoNode;
  Trilean applies = false;
  Listing names{};
};

struct PageAnswers : Answers {
  explicit PageAnswers(Page const &page) {
    std::array<Asked, 2> asked;
    for (Picture const &picture : page.facts<Pictures>().all) {
      Trilean const applies = picture.seen && page.a11y().included(picture.node);
      if (picture.name.empty() || applies.is_false()) continue;
      bool const little = says_little(picture.name) || is_habit(picture.name) ||
                          is_file_name(picture.name, picture.file);
      Asked &about = asked[little ? 1 : 0];
      about.first = std::min(about.first, picture.node);
      about.applies = about.applies || applies;
      about.names.add(picture.name);
    }
    for (std::size_t const little : {0, 1}) {
      Asked const &about = asked[little];
      if (!about.first.valid()) continue;
      Msg const message = little == 0 ? Msg::judge : Msg::little;
      add(about.first, cant_tell(message, about.names.text()), about.applies);
    }
  }

 private:
  static bool is_habit(std::string_view name) {
    return is_phrase(
        name, {"图片", "图像", "图标", "照片", "插图", "配图", "image", "img", "picture", "photo",
               "pic", "icon", "graphic", "banner", "logo", "alt", "untitled"});
  }

  /// A name that ends as files do, the ASCII name of the picture's own file, or what cameras and
  /// databases make up: no blank, and many digits.
  static bool is_file_name(std::string_view name, std::string_view file) {
    std::string const lower = ascii_lower(trimmed(name));
    for (std::string_view const ending :
         {".jpg", ".jpeg", ".png", ".gif", ".bmp", ".webp", ".svg"}) {
      if (lower.ends_with(ending)) return true;
    }
    std::string_view const stem = file.substr(0, file.find_last_of('.'));
    bool const ascii = std::ranges::all_of(
        lower, [](char c) { return static_cast<unsigned char>(c) < 0x80 && c != ' '; });
    constexpr std::ptrdiff_t kManyDigits = 4;
    auto const digits = std::ranges::count_if(lower, [](char c) { return c >= '0' && c <= '9'; });
    return ascii && !lower.empty() && (ascii_lower(stem) == lower || digits >= kManyDigits);
  }
};

}  // namespace

extern Rule const image_name_is_descriptive;
constinit Rule const image_name_is_descriptive{
    .id = "image-name-is-descriptive",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668},
    .severity = Severity::serious,
    .needs = Needs::dom,
    .decides = Decides::questions,
    .title = {"替代文本必须表达图片的意思",
              "A text alternative must serve the purpose of the picture"},
    .help =
        {"“图片”“IMG_2031."
         "jpg”这样的替代文本等于没有。请写图片要告诉人的内容：照片写谁在做什么，图表"
         "写结论，链接里的图片写去向。",
         "\"Image\" or \"IMG_2031.jpg\" is as good as nothing. Write what the picture tells: of "
         "a photo who does what, of a chart its result, of a picture in a link where it leads."},
    .messages = kMessages,
    .applicable = add_answers<PageAnswers>,
    .expect = answer_of<PageAnswers>,
};

}  // namespace wza::web

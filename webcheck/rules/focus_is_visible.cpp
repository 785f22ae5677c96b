// SPDX-License-Identifier: Apache-2.0
// Whoever works by keyboard can see where the focus is. ACT oj04fd; WCAG 2.2 SC 2.4.7; GB/T 37668
// has no clause for the web. Browsers draw a ring around what has the focus; so a page whose code
// and style cannot take it away passes. Else one question a page.
#include "webcheck/a11y/tree.h"
#include "webcheck/rules/answers.h"
#include "webcheck/rules/scripts.h"

#include <algorithm>
#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { drawn, removed, unseen };
constexpr std::array<Message, 3> kMessages{{
    {"drawn",
     {"浏览器会画出焦点框，页面没有改动它",
      "Browsers draw the focus ring, and the page leaves it"}},
    {"removed",
     {"页面的样式去掉了焦点框（outline），不知道是否换成了别的标记",
      "The style of the page takes the focus ring away (outline); whether something else shows the "
      "focus is not known"},
     {"页面的样式去掉了浏览器的焦点框。按 Tab 走一遍：是否每一步都看得出焦点在哪里？",
      "The style takes away the focus ring of the browser. Pressing Tab through the page, can one "
      "see at every step where the focus is?"}},
    {"unseen",
     {"样式或脚本可能改动焦点框，请按 Tab 走一遍",
      "Style or code may change the focus ring; press Tab through the page"},
     {"按 Tab 走一遍页面：是否每一步都看得出焦点在哪里？",
      "Pressing Tab through the page, can one see at every step where the focus is?"}},
}};

constexpr std::array<std::string_view, 1> kAct{"oj04fd"};
constexpr std::array<std::string_view, 1> kWcag{"2.4.7"};

/// What the page's own style does to the ring, as far as it stands in the page.
class Ring {
 public:
  explicit Ring(Document const &document) {
    m_unseen = !document.by_tag(atom::link).empty();
    for (NodeId const style : document.by_tag(atom::style)) {
      NodeId const text = document.first_child(style);
      if (text.valid()) read(document.text(text));
    }
    for (NodeId const n : document.with_attr(atom::style))
      read(document.attr_or_empty(n, atom::style));
  }
  bool removed() const { return m_removed; }
  bool left_alone() const { return !m_unseen; }

 private:
  /// Properties that may take the ring away, hide it or cut it off, and rules that load more style.
  void read(std::string_view css) {
    constexpr auto kWords = std::to_array<std::string_view>(
        {"outline", "all", "overflow", "opacity", "clip", "position", "filter", "visibility",
         "transform", "mask", "contain", "import", "content"});
    std::string const lower = ascii_lower(css);
    auto const stands = [&](std::string_view word) {
      return lower.find(word) != std::string::npos;
    };
    m_unseen = m_unseen || std::ranges::any_of(kWords, stands);
    for (std::size_t at = 0; (at = lower.find("outline", at)) != std::string::npos; ++at)
      m_removed = m_removed || takes_away(std::string_view(lower).substr(at));
  }

  /// `declaration` begins at "outline".
  static bool takes_away(std::string_view declaration) {
    std::size_t const colon = declaration.find(':');
    if (colon == std::string_view::npos) return false;
    std::string_view const property = trimmed(declaration.substr(0, colon));
    if (property != "outline" && property != "outline-style" && property != "outline-width") {
      return false;
    }
    std::string_view const value = trimmed(declaration.substr(colon + 1, 16));
    return value.starts_with("none") ||
           (value.starts_with("0") && (value.size() == 1 || value[1] != '.'));
  }

  bool m_unseen = false;
  bool m_removed = false;
};

struct PageAnswers : Answers {
  explicit PageAnswers(Page const &page) {
    A11yTree const &tree = page.a11y();
    Document const &document = page.dom();
    if (!tree.first_possible_tab_stop(kRoot).valid()) return;
    Ring const ring(document);
    auto const &scripts = page.facts<Scripts>();
    bool const drawn = ring.left_alone() && !scripts.any() && !scripts.embeds() &&
                       tree.first_tab_stop(kRoot).valid();
    Msg const doubt = ring.removed() ? Msg::removed : Msg::unseen;
    add(whole_page(document), drawn ? passed(Msg::drawn) : cant_tell(doubt));
  }
};

}  // namespace

extern Rule const focus_is_visible;
constinit Rule const focus_is_visible{
    .id = "focus-is-visible",
    .act = kAct,
    .basis = {.wcag = kWcag},
    .severity = Severity::serious,
    .needs = Needs::styles,
    .decides = Decides::questions,
    .title = {"键盘焦点必须看得见", "The keyboard focus must be visible"},
    .help = {"看不到焦点框，用键盘的人就不知道按回车会打开什么。请删除 outline: none；要换样式就在 "
             ":focus-visible 里写明显的边框或底色。",
             "Without a visible focus, people who use the keyboard do not know what Enter would "
             "open. Remove outline: none; to change the look, give :focus-visible a clear border "
             "or background."},
    .messages = kMessages,
    .applicable = add_answers<PageAnswers>,
    .expect = answer_of<PageAnswers>,
};

}  // namespace wza::web

// SPDX-License-Identifier: Apache-2.0
// What people see written on a link or button is part of its accessible name, so that they can say
// it to a speech program. ACT 2ee8b8; WCAG 2.2 SC 2.5.3; GB/T 37668 has no clause for it. Not
// decided: words that may be a picture of an icon font, abbreviations, hyphens, and text that style
// may hide or add.
#include "webcheck/a11y/name.h"
#include "webcheck/a11y/visible_text.h"
#include "webcheck/rule.h"
#include "webcheck/rules/mend.h"
#include "webcheck/text/label.h"

#include <algorithm>
#include <array>
#include <string>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { part_of_name, not_in_name, perhaps };
constexpr std::array<Message, 3> kMessages{{
    {"part_of_name", {"看得见的文字是名称的一部分", "The visible text is part of the name"}},
    {"not_in_name",
     {"看得见的文字不在名称里（看得见的文字 / 名称）：{}",
      "The visible text is not part of the name (visible text / name): {}"}},
    {"perhaps",
     {"看得见的文字可能不在名称里，请核对：{}",
      "The visible text may not be part of the name; check it: {}"}},
}};

constexpr std::array<std::string_view, 1> kAct{"2ee8b8"};
constexpr std::array<std::string_view, 1> kWcag{"2.5.3"};
constexpr std::size_t kMaxShown = 60;

/// Widgets whose name may come from their content. The content of a gridcell is data, that of a
/// treeitem the whole branch.
bool is_named_widget(Role role) {
  constexpr std::array<Role, 10> kRoles{
      Role::button,        Role::checkbox, Role::link,  Role::menuitem, Role::menuitemcheckbox,
      Role::menuitemradio, Role::option,   Role::radio, Role::switch_,  Role::tab};
  return std::ranges::find(kRoles, role) != kRoles.end();
}

bool has_value(Document const &document, NodeId n, Atom attribute) {
  return !trimmed(document.attr_or_empty(n, attribute)).empty();
}

void applicable(Page const &page, Targets &targets) {
  Document const &document = page.dom();
  A11yTree const &tree = page.a11y();
  for (NodeId const n : document.with_aria()) {
    if (!is_named_widget(tree.role(n))) continue;
    bool const named =
        has_value(document, n, atom::aria_label) || has_value(document, n, atom::aria_labelledby);
    if (!named || tree.included(n).is_false()) continue;
    auto const words = label_words(visible_text(tree, n).text);
    if (!words.empty()) targets.add(n, tree.included(n));
  }
}

bool speaks_of_icons(std::string_view value) {
  std::string const lower = ascii_lower(value);
  return std::ranges::any_of(
      std::array<std::string_view, 4>{"icon", "material", "symbol", "glyph"},
      [&](std::string_view word) { return lower.find(word) != std::string::npos; });
}

/// True for a single lower-case word where the page seems to have an icon font, in which such words
/// are drawn as pictures.
bool may_be_icon(A11yTree const &tree, NodeId n, std::string_view text) {
  bool const word = std::ranges::all_of(trimmed(text), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
  if (!word) return false;
  Document const &document = tree.document();
  for (NodeId at = n; at < document.subtree_end(n); ++at.value) {
    if (!tree.spend() || speaks_of_icons(document.attr_or_empty(at, atom::class_))) return true;
  }
  return std::ranges::any_of(document.by_tag(atom::link), [&](NodeId link) {
    return !tree.spend() || speaks_of_icons(document.attr_or_empty(link, atom::href));
  });
}

/// A letter that stands for a picture: the X of a button that closes something.
bool is_sign(std::vector<std::u32string> const &words) {
  return words.size() == 1 && (words[0] == U"x" || words[0] == U"i");
}

/// True for "Ave.", "U.S.", "e-mail", "don't", where spelling is no certain guide.
bool has_shortened_word(std::string_view text) {
  auto const is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) > 127;
  };
  for (std::size_t i = 1; i < text.size(); ++i) {
    bool const ends = i + 1 == text.size() || !is_letter(text[i + 1]);
    if (text[i] == '.' && is_letter(text[i - 1]) && (ends || is_letter(text[i + 1]))) return true;
  }
  return false;
}

bool has_joint(std::string_view text) {
  return text.find_first_of("-'/_&") != std::string_view::npos ||
         text.find("\u2010") != std::string_view::npos ||
         text.find("\u2011") != std::string_view::npos ||
         text.find("\u2019") != std::string_view::npos ||
         text.find("\u00AD") != std::string_view::npos;
}

Verdict expect(Page const &page, NodeId n) {
  A11yTree const &tree = page.a11y();
  VisibleText const seen = visible_text(tree, n);
  Name const name = accessible_name(tree, n);
  auto const words = label_words(seen.text);
  auto const spoken = label_words(name.text);
  if (stands_in(words, spoken)) return passed(Msg::part_of_name);
  if (stands_in(label_words(without_brackets(seen.text)), spoken)) return passed(Msg::part_of_name);
  if (is_sign(words)) return passed(Msg::part_of_name);

  std::string detail = std::string(utf8_prefix(trimmed(seen.text), kMaxShown)) + " / " +
                       std::string(utf8_prefix(name.text, kMaxShown));
  bool const joined = has_joint(seen.text) || has_joint(name.text) || seen.in_parts;
  bool const doubt = !seen.sure || !name.present.is_true() || may_be_icon(tree, n, seen.text) ||
                     has_shortened_word(trimmed(seen.text)) || words.size() > 60 ||
                     (joined && stands_in_unspaced(words, spoken));
  return doubt ? cant_tell(Msg::perhaps, std::move(detail))
               : failed(Msg::not_in_name, std::move(detail));
}

/// What is seen, then what was only spoken: nothing of the name is lost.
std::string mend(Page const &page, NodeId n) {
  Document const &document = page.dom();
  if (has_value(document, n, atom::aria_labelledby)) return {};
  std::string name(trimmed(visible_text(page.a11y(), n).text));
  name.append(" ").append(trimmed(document.attr_or_empty(n, atom::aria_label)));
  return with_attr(page, n, "aria-label", name);
}

}  // namespace

extern Rule const label_in_name;
constinit Rule const label_in_name{
    .id = "label-in-name",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = {}},
    .severity = Severity::serious,
    .needs = Needs::dom,
    .title = {"链接和按钮上看得见的文字必须包含在它的名称里",
              "The visible text of a link or button must be part of its name"},
    .help = {"用语音控制的人会说出看到的文字；aria-label 里没有这些文字，电脑就找不到这个按钮。请去"
             "掉 aria-label，让名称就是看得见的文字；需要补充说明时，先写看得见的文字，再写补充，例"
             "如文字是“更多”，就写 aria-label=\"更多通知公告\"。GB/T 37668 对此没有条款。",
             "People who control the computer by voice say what they see; if the aria-label does "
             "not contain it, the control is not found. Remove the aria-label so that the visible "
             "text is the name, or begin with the visible text and add to it: for \"More\" write "
             "aria-label=\"More notices\". GB/T 37668 has no clause for this."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
    .mend = mend,
};

}  // namespace wza::web

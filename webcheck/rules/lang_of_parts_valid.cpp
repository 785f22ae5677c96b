// SPDX-License-Identifier: Apache-2.0
// The language that a part of the page gives is one that exists. ACT de46e4; WCAG 2.2 SC 3.1.2;
// GB/T 37668 has no clause for it. A part without text of its own is left alone.
#include "webcheck/a11y/tree.h"
#include "webcheck/rule.h"
#include "webcheck/rules/mend.h"
#include "webcheck/rules/mend_lang.h"
#include "webcheck/spec/languages.h"

#include <array>
#include <string>
#include <vector>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { valid, unknown, private_use };
constexpr std::array<Message, 3> kMessages{{
    {"valid", {"语言代码“{}”有效", "The language code \"{}\" is valid"}},
    {"unknown", {"lang=\"{}\" 不是有效的语言代码", "lang=\"{}\" is no valid language code"}},
    {"private_use",
     {"语言代码“{}”是私用代码，请核对读屏软件能否识别",
      "\"{}\" is a private code; check that screen readers know it"}},
}};

constexpr std::array<std::string_view, 1> kAct{"de46e4"};
constexpr std::array<std::string_view, 1> kWcag{"3.1.2"};

/// Whether users get words from the node itself: a text that is seen or read out, or an attribute
/// that is.
Trilean has_text(Page const &page, NodeId n) {
  Document const &document = page.dom();
  A11yTree const &tree = page.a11y();
  if (document.kind(n) == NodeKind::text) {
    if (trimmed(document.text(n)).empty()) return false;
    return tree.visible(n);
  }
  if (!document.is_element(n)) return false;
  for (Atom const attribute : {atom::alt, atom::aria_label, atom::title, atom::placeholder}) {
    if (!trimmed(document.attr_or_empty(n, attribute)).empty()) return !tree.hidden(n);
  }
  bool const is_button = document.is(n, atom::input) && document.has_attr(n, atom::value);
  return is_button ? !tree.hidden(n) : Trilean(false);
}

void applicable(Page const &page, Targets &targets) {
  Document const &document = page.dom();
  // The nearest element around each node that has a lang attribute, and whether any text inherits
  // it.
  std::vector<NodeId> owner(document.size(), kNoNode);
  std::vector<Trilean> speaks(document.size(), false);
  for (NodeId n{1}; n.value < document.size(); ++n.value) {
    NodeId const up = document.parent(n);
    owner[n.value] = up.valid() ? owner[up.value] : kNoNode;
    if (document.is_element(n) && document.has_attr(n, atom::lang)) {
      owner[n.value] = n;
    }
    NodeId const speaker = owner[n.value];
    if (speaker.valid()) speaks[speaker.value] = speaks[speaker.value] || has_text(page, n);
  }
  for (NodeId n{1}; n.value < document.size(); ++n.value) {
    if (owner[n.value] != n || document.ns(n) != Namespace::html) continue;
    if (document.is(n, atom::html) || document.is(n, atom::head)) continue;
    if (!document.attr_or_empty(n, atom::lang).empty()) targets.add(n, speaks[n.value]);
  }
}

Verdict expect(Page const &page, NodeId n) {
  std::string const lang(page.dom().attr_or_empty(n, atom::lang));
  std::string_view const primary = primary_subtag(lang);
  if (is_language_subtag(primary)) return passed(Msg::valid, lang);
  if (ascii_iequals(primary, "x")) return cant_tell(Msg::private_use, lang);
  return failed(Msg::unknown, lang);
}

std::string mend(Page const &page, NodeId n) {
  return with_attr(page, n, "lang", corrected_lang(page.dom().attr_or_empty(n, atom::lang)));
}

}  // namespace

extern Rule const lang_of_parts_valid;
constinit Rule const lang_of_parts_valid{
    .id = "lang-of-parts-valid",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = {}},
    .severity = Severity::moderate,
    .needs = Needs::dom,
    .title = {"局部内容标明的语言必须是有效的语言代码",
              "The language of a part must be a valid language code"},
    .help = {"写错的语言代码会让读屏软件用错发音。请改成有效代码，例如英文用 en，日文用 ja（不是 "
             "jp），韩文用 ko（不是 kr），或者删去 lang。GB/T 37668 对此没有条款。",
             "A wrong code makes a screen reader use the wrong pronunciation. Use a valid one "
             "(en for English, ja, not jp, for Japanese, ko, not kr, for Korean) or remove the "
             "lang. GB/T 37668 has no clause for this."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
    .mend = mend,
};

}  // namespace wza::web

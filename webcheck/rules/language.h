// SPDX-License-Identifier: Apache-2.0
// What the rules share that hold a lang attribute against the language of the text it is for.
#pragma once

#include "webcheck/dom/start_tag.h"
#include "webcheck/rule.h"
#include "webcheck/spec/languages.h"
#include "webcheck/text/language.h"
#include "webcheck/text/spoken.h"

#include <string>

namespace wza::web {

/// True where the element gives a known language, and text for it.
inline bool speaks_known_language(Page const &page, NodeId n) {
  std::string_view const lang = page.dom().attr_or_empty(n, atom::lang);
  return is_language_subtag(primary_subtag(lang)) && !page.facts<SpokenTexts>().of(n).empty();
}

/// `Msg` has the messages matches, differs and doubtful.
template <class Msg>
Verdict judge_language(Page const &page, NodeId n) {
  std::string const lang(primary_subtag(page.dom().attr_or_empty(n, atom::lang)));
  std::string const &text = page.facts<SpokenTexts>().of(n);
  Known<std::string> const found = recognised_language(text);
  if (found.is_known()) {
    bool const same = same_language(found.value(), lang);
    return same ? passed(Msg::matches, lang) : failed(Msg::differs, found.value());
  }
  if (same_language(likeliest_language(text), lang)) return passed(Msg::matches, lang);
  return cant_tell(Msg::doubtful, lang);
}

/// The start tag with the language that the text is in.
inline std::string mend_language(Page const &page, NodeId n) {
  std::string const &text = page.facts<SpokenTexts>().of(n);
  Known<std::string> const found = recognised_language(text);
  if (!found.is_known()) return {};
  return StartTag(page.dom(), n).set("lang", tag_for(found.value(), text)).str();
}

}  // namespace wza::web

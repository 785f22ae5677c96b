// SPDX-License-Identifier: Apache-2.0
// Any bytes are a style sheet, and a cascade follows from it; the rules found by index and ancestor
// filter are those found by trying every selector on every element. Input: style sheet, NUL, HTML.
#include "tests/fuzz/fuzz.h"
#include "webcheck/css/author_sheets.h"
#include "webcheck/css/rule_matches.h"
#include "webcheck/dom/from_gumbo.h"

#include <set>
#include <tuple>

using namespace wza;
using namespace wza::web;
using fuzz::demand;

namespace {

constexpr char const *kPage =
    "<!doctype html><html lang=zh-CN><body class='a b'><div id=x class=a><p class='b c'>t<a href=#>"
    "l</a><b></b></p><p title=x lang=en>u</p></div><ul><li class=a>1<li>2<li id=y>3</ul><form>"
    "<input type=checkbox checked required><input disabled><select><option>1<option selected>2"
    "</select></form><svg><a class=c xlink:href=#><title>t</title></a></svg>";

using Found = std::set<std::tuple<std::uint32_t, Specificity, PseudoElement>>;

Found naive(css::ActiveSheet const &active, SelectorMatcher &matcher, NodeId n) {
  css::StyleSheet const &sheet = *active.sheet;
  Found found;
  for (std::uint32_t r = 0; r < sheet.rules().size(); ++r) {
    css::StyleRule const &rule = sheet.rules()[r];
    if (rule.condition != css::kNone && active.conditions[rule.condition].is_false()) continue;
    for (ComplexSelector const &selector : sheet.selectors().list(rule.selectors)) {
      if (selector.pseudo == PseudoElement::other) continue;
      if (!matcher.matches(sheet.selectors(), selector, n)) continue;
      found.emplace(r, selector.specificity, selector.pseudo);
    }
  }
  return found;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const *data, std::size_t size) {
  auto const [text, html] = fuzz::halves(fuzz::text_of(data, size), '\0');
  Result<Document> const parsed =
      parse_html(html.empty() ? std::string(kPage) : std::string(html.substr(0, 1000)));
  if (!parsed) return 0;
  Document const &document = *parsed;
  StyleInputs inputs = collect_sheets(document);
  StyleSheetInput &input = inputs.sheets.emplace_back();
  input.state = SheetState::loaded;
  input.sheet = css::StyleSheet::parse(text, style_mode(document));
  compute_styles(document, inputs);

  inputs.sheets.erase(inputs.sheets.begin(), inputs.sheets.end() - 1);
  css::AuthorSheets const author(inputs);
  if (author.sheets().empty()) return 0;
  css::RuleMatches indexed(document, author.sheets(), CpuBudget());
  SelectorMatcher matcher(document);
  for (NodeId n{1}; n.value < document.size(); ++n.value) {
    if (!document.is_element(n)) continue;
    indexed.find(n);
    Found by_index;
    for (css::Match const &match : indexed.matches()) {
      if (match.sheet + 1 != author.sheets().size()) continue;
      by_index.emplace(match.rule, match.specificity, match.pseudo);
    }
    Found const by_trying = naive(author.sheets().back(), matcher, n);
    if (indexed.exhausted() || matcher.exhausted()) return 0;
    demand(by_index == by_trying, "the index finds what trying finds", document.tag_name(n));
  }
  return 0;
}

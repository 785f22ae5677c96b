// SPDX-License-Identifier: Apache-2.0
#include "webcheck/finding.h"

#include "db/base/text.h"

#include <string>

namespace wza::web {
namespace {

/// The structural path, and what else tells kinds of one element apart: never what varies from page
/// to page, as addresses and texts do.
std::string place_in_template(Document const &dom, Locator &locator, NodeId n) {
  std::string place = locator.structural_path(n);
  for (Atom const name : {atom::type, atom::role}) {
    if (auto const value = dom.attr(n, name)) {
      place.append("[").append(dom.name(name)).append("=").append(ascii_lower(trimmed(*value)));
      place.append("]");
    }
  }
  place.shrink_to_fit();  // thousands of them are kept
  return place;
}

}  // namespace

PageFinding finding_of(Page const &page, Locator &locator, Rule const &rule,
                       TargetResult const &result) {
  NodeId const n = result.node;
  SourcePosition const at = place_of(page.dom(), n);
  PageFinding finding;
  finding.rule = &rule;
  finding.outcome = result.verdict.outcome;
  finding.message_key = message_key_of(rule, result);
  finding.message = message_of(rule, result);
  finding.question = question_of(rule, result);
  bool const failed = finding.outcome == Outcome::failed;
  if (failed && rule.mend != nullptr) finding.mend = rule.mend(page, n);
  finding.selector = locator.selector(n);
  finding.line = at.line;
  finding.column = at.column;
  finding.snippet = snippet_of(page.dom(), n);
  finding.place = place_in_template(page.dom(), locator, n);
  return finding;
}

}  // namespace wza::web

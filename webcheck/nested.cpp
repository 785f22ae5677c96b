// SPDX-License-Identifier: Apache-2.0
#include "webcheck/nested.h"

#include "webcheck/a11y/tree.h"
#include "webcheck/css/cascade.h"
#include "webcheck/dom/from_gumbo.h"
#include "webcheck/finding.h"

#include <algorithm>
#include <string>
#include <utility>

namespace wza::web {
namespace {

constexpr std::size_t kMostFrames = 20;

/// True for what is about a document as a whole.
bool is_of_the_whole(Document const &dom, NodeId n) {
  NodeId const root = dom.document_element();
  if (n == root || dom.is(n, atom::body) || dom.is(n, atom::frameset)) return true;
  NodeId const up = dom.parent(n);
  return dom.is(n, atom::head) || (up.valid() && dom.is(up, atom::head));
}

Outcome worst(RuleCount const &count) {
  if (count.outcome == Outcome::untested) return Outcome::untested;
  if (count.failed != 0) return Outcome::failed;
  if (count.cant_tell != 0) return Outcome::cant_tell;
  return count.passed != 0 ? Outcome::passed : Outcome::inapplicable;
}

class Nested {
 public:
  Nested(Page const &page, std::span<Rule const *const> rules, EngineOptions const &options,
         PageResult &result)
      : m_page(page),
        m_locator(page.dom()),
        m_cpu(options.cpu),
        m_options(options),
        m_result(result) {
    std::ranges::copy_if(rules, std::back_inserter(m_rules), [](Rule const *rule) {
      return rule->kind == Kind::requirement && rule->decides != Decides::questions;
    });
    m_options.keep = Keep::all;
  }

  bool out_of_time() const { return m_cpu.over(); }

  void check(NodeId iframe, std::string_view html) {
    Result<Document> document = parse_html(std::string(html), m_cpu);
    if (!document) return;
    ComputedStyles styles = compute_styles(*document, collect_sheets(*document), m_cpu);
    Page const inner(std::string(kSrcdocUrl), *std::move(document), std::move(styles));
    Locator locator(inner.dom());
    m_options.cpu = m_cpu.left();
    for (RuleResult const &one : run_rules(inner, m_rules, m_options)) {
      for (TargetResult const &target : one.verdicts) {
        if (!is_of_the_whole(inner.dom(), target.node)) take(iframe, inner, locator, one, target);
      }
    }
  }

 private:
  void take(NodeId iframe, Page const &inner, Locator &locator, RuleResult const &of,
            TargetResult target) {
    bool const shown = m_page.a11y().hidden(iframe).is_false();
    if (!shown && target.verdict.outcome == Outcome::failed) {
      target.verdict.outcome = Outcome::cant_tell;
      target.doubt = Doubt::applicability;
    }
    auto const count = std::ranges::find(m_result.rules, of.rule, &RuleCount::rule);
    if (count == m_result.rules.end()) return;
    ++count->targets;
    Outcome const outcome = target.verdict.outcome;
    ++(outcome == Outcome::failed   ? count->failed
       : outcome == Outcome::passed ? count->passed
                                    : count->cant_tell);
    count->outcome = worst(*count);
    if (outcome == Outcome::passed) return;
    PageFinding finding = finding_of(inner, locator, *of.rule, target);
    SourcePosition const at = place_of(m_page.dom(), iframe);
    finding.selector = m_locator.selector(iframe);
    finding.line = at.line;
    finding.column = at.column;
    finding.place = m_locator.structural_path(iframe) + " srcdoc " + finding.place;
    m_result.findings.push_back(std::move(finding));
  }

  Page const &m_page;
  Locator m_locator;
  CpuBudget m_cpu;  ///< for all of them
  std::vector<Rule const *> m_rules;
  EngineOptions m_options;
  PageResult &m_result;
};

}  // namespace

void check_srcdocs(Page const &page, std::span<Rule const *const> rules,
                   EngineOptions const &options, PageResult &result) {
  if (page.dom().with_attr(atom::srcdoc).empty()) return;
  Nested nested(page, rules, options, result);
  std::size_t frames = 0;
  for (NodeId const n : page.dom().with_attr(atom::srcdoc)) {
    if (!page.dom().is(n, atom::iframe) || page.a11y().hidden(n).is_true()) continue;
    if (++frames > kMostFrames || nested.out_of_time()) break;
    nested.check(n, page.dom().attr_or_empty(n, atom::srcdoc));
  }
  result.out_of_time = result.out_of_time || nested.out_of_time();
}

}  // namespace wza::web

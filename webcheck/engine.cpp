// SPDX-License-Identifier: Apache-2.0
#include "webcheck/engine.h"

#include "webcheck/dom/budget.h"

#include <algorithm>
#include <set>
#include <utility>

namespace wza::web {
namespace {

constexpr std::size_t kMaxDetail = 200;
constexpr std::uint32_t kTargetsPerLook = 32;

TargetResult judge(Rule const &rule, Page const &page, Targets::Target const &target) {
  if (rule.needs == Needs::layout) {
    return {target.node, {Outcome::cant_tell, {}, {}}, Doubt::needs_layout};
  }
  TargetResult result{target.node, rule.expect(page, target.node), Doubt::none};
  if (result.verdict.outcome == Outcome::failed && target.applies.is_unknown()) {
    result.verdict.outcome = Outcome::cant_tell;
    result.doubt = Doubt::applicability;
  }
  return result;
}

/// A clone of a formatting element stands at its original's place; the same word about the same
/// place is told once.
class Told {
 public:
  /// `clones`: whether the document has any.
  explicit Told(bool clones) : m_clones(clones) {}

  bool again(Document const &document, TargetResult const &result) {
    if (!m_clones) return false;
    std::uint32_t const offset = document.position(result.node).offset;
    Outcome const outcome = result.verdict.outcome;
    if (document.origin(result.node) == Origin::reconstructed) {
      return !m_places.emplace(offset, outcome).second;
    }
    if (document.origin(result.node) == Origin::source) m_places.emplace(offset, outcome);
    return false;
  }

 private:
  bool m_clones;
  std::set<std::pair<std::uint32_t, Outcome>> m_places;
};

bool has_clones(Document const &document) {
  return std::ranges::any_of(document.elements(),
                             [&](NodeId n) { return document.origin(n) == Origin::reconstructed; });
}

Outcome worst(RuleResult const &result) {
  if (result.failed != 0) return Outcome::failed;
  if (result.cant_tell != 0) return Outcome::cant_tell;
  return result.passed != 0 ? Outcome::passed : Outcome::inapplicable;
}

RuleResult run_rule(Rule const &rule, Page const &page, CpuBudget const &cpu,
                    EngineOptions const &options, bool clones) {
  RuleResult result;
  result.rule = &rule;
  Targets targets;
  rule.applicable(page, targets);
  Told told(clones);
  std::uint32_t seen = 0;
  for (Targets::Target const &target : targets.all()) {
    if (++seen % kTargetsPerLook == 0 && cpu.over()) {
      RuleResult untested;
      untested.rule = &rule;
      return untested;
    }
    if (!page.dom().is_live(target.node)) continue;
    TargetResult one = judge(rule, page, target);
    if (told.again(page.dom(), one)) continue;
    ++result.targets;
    std::uint32_t &count = one.verdict.outcome == Outcome::failed   ? result.failed
                           : one.verdict.outcome == Outcome::passed ? result.passed
                                                                    : result.cant_tell;
    bool const trouble = &count != &result.passed;
    if (trouble && &count != &result.failed) one.verdict.outcome = Outcome::cant_tell;
    if (++count > options.most_verdicts) continue;
    if (trouble || options.keep == Keep::all) result.verdicts.push_back(std::move(one));
  }
  std::stable_sort(result.verdicts.begin(), result.verdicts.end(),
                   [](auto const &a, auto const &b) { return a.node < b.node; });
  result.outcome = worst(result);
  return result;
}

void add_detail(std::string &sentence, std::string_view detail, std::string_view open,
                std::string_view close) {
  if (std::size_t const hole = sentence.find("{}"); hole != std::string::npos) {
    sentence.replace(hole, 2, detail);
  } else if (!detail.empty()) {
    sentence.append(open).append(detail).append(close);
  }
}

}  // namespace

std::vector<RuleResult> run_rules(Page const &page, std::span<Rule const *const> rules,
                                  EngineOptions const &options) {
  CpuBudget const cpu(options.cpu);
  std::vector<RuleResult> results;
  results.reserve(rules.size());
  bool const clones = has_clones(page.dom());
  for (Rule const *const rule : rules) {
    if (cpu.over()) {
      results.emplace_back().rule = rule;
    } else {
      results.push_back(run_rule(*rule, page, cpu, options, clones));
    }
  }
  return results;
}

Text message_of(Rule const &rule, TargetResult const &result) {
  if (result.doubt == Doubt::needs_layout) {
    return {"这一项要看页面实际显示的位置和大小，请在浏览器中核对",
            "This depends on where and how large things are shown; check it in a browser"};
  }
  std::size_t const index = result.verdict.message.value;
  if (index >= rule.messages.size())
    return {std::string(rule.title.zh), std::string(rule.title.en)};
  Text text = rule.messages[index].text.str();
  std::string_view const detail = utf8_prefix(result.verdict.detail, kMaxDetail);
  add_detail(text.zh, detail, "（", "）");
  add_detail(text.en, detail, " (", ")");
  if (result.doubt == Doubt::applicability) {
    text.zh += "（仅凭源代码无法确定用户能否看到这个元素，请在浏览器中核对）";
    text.en +=
        " (the source alone does not tell whether users get this element; check in a browser)";
  }
  return text;
}

Text question_of(Rule const &rule, TargetResult const &result) {
  std::size_t const index = result.verdict.message.value;
  if (result.verdict.outcome != Outcome::cant_tell || result.doubt == Doubt::needs_layout ||
      index >= rule.messages.size()) {
    return {};
  }
  Text text = rule.messages[index].question.str();
  if (text.empty()) return {};
  std::string_view const detail = utf8_prefix(result.verdict.detail, kMaxDetail);
  add_detail(text.zh, detail, "（", "）");
  add_detail(text.en, detail, " (", ")");
  return text;
}

std::string_view message_key_of(Rule const &rule, TargetResult const &result) {
  std::size_t const index = result.verdict.message.value;
  if (result.doubt == Doubt::needs_layout || index >= rule.messages.size()) return {};
  return rule.messages[index].key;
}

Rule const *find_rule(std::string_view id) {
  for (Rule const *const rule : all_rules()) {
    if (rule->id == id) return rule;
  }
  return nullptr;
}

}  // namespace wza::web

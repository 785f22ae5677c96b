// SPDX-License-Identifier: Apache-2.0
#include "webcheck/engine.h"

#include "tests/support/page_of.h"

#include <gtest/gtest.h>

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { good, bad, unsure };
constexpr std::array kMessages{
    Message{"good", {"好", "Good"}},
    Message{"bad", {"图片不好：{}", "A bad image: {}"}},
    Message{"unsure", {"说不准", "Not sure"}},
};

void images(Page const &page, Targets &targets) {
  for (NodeId const n : page.dom().by_tag(atom::img)) {
    bool const doubtful = page.dom().has_attr(n, atom::hidden);
    targets.add(n, doubtful ? Trilean::unknown() : Trilean(true));
  }
}

void everything(Page const &page, Targets &targets) {
  for (NodeId n = kRoot; n.value < page.dom().size(); ++n.value) {
    if (page.dom().is_element(n) && !page.dom().is(n, atom::html)) targets.add(n);
  }
}

void all_bold(Page const &page, Targets &targets) {
  for (NodeId const n : page.dom().by_tag(atom::b))
    targets.add(n);
}

Verdict by_alt(Page const &page, NodeId n) {
  std::string_view const alt = page.dom().attr_or_empty(n, atom::alt);
  if (alt == "?") return cant_tell(Msg::unsure, "why");
  return alt.empty() ? failed(Msg::bad, std::string(page.dom().attr_or_empty(n, atom::src)))
                     : passed(Msg::good);
}

Rule rule_with(void (*applicable)(Page const &, Targets &), Needs needs = Needs::dom) {
  Rule rule;
  rule.id = "test-rule";
  rule.needs = needs;
  rule.title = {"标题", "Title"};
  rule.messages = kMessages;
  rule.applicable = applicable;
  rule.expect = by_alt;
  return rule;
}

RuleResult run(Rule const &rule, std::string_view html, EngineOptions const &options = {}) {
  std::array<Rule const *, 1> const rules{&rule};
  return run_rules(page_of(html), rules, options)[0];
}

TEST(Engine, tells_the_worst_outcome_and_counts_all) {
  Rule const rule = rule_with(images);
  RuleResult const result = run(rule, "<img alt=a><img alt=?><img src=x>");
  EXPECT_EQ(result.outcome, Outcome::failed);
  EXPECT_EQ(result.targets, 3U);
  EXPECT_EQ(result.passed, 1U);
  EXPECT_EQ(result.cant_tell, 1U);
  EXPECT_EQ(result.failed, 1U);
  EXPECT_EQ(result.verdicts.size(), 2U);
  EXPECT_EQ(run(rule, "<img alt=a><img alt=?>").outcome, Outcome::cant_tell);
  EXPECT_EQ(run(rule, "<img alt=a>").outcome, Outcome::passed);
  EXPECT_EQ(run(rule, "<p>").outcome, Outcome::inapplicable);
}

TEST(Engine, turns_a_failure_of_what_may_not_apply_into_cant_tell) {
  Rule const rule = rule_with(images);
  RuleResult const result = run(rule, "<img hidden src=x.png>");
  EXPECT_EQ(result.outcome, Outcome::cant_tell);
  ASSERT_EQ(result.verdicts.size(), 1U);
  EXPECT_EQ(result.verdicts[0].doubt, Doubt::applicability);
  EXPECT_EQ(message_key_of(rule, result.verdicts[0]), "bad");
  EXPECT_EQ(message_of(rule, result.verdicts[0]).zh,
            "图片不好：x.png（仅凭源代码无法确定用户能否看到这个元素，请在浏览器中核对）");
}

TEST(Engine, puts_the_detail_into_the_sentence_or_behind_it) {
  Rule const rule = rule_with(images);
  RuleResult const result = run(rule, "<img src=a.png><img alt=?>");
  EXPECT_EQ(message_of(rule, result.verdicts[0]).en, "A bad image: a.png");
  EXPECT_EQ(message_of(rule, result.verdicts[1]).en, "Not sure (why)");
  EXPECT_EQ(message_of(rule, result.verdicts[1]).zh, "说不准（why）");
}

TEST(Engine, says_cant_tell_where_a_rule_needs_boxes) {
  Rule const rule = rule_with(images, Needs::layout);
  RuleResult const result = run(rule, "<img src=x>");
  EXPECT_EQ(result.outcome, Outcome::cant_tell);
  EXPECT_EQ(result.verdicts[0].doubt, Doubt::needs_layout);
  EXPECT_EQ(run(rule, "<p>").outcome, Outcome::inapplicable);
}

TEST(Engine, drops_targets_that_users_never_get) {
  Rule const rule = rule_with(everything);
  EngineOptions options;
  options.keep = Keep::all;
  RuleResult const result =
      run(rule, "<head></head><body><noscript><i>a</i></noscript><template><u>b</u></template>",
          options);
  EXPECT_EQ(result.targets, 4U);  // head, body, noscript, template
}

TEST(Engine, tells_a_fault_of_one_tag_once_however_often_the_parser_cloned_it) {
  Rule const rule = rule_with(all_bold);
  EXPECT_EQ(run(rule, "<p><b>one<p>two<p>three").failed, 1U);
  EXPECT_EQ(run(rule, "<p><b>one</b><p><b>two</b>").failed, 2U);
}

TEST(Engine, keeps_passed_verdicts_when_asked) {
  Rule const rule = rule_with(images);
  EngineOptions options;
  options.keep = Keep::all;
  EXPECT_EQ(run(rule, "<img alt=a>", options).verdicts.size(), 1U);
  EXPECT_EQ(run(rule, "<img alt=a>").verdicts.size(), 0U);
}

TEST(Engine, says_untested_when_the_time_is_over) {
  Rule const rule = rule_with(images);
  EngineOptions options;
  options.cpu = std::chrono::milliseconds(-1);
  EXPECT_EQ(run(rule, "<img>", options).outcome, Outcome::untested);
}

TEST(Engine, lists_rules_by_id_without_a_double) {
  auto const rules = all_rules();
  for (std::size_t i = 1; i < rules.size(); ++i)
    EXPECT_LT(rules[i - 1]->id, rules[i]->id);
  EXPECT_EQ(find_rule("no-such-rule"), nullptr);
}

}  // namespace
}  // namespace wza::web

// SPDX-License-Identifier: Apache-2.0
// Runs rules over a page (ACT Rules Format 1.1, section 4.14 for outcomes). What a rule could
// forget is done here: elements that are not live are no targets, a failure of a target that may
// not apply is cant_tell, clones that the parser made are told once, time is limited.
#pragma once

#include "webcheck/rule.h"

#include <chrono>
#include <cstdint>
#include <span>
#include <vector>

namespace wza::web {

/// Why the engine, not the rule, could not decide.
enum class Doubt : std::uint8_t {
  none,
  applicability,  ///< whether the rule applies to this element could not be told
  needs_layout,   ///< the rule looks at boxes, and this page was not rendered
};

/// What one rule says of one target.
struct TargetResult {
  NodeId node;
  Verdict verdict;
  Doubt doubt = Doubt::none;
};

/// What one rule says of a page: the worst outcome of its targets (failed over cant_tell over
/// passed; inapplicable without targets; untested where the time was over), and what it rests on.
struct RuleResult {
  Rule const *rule = nullptr;
  Outcome outcome = Outcome::untested;
  std::uint32_t targets = 0;
  std::uint32_t failed = 0;
  std::uint32_t cant_tell = 0;
  std::uint32_t passed = 0;
  std::vector<TargetResult> verdicts;  ///< failed and cant_tell, in document order
};

/// Which verdicts a result keeps one by one.
enum class Keep : std::uint8_t { troubles, all };

struct EngineOptions {
  std::chrono::nanoseconds cpu{std::chrono::seconds(1)};  ///< of the thread, for all rules together
  Keep keep = Keep::troubles;
  std::uint32_t most_verdicts = 0xFFFFFFFF;  ///< to keep of each outcome of a rule; all count
};

/// Runs `rules` in their order. Never throws for what a page holds.
std::vector<RuleResult> run_rules(Page const &page, std::span<Rule const *const> rules,
                                  EngineOptions const &options = {});

/// What a result says to people: the rule's own sentence with its detail (in place of "{}" where
/// the sentence has it, else behind it), and the engine's reason where it doubts.
Text message_of(Rule const &rule, TargetResult const &result);

/// What a person is to be asked where the outcome is cant_tell, with the detail in its place; empty
/// where the rule has no question for it.
Text question_of(Rule const &rule, TargetResult const &result);

/// The word of the message in .cases files and JSON; empty where the engine speaks, not the rule.
std::string_view message_key_of(Rule const &rule, TargetResult const &result);

/// The rule of that id, or nullptr.
Rule const *find_rule(std::string_view id);

}  // namespace wza::web

// SPDX-License-Identifier: Apache-2.0
// A page's result as `wza check --format json` prints it (schema wza.check/1).
#pragma once

#include "db/base/json_writer.h"
#include "webcheck/check.h"
#include "webcheck/report/refused.h"
#include "webcheck/standards/conformance.h"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <unordered_map>

namespace wza::web {

/// Pages as lines of JSON. Keeps what is the same at every finding of a rule.
class PageLines {
 public:
  /// With a standard each object has `conformance`: a table of it, or of each norm for `all`.
  explicit PageLines(std::optional<Standard> standard = std::nullopt) : m_standard(standard) {}

  /// One object, in the order of the schema. `status` is null for files; what is not UTF-8 is
  /// replaced.
  std::string line(PageResult const &result);

 private:
  /// JSON text of what findings repeat of their rule.
  struct RuleText {
    std::string clauses, people, help;
  };
  RuleText const &text_of(Rule const &rule);
  void put_finding(JsonWriter &json, PageResult const &page, PageFinding const &finding);

  std::optional<Standard> m_standard;
  std::unordered_map<Rule const *, RuleText> m_rules;
};

/// A page that gave no result: url, status and the problem, in the same schema.
std::string refused_page_line(RefusedPage const &page);

/// The clauses of a rule's basis: [{"norm", "clause", "level", "standard"}], `standard` being the
/// smallest that demands the clause.
nlohmann::ordered_json clauses_json(Rule const &rule);

/// The keys of those whom a failure of the rule hurts.
nlohmann::ordered_json people_json(Rule const &rule);
nlohmann::ordered_json people_json(std::span<People const> people);

/// The JSON text on one line; what is not UTF-8 is replaced.
std::string to_line(nlohmann::ordered_json const &json);

}  // namespace wza::web

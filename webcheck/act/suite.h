// SPDX-License-Identifier: Apache-2.0
// The W3C's test cases for its ACT rules, in the layout that the W3C publishes (testcases.json,
// testcases/, test-assets/): read from a folder, never from the network. A case is judged from its
// page alone; what is expected of it is carried along for the report and nothing looks at it here.
#pragma once

#include "db/base/error.h"
#include "db/model/outcome.h"
#include "webcheck/rule.h"

#include <filesystem>
#include <string>
#include <vector>

namespace wza::web {

struct ActCase {
  std::string id;
  std::string rule_id;  ///< of the ACT rule: "23a2a8"
  std::string expected;
  std::string url;   ///< address of the page
  std::string path;  ///< of its file, from the suite's folder
};

struct ActSuite {
  std::filesystem::path folder;
  std::vector<ActCase> cases;
};

/// Reads testcases.json; refuses what is missing or has not the W3C's form.
Result<ActSuite> read_act_suite(std::filesystem::path const &folder);

/// Our rules that implement that ACT rule.
std::vector<Rule const *> rules_for_act(std::string_view act_rule_id);

/// The worst outcome of `rules` on the page of that case. What it links below the suite's own
/// address (style sheets, other pages, media) is read from the folder. Documents that are no HTML
/// are inapplicable.
Result<Outcome> run_act_case(ActSuite const &suite, ActCase const &one,
                             std::vector<Rule const *> const &rules);

}  // namespace wza::web

// SPDX-License-Identifier: Apache-2.0
#include "audit/cli/standards.h"

namespace wza::audit {

void add_standard(Args &args, std::optional<std::string> &target) {
  std::vector<std::string_view> words;
  for (auto const &name : Names<web::Standard>::kAll)
    words.push_back(name.key);
  args.choice(
      "--standard", target, std::move(words),
      {"只按这个标准检测，并列出逐条结果；all 另含 AAA 级",
       "test against this standard alone and tell clause by clause; all has level AAA too"});
}

std::optional<web::Standard> standard_of(std::optional<std::string> const &word) {
  return word ? from_key<web::Standard>(*word) : std::nullopt;
}

std::vector<web::Rule const *> rules_for(std::optional<std::string> const &word) {
  auto const standard = standard_of(word);
  return standard ? web::rules_of(*standard) : web::default_rules();
}

}  // namespace wza::audit

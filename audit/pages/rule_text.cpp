// SPDX-License-Identifier: Apache-2.0
#include "audit/pages/rule_text.h"

#include "audit/pages/format.h"
#include "db/store/criteria.h"
#include "webcheck/site_rule.h"

#include <fmt/format.h>

namespace wza::audit {
namespace {

/// "不小于 1.20 m"; "介于 0.85～1.10 m".
Text number_words(Criterion const &criterion) {
  TextView const words = label(criterion.comparator);
  auto const in = [&](Lang lang) { return with_unit(criterion.threshold, criterion.unit, lang); };
  return {fmt::format("{} {}", words.zh, in(Lang::zh)),
          fmt::format("{} {}", ascii_lower(words.en), in(Lang::en))};
}

/// ", no less than 1.20 m" behind the name; the name of a clause that is met or not says it all.
Text asked(Criterion const &criterion) {
  if (!is_measured(criterion)) return criterion.name;
  Text const what = number_words(criterion);
  return {criterion.name.zh + "，" + what.zh, criterion.name.en + ", " + what.en};
}

/// `named`: the name of the clause was just said.
Text demand(Criterion const &criterion, bool named) {
  Text text{fmt::format("《{}》第 {} 条", criterion.standard, criterion.clause),
            fmt::format("{}, clause {}", criterion.standard, criterion.clause)};
  if (is_measured(criterion) || !named) {
    auto const what = asked(criterion);
    text.zh += fmt::format("要求：{}", trimmed(what.zh));
    text.en += fmt::format(", asks: {}", trimmed(what.en));
  }
  text.zh += "。";
  text.en += ".";
  if (!criterion.condition.empty()) {
    text.zh += fmt::format("适用条件：{}。", criterion.condition.zh);
    text.en += fmt::format(" It applies to: {}.", criterion.condition.en);
  }
  if (!criterion.note.empty()) {
    text.zh += fmt::format("说明：{}", criterion.note.zh);
    text.en += fmt::format(" Note: {}", criterion.note.en);
  }
  return text;
}

Text with_advice(Text text) {
  text.zh +=
      "达不到要求时，使用轮椅、拐杖、助行器或看不见的人可能无法独立、安全地使用。请按要求整改，整改"
      "后复测并导入新的检查记录；复测符合后，问题才会标为已消除。";
  text.en +=
      " Where it is not met, people with a wheelchair, crutches or a walker, or who cannot see, "
      "may "
      "be unable to use it safely and alone. Mend it, measure again and import the new inspection: "
      "the finding counts as mended only when that passes.";
  return text;
}

}  // namespace

RuleText rule_text(Tracker &tracker, FindingKind kind, RuleId const &rule) {
  if (kind == FindingKind::web) {
    if (auto const known = web::words_of_rule(rule.value)) {
      return {known->title.str(), {}, known->help.str()};
    }
  } else if (auto const criterion = CriteriaStore(tracker).find(CriterionId(rule.value))) {
    return {{fmt::format("{}：{}", criterion->facility_name.zh, criterion->name.zh),
             fmt::format("{}: {}", criterion->facility_name.en, criterion->name.en)},
            demand(*criterion, true),
            with_advice(demand(*criterion, false))};
  }
  return {{rule.value, rule.value}, {}, {}};
}

}  // namespace wza::audit

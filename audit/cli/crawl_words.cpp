// SPDX-License-Identifier: Apache-2.0
#include "audit/cli/crawl_words.h"

#include "db/store/findings.h"

#include <fmt/format.h>

namespace wza::audit {

void print_states(Terminal &terminal, web::CrawlSummary const &summary) {
  for (auto const &state : Names<VisitState>::kAll) {
    if (std::size_t const count = summary.count(state.value)) {
      terminal.say(
          {fmt::format("{:>7}  {}", count, state.zh), fmt::format("{:>7}  {}", count, state.en)});
    }
  }
}

void print_traps(Terminal &terminal, web::CrawlSummary const &summary) {
  for (auto const &[pattern, count] : summary.traps) {
    terminal.say(
        {fmt::format(
             "疑似无尽链接：{}，其中 {} 个网址没有访问。若是真正的网页，请加上 --follow '{}'。",
             pattern, count, pattern),
         fmt::format("Links without end: {}, {} addresses were not asked for. If these are real "
                     "pages, add --follow '{}'.",
                     pattern, count, pattern)});
  }
}

void print_changes(Terminal &terminal, CrawlOutcome const &outcome) {
  for (auto const &[site, c] : outcome.changes) {
    terminal.say(
        {fmt::format("{}：新问题 {}，仍存在 {}，部分页面已消除 {}，再次出现 {}，复测已消除 "
                     "{}，本次未检测 {}。",
                     site, c.found, c.seen_again, c.partly_gone, c.reopened, c.mended,
                     c.not_tested),
         fmt::format(
             "{}: {} new, {} seen again, {} gone from some pages, {} reopened, {} mended, {} not "
             "tested this time.",
             site, c.found, c.seen_again, c.partly_gone, c.reopened, c.mended, c.not_tested)});
  }
}

bool reaches(Tracker &tracker, CrawlOutcome const &outcome, std::optional<Severity> least) {
  if (!least) return false;
  FindingStore findings(tracker);
  for (auto const &[site, changes] : outcome.changes) {
    for (auto const &severity : Names<Severity>::kAll) {
      if (severity.value > *least) continue;
      FindingFilter filter;
      filter.kind = FindingKind::web;
      filter.subject = site;
      filter.severity = severity.value;
      filter.only_open = true;
      if (findings.count(filter) > 0) return true;
    }
  }
  return false;
}

void print_unreached(Terminal &terminal, web::CrawlSummary const &summary) {
  for (web::UnreachedStart const &start : summary.unreached) {
    if (start.problem) {
      terminal.refuse(*start.problem);
    } else {
      terminal.error(fmt::format("{}: {}", start.url, label(start.state).in(terminal.lang())));
    }
  }
}

}  // namespace wza::audit

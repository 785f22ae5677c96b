// SPDX-License-Identifier: Apache-2.0
// What is said of a crawl that has ended.
#pragma once

#include "audit/cli/terminal.h"
#include "audit/jobs/crawl_sites.h"
#include "db/model/finding.h"

#include <optional>

namespace wza::audit {

/// How many addresses ended in which state.
void print_states(Terminal &terminal, web::CrawlSummary const &summary);
/// The patterns of addresses that have no end, and how to visit them nevertheless.
void print_traps(Terminal &terminal, web::CrawlSummary const &summary);
/// What became of the findings of each site.
void print_changes(Terminal &terminal, CrawlOutcome const &outcome);
/// The starts that gave no page, and why.
void print_unreached(Terminal &terminal, web::CrawlSummary const &summary);
/// Whether the tracker holds an open web finding of these sites that is severe enough.
bool reaches(Tracker &tracker, CrawlOutcome const &outcome, std::optional<Severity> least);

}  // namespace wza::audit

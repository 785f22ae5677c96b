// SPDX-License-Identifier: Apache-2.0
// What a visit found, before the crawl decides what is in scope, and how it ends where no page
// comes of it.
#pragma once

#include "webcheck/crawl/frontier.h"
#include "webcheck/crawl/visit.h"
#include "webcheck/fetch/fetcher.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace wza::web {

struct Found {
  CrawlVisit visit;
  std::optional<Url> redirect;  ///< where the address leads
  std::vector<Url> links;       ///< http and https, as crawled, each once
};

/// The state of an address that a Problem stands in the way of.
VisitState state_of(Problem const &problem);

void stop_at(Found &out, VisitState state, std::optional<Problem> problem = std::nullopt);

/// Notes why the certificate of the server that was asked cannot be trusted, if that is so.
void note_certificate(Problem const &problem, Found &out);
void note_certificate(Response const &answer, Found &out);

/// A file came, or its header. `type` may be empty.
void take_file(std::string type, std::optional<std::int64_t> bytes, Found &out);

/// The address redirects.
void take_redirect(FrontierEntry const &entry, Response const &response, Found &out);

}  // namespace wza::web

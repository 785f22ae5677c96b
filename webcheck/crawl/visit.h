// SPDX-License-Identifier: Apache-2.0
// What a crawl tells of each address, and the part of it with which a crawl that was killed goes
// on.
#pragma once

#include "db/base/error.h"
#include "db/model/visit.h"
#include "webcheck/crawl/page_shape.h"
#include "webcheck/crawl/url_pattern.h"
#include "webcheck/group.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace wza::web {

/// What a visit leaves for those after it, in this process or in one that continues the run.
struct PastVisit {
  VisitState state{};
  std::uint64_t transferred = 0;           ///< bytes, style sheets included
  std::optional<std::string> redirect_to;  ///< where it leads, if that is in scope
  std::optional<bool> answered;            ///< whether the server did, where it was asked
  bool sitemap_read = false;               ///< the sitemaps of its origin were read with it
  std::optional<std::string> trap;         ///< pattern of the trap that the address lies in
  /// Of a page or file that came; of its pieces those that no page before it had (page_shape.h).
  std::optional<PageShape> shape;
  std::optional<int> status;  ///< of the answer, as in the visit's row
  /// The address redirects back to where the redirects came from, and no cookie that its answer
  /// set could change that.
  bool circles = false;
  bool sets_cookie = false;  ///< of a redirect: its answer changed the cookies
  /// Why the certificate of the address's own server cannot be trusted, a sentence.
  std::optional<Text> certificate;
  std::vector<LinkForm> leads;       ///< of addresses that it was the first to name, a few
  std::optional<unsigned> purposes;  ///< of a page that was tested: what it is for (sample.h)
  /// Of a page that is not in the sample: how its visit ended without one.
  std::optional<VisitState> without_sample;
  /// Of the first pages of a site: what those after them are held against (neighbours.h).
  std::optional<PageOutline> outline;
};

/// True where the server says that there is nothing at that address.
constexpr bool is_gone(std::optional<int> status) {
  constexpr int kNotFound = 404, kGone = 410;
  return status == kNotFound || status == kGone;
}

/// As JSON, for the frontier; reading is strict and gives nothing for what is no such record.
nlohmann::json to_json(PastVisit const &visit);
std::optional<PastVisit> past_visit_of(nlohmann::json const &json);

/// A style sheet that a page links and that could not be used, and why.
struct MissingSheet {
  std::string url;
  Text reason;
};

/// One address, done.
struct CrawlVisit {
  Visit row;                         ///< ready for the tracker, but for `record`
  std::uint32_t lane = 0;            ///< the start that led here
  PastVisit past;                    ///< what the frontier keeps of it
  std::string site;                  ///< origin of the address
  std::optional<Problem> problem;    ///< why it was not tested, or not in full
  std::optional<PageResult> result;  ///< of tested and truncated pages
  std::optional<PageRecord> record;  ///< of tested, unchanged and perhaps drawn pages
  /// Of a page that was tested and whose server has validators: for the next crawl.
  std::optional<std::vector<std::byte>> memory;
  std::optional<Text> certificate_doubt;  ///< where an invalid certificate was allowed
  std::vector<MissingSheet> missing_sheets;
  std::size_t links_out_of_scope = 0;
};

}  // namespace wza::web

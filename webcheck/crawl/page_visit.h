// SPDX-License-Identifier: Apache-2.0
// One address of a crawl, from permission to result: what the crawl loop does between lease and
// complete.
#pragma once

#include "webcheck/crawl/access.h"
#include "webcheck/crawl/frontier.h"
#include "webcheck/crawl/media.h"
#include "webcheck/crawl/neighbours.h"
#include "webcheck/crawl/sheets.h"
#include "webcheck/crawl/visit.h"

#include <optional>
#include <set>
#include <stop_token>
#include <string>

namespace wza::web {

/// What a visit found, before the crawl decides what is in scope.
struct Found {
  CrawlVisit visit;
  std::optional<Url> redirect;  ///< where the address leads
  std::vector<Url> links;       ///< http and https, as crawled, each once
};

class PageVisitor {
 public:
  PageVisitor(SiteAccess &access, Politeness const &politeness, CheckOptions const &check,
              std::size_t max_links)
      : m_access(&access),
        m_politeness(&politeness),
        m_sheets(access),
        m_media(access),
        m_check(&check),
        m_max_links(max_links) {}

  /// For a crawl that is continued: what an earlier visit left for those after it.
  void remember(Url const &page, PastVisit const &visit);

  /// Nothing where the user broke off before the visit was whole. Fills neither seq nor time.
  std::optional<Found> visit(FrontierEntry const &entry, std::stop_token const &stop);

 private:
  void take_redirect(FrontierEntry const &entry, Response const &response, Found &out) const;
  bool add_sitemap(FrontierEntry const &entry, std::stop_token const &stop, Found &out);
  bool test(FrontierEntry const &entry, Response response, std::stop_token const &stop, Found &out);
  void compare(FrontierEntry const &entry, Response const &response, Surroundings &around,
               Found &out);

  SiteAccess *m_access;
  Politeness const *m_politeness;
  SheetCache m_sheets;
  MediaCache m_media;
  Neighbours m_neighbours;
  CheckOptions const *m_check;
  std::size_t m_max_links;
  std::set<std::string> m_sitemaps_read;  ///< by origin
};

/// The state of an address that a Problem stands in the way of.
VisitState state_of(Problem const &problem);

/// True if the address names a file that no browser shows as a page (".pdf", ".doc", ".zip").
bool is_file_address(Url const &url);

}  // namespace wza::web

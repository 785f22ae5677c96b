// SPDX-License-Identifier: Apache-2.0
// One address of a crawl, from permission to result: what the crawl loop does between lease and
// complete.
#pragma once

#include "webcheck/crawl/access.h"
#include "webcheck/crawl/found.h"
#include "webcheck/crawl/frontier.h"
#include "webcheck/crawl/media.h"
#include "webcheck/crawl/page_memory.h"
#include "webcheck/crawl/sheets.h"

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace wza::web {

/// What the crawl says about an address that is to be visited.
struct VisitOrder {
  FrontierEntry const *entry = nullptr;
  std::vector<PageOutline> near;  ///< what the page is compared with
  bool wants_outline = false;     ///< the page is one of the first of its site
  bool wants_sitemap = false;     ///< nobody has read the sitemaps of its origin yet
  /// The page as it was when it was tested last.
  std::shared_ptr<RememberedPage const> remembered = nullptr;
  bool last_attempt = true;  ///< 429 and 503 are the answer, not a reason to come back
  bool header_only = false;  ///< the address names a file, whose header alone is asked for
};

/// How a visit ended.
struct VisitEnd {
  enum class Kind : std::uint8_t {
    done,
    busy,        ///< the server asks to come back later
    interrupted  ///< the user broke off before the visit was whole
  };
  Kind kind = Kind::done;
  Found found;  ///< of `done`; neither seq nor time are filled
};

/// Who lets a visit go on where it must not be alone.
class VisitGates {
 public:
  virtual ~VisitGates() = default;
  /// The visit makes no further request.
  virtual void requests_done() {}
  /// Around what needs a processor for itself.
  virtual void begin_check() {}
  virtual void end_check() {}
};

/// Visits the addresses of one lane; several workers may use it at the same time.
class PageVisitor {
 public:
  PageVisitor(CheckOptions const &check, std::size_t max_links)
      : m_check(check), m_max_links(max_links) {
    m_check.outline = true;
  }

  VisitEnd visit(VisitOrder const &order, SiteAccess &access, VisitGates &gates,
                 std::stop_token const &stop);

 private:
  struct Opened;
  /// What was asked for and how it went on from there.
  VisitEnd::Kind fetch(VisitOrder const &order, SiteAccess &access, std::stop_token const &stop,
                       Found &out, std::optional<Opened> &opened);
  /// Asks for the address, and where it only adds a session to itself, again; HEAD for a file.
  Result<Response> ask(VisitOrder const &order, SiteAccess &access, std::stop_token const &stop,
                       Url &asked, Validators const &known);
  bool open(SiteAccess &access, Response response, std::stop_token const &stop, Found &out,
            std::optional<Opened> &opened);
  /// Takes what is remembered for a page that its server says is unchanged; false where its
  /// surroundings are not what they were, nothing where the user broke off.
  std::optional<bool> take_unchanged(VisitOrder const &order, SiteAccess &access,
                                     std::stop_token const &stop, Found &out);
  void check(VisitOrder const &order, Opened opened, Found &out) const;

  SheetCache m_sheets;
  MediaCache m_media;
  CheckOptions m_check;
  std::size_t m_max_links;
};

}  // namespace wza::web

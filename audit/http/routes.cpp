// SPDX-License-Identifier: Apache-2.0
// The map of the product: which path is answered by which page.
#include "audit/http/router.h"
#include "audit/pages/pages.h"

namespace wza::audit {

std::span<Route const> all_routes() {
  static constexpr Route kRoutes[]{
      {"/", [](Pages const &pages, PageCall const &call) { return pages.districts(call); }},
      {"/findings", [](Pages const &pages, PageCall const &call) { return pages.findings(call); }},
      {"/findings/{id}",
       [](Pages const &pages, PageCall const &call) { return pages.finding(call); }},
      {"/static/{id}", [](Pages const &pages, PageCall const &call) { return pages.asset(call); }},
      {"/healthz", [](Pages const &pages, PageCall const &) { return pages.health(); }},
  };
  return kRoutes;
}

}  // namespace wza::audit

// SPDX-License-Identifier: Apache-2.0
// The crawl identity of a URL: two addresses with the same identity are the same page. Dropped are
// the fragment, credentials, session ids and campaign parameters; escapes are written in one way
// (RFC 3986, section 6.2.2). The order of the other parameters is kept: servers may look at it.
#pragma once

#include "webcheck/url/url.h"

namespace wza::web {

/// `url` as the crawl keeps and fetches it. Idempotent. Only for http and https.
Url crawl_url(Url const &url);

/// True if a query parameter of that name carries a session or a campaign and no content.
bool is_noise_parameter(std::string_view name);

}  // namespace wza::web

// SPDX-License-Identifier: Apache-2.0
// The crawl identity of a URL: two addresses with the same identity are the same page. Dropped are
// the fragment, credentials, session ids, and the parameters that track a visitor or only sort a
// list (noise.h); escapes are written in one way (RFC 3986, section 6.2.2). The order of the other
// parameters is kept: servers may look at it.
#pragma once

#include "webcheck/url/url.h"

namespace wza::web {

/// `url` as the crawl keeps and fetches it. Idempotent. Only for http and https.
Url crawl_url(Url const &url);

}  // namespace wza::web

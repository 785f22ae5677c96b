// SPDX-License-Identifier: Apache-2.0
#include "webcheck/fetch/redirects.h"

#include "webcheck/fetch/problems.h"

#include <algorithm>
#include <utility>

namespace wza::web {

Result<Followed> get_following(Fetcher &fetcher, Url const &url, std::size_t max_hops,
                               std::optional<std::size_t> enough) {
  Followed out;
  Url at = url;
  for (;;) {
    Result<Response> answer = fetcher.send({.url = at, .enough = enough});
    if (!answer) return std::move(answer).problem();
    if (!answer->is_redirect()) {
      out.response = *std::move(answer);
      return out;
    }
    std::optional<Url> next = answer->location();
    if (!next) return redirect_nowhere(at.href());
    if (!next->is_http()) return unsupported_scheme(next->href());
    Url to = next->without_fragment();
    // With a cookie that it did not have before, a server may answer otherwise the next time.
    bool const seen =
        !answer->cookie_set &&
        (to == url.without_fragment() || std::any_of(out.hops.begin(), out.hops.end(),
                                                     [&](Hop const &hop) { return hop.to == to; }));
    if (seen) return redirect_loop(url.href(), to.href());
    if (out.hops.size() == max_hops) return too_many_redirects(url.href(), max_hops);
    out.hops.push_back({at, to, answer->status});
    at = std::move(to);
  }
}

}  // namespace wza::web

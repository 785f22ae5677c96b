// SPDX-License-Identifier: Apache-2.0
// A URL that was read is written such that it is read again as the same, alone and against any base
// (URL Standard, sections 4.3 to 4.5). Input: base, line feed, reference.
#include "tests/fuzz/fuzz.h"
#include "webcheck/url/normalize.h"
#include "webcheck/url/url.h"

using wza::fuzz::demand;
using wza::web::Url;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const *data, std::size_t size) {
  auto const [first, second] = wza::fuzz::halves(wza::fuzz::text_of(data, size), '\n');
  auto const base = Url::parse(first);
  auto const url = Url::parse(second, base ? &*base : nullptr);
  for (auto const &one : {base, url}) {
    if (!one) continue;
    std::string const href = one->href();
    auto const again = Url::parse(href);
    demand(again.has_value(), "what is written can be read", href);
    demand(again->href() == href && *again == *one, "it is read as the same", href);
    auto const based = Url::parse(href, base ? &*base : nullptr);
    demand(based && *based == *one, "a base does not change an absolute URL", href);
    if (one->is_http()) {
      Url const key = wza::web::crawl_url(*one);
      demand(wza::web::crawl_url(key) == key, "the key of a key is the key", href);
    }
    if (one->has_opaque_path()) continue;
    auto const self = Url::parse("", &*one);
    demand(self && *self == one->without_fragment(), "the empty reference is the URL itself", href);
    demand(one->segments().empty() || one->path().starts_with('/'), "a path is absolute", href);
  }
  return 0;
}

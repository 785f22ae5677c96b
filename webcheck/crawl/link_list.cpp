// SPDX-License-Identifier: Apache-2.0
#include "webcheck/crawl/link_list.h"

#include "webcheck/crawl/url_pattern.h"
#include "webcheck/url/normalize.h"

#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace wza::web {

LinkList links_as_crawled(PageLinks const &links, Url const &page, std::size_t most) {
  LinkList out;
  std::optional<Url> const given = Url::parse(links.base, &page);
  Url const base = given ? *given : page;
  std::unordered_set<std::string> seen;
  std::unordered_set<std::string_view> written;  // a fragment leads to the same address
  for (PageLink const &link : links.pages) {
    if (!written.insert(std::string_view(link.href).substr(0, link.href.find('#'))).second)
      continue;
    std::optional<Url> const url = Url::parse(link.href, &base);
    if (!url || !url->is_http()) continue;
    Url plain = crawl_url(*url);
    std::string address = plain.href();
    if (seen.contains(address)) continue;
    if (out.addresses.size() >= most) {
      out.whole = false;
      break;
    }
    out.links.push_back({hash_of(address), link.line});
    out.addresses.push_back(std::move(plain));
    seen.insert(std::move(address));
  }
  return out;
}

}  // namespace wza::web

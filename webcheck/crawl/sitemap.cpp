// SPDX-License-Identifier: Apache-2.0
#include "webcheck/crawl/sitemap.h"

#include "webcheck/fetch/redirects.h"
#include "webcheck/url/normalize.h"
#include "webcheck/url/site.h"

#include <array>
#include <deque>
#include <set>
#include <utility>

namespace wza::web {
namespace {

/// The five references of XML; addresses need no others (sitemaps.org, "Entity escaping").
std::string resolved(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, char>, 5> kReferences{
      {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}}};
  std::string out;
  while (!text.empty()) {
    bool found = false;
    for (auto const &[name, value] : kReferences) {
      if (!text.starts_with(name)) continue;
      out += value;
      text.remove_prefix(name.size());
      found = true;
      break;
    }
    if (found) continue;
    out += text.front();
    text.remove_prefix(1);
  }
  return out;
}

}  // namespace

SitemapFile parse_sitemap(std::string_view xml, std::size_t max_locs) {
  SitemapFile out;
  out.index = xml.find("<sitemapindex") != std::string_view::npos;
  constexpr std::string_view kOpen = "<loc>", kClose = "</loc>";
  while (out.locs.size() < max_locs) {
    std::size_t const open = xml.find(kOpen);
    if (open == std::string_view::npos) break;
    xml.remove_prefix(open + kOpen.size());
    std::size_t const close = xml.find(kClose);
    if (close == std::string_view::npos) break;
    std::string_view text = trimmed(xml.substr(0, close));
    constexpr std::string_view kCdata = "<![CDATA[", kCdataEnd = "]]>";
    if (text.starts_with(kCdata) && text.ends_with(kCdataEnd)) {
      text = text.substr(kCdata.size(), text.size() - kCdata.size() - kCdataEnd.size());
      out.locs.emplace_back(trimmed(text));
    } else {
      out.locs.push_back(resolved(text));
    }
    xml.remove_prefix(close + kClose.size());
  }
  return out;
}

SitemapPages sitemap_pages(SiteAccess &access, Url const &site, std::stop_token const &stop) {
  SitemapPages out;
  std::deque<Url> files;
  std::set<std::string> seen;
  auto add_file = [&](std::string const &address) {
    std::optional<Url> const url = Url::parse(address, &site);
    if (!url || !url->is_http() || !same_domain(*url, site)) return;
    if (seen.size() < kMaxSitemapFiles && seen.insert(url->href()).second) files.push_back(*url);
  };
  for (std::string const &address : access.sitemaps(site))
    add_file(address);
  while (!files.empty() && out.pages.size() < kMaxSitemapPages) {
    Url const file = files.front();
    files.pop_front();
    Permission const permission = access.may_fetch(file, stop);
    Result<Response> const answer = permission.allowed
                                        ? access.get_following(file, kRobotsRedirects, stop)
                                        : Result<Response>(*permission.problem);
    if (!answer) {
      out.interrupted = is_interruption(answer.problem());
      if (out.interrupted) return out;
      continue;
    }
    out.transferred += answer->wire_bytes;
    if (answer->status != 200) continue;
    SitemapFile const list = parse_sitemap(answer->body, kMaxSitemapPages - out.pages.size());
    for (std::string const &loc : list.locs) {
      if (list.index) {
        add_file(loc);
      } else if (std::optional<Url> const url = Url::parse(loc); url && url->is_http()) {
        out.pages.push_back(crawl_url(*url));
      }
    }
  }
  return out;
}

}  // namespace wza::web

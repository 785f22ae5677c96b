// SPDX-License-Identifier: Apache-2.0
#include "webcheck/crawl/sitemap.h"

#include "webcheck/crawl/sitemap_file.h"
#include "webcheck/fetch/decode.h"
#include "webcheck/fetch/redirects.h"
#include "webcheck/url/normalize.h"
#include "webcheck/url/site.h"

#include <deque>
#include <set>
#include <string>
#include <unordered_set>
#include <utility>

namespace wza::web {
namespace {

class SitemapReader {
 public:
  SitemapReader(SiteAccess &access, Url const &site, std::stop_token const &stop,
                SitemapLimits const &limits)
      : m_access(&access), m_site(&site), m_stop(&stop), m_limits(&limits) {}

  SitemapPages read() {
    auto const end = std::chrono::steady_clock::now() + m_limits->time;
    for (std::string const &address : m_access->sitemaps(*m_site))
      add_file(address, 0);
    while (!m_files.empty() && m_out.pages.size() < m_limits->pages &&
           m_out.transferred < m_limits->wire_bytes && std::chrono::steady_clock::now() < end) {
      File const file = std::move(m_files.front());
      m_files.pop_front();
      if (!read_file(file)) {
        m_out.interrupted = true;
        break;
      }
    }
    return std::move(m_out);
  }

 private:
  struct File {
    Url url;
    int depth;
  };

  void add_file(std::string const &address, int depth) {
    std::optional<Url> const url = Url::parse(address, m_site);
    if (!url || !url->is_http() || !same_domain(*url, *m_site) || depth > m_limits->depth) return;
    Url plain = url->without_fragment().without_credentials();
    if (m_seen.size() < m_limits->files && m_seen.insert(plain.href()).second) {
      m_files.push_back({std::move(plain), depth});
    }
  }

  void add_page(std::string const &address) {
    std::optional<Url> const url = Url::parse(address);
    if (!url || !url->is_http()) return;  // the crawl's scope tells foreign hosts
    Url plain = crawl_url(*url);
    if (m_known.insert(plain.href()).second) m_out.pages.push_back(std::move(plain));
  }

  /// False where the user broke off.
  bool read_file(File const &file) {
    Permission const permission = m_access->may_fetch(file.url, *m_stop);
    Result<Response> answer = permission.allowed
                                  ? m_access->get_following(file.url, kRobotsRedirects, *m_stop)
                                  : Result<Response>(*permission.problem);
    if (!answer) return !is_interruption(answer.problem());
    m_out.transferred += answer->wire_bytes;
    if (answer->status != 200 || !same_domain(answer->url, *m_site)) return true;
    std::optional<std::string> const bytes = unpacked(*std::move(answer));
    if (!bytes) return true;
    SitemapFile const list = parse_sitemap(*bytes, m_limits->pages - m_out.pages.size());
    for (std::string const &loc : list.locs) {
      if (list.index) {
        add_file(loc, file.depth + 1);
      } else {
        add_page(loc);
      }
    }
    return true;
  }

  /// A ".xml.gz" is a gzip file, whatever its content encoding was.
  std::optional<std::string> unpacked(Response response) const {
    if (!response.body.starts_with("\x1F\x8B")) return std::move(response.body);
    DecodeLimits limits;
    limits.max_bytes = m_limits->file_bytes;
    Result<DecodedBody> body =
        decode_content(std::move(response.body), "gzip", limits, response.url.href());
    return body ? std::optional(std::move(body->bytes)) : std::nullopt;
  }

  SiteAccess *m_access;
  Url const *m_site;
  std::stop_token const *m_stop;
  SitemapLimits const *m_limits;
  SitemapPages m_out;
  std::deque<File> m_files;
  std::set<std::string> m_seen;  ///< files
  std::unordered_set<std::string> m_known;
};

}  // namespace

SitemapPages sitemap_pages(SiteAccess &access, Url const &site, std::stop_token const &stop,
                           SitemapLimits const &limits) {
  return SitemapReader(access, site, stop, limits).read();
}

}  // namespace wza::web

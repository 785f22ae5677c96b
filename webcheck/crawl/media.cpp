// SPDX-License-Identifier: Apache-2.0
#include "webcheck/crawl/media.h"

#include "webcheck/fetch/redirects.h"
#include "webcheck/url/site.h"

#include <charconv>
#include <utility>

namespace wza::web {
namespace {

/// The whole size in "bytes 0-99/1234"; nothing where the answer begins elsewhere or hides it.
std::optional<std::uint64_t> whole_size(Response const &response, std::uint64_t offset) {
  std::optional<std::string_view> const field = response.header("Content-Range");
  if (!field || !field->starts_with("bytes ")) return std::nullopt;
  std::string_view const range = field->substr(6);
  std::size_t const slash = range.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  auto const number = [](std::string_view digits) -> std::optional<std::uint64_t> {
    std::uint64_t value = 0;
    char const *const end = digits.data() + digits.size();
    auto const [rest, error] = std::from_chars(digits.data(), end, value);
    if (error != std::errc() || rest != end) return std::nullopt;
    return value;
  };
  if (number(range.substr(0, range.find('-'))) != offset) return std::nullopt;
  return number(range.substr(slash + 1));
}

}  // namespace

std::optional<Response> HttpSource::ask(ByteRange range) {
  for (std::size_t hop = 0; hop <= kRobotsRedirects; ++hop) {
    Result<Response> answer = m_get(m_url, range);
    if (!answer) {
      m_interrupted = m_interrupted || is_interruption(answer.problem());
      return std::nullopt;
    }
    m_transferred += answer->wire_bytes;
    if (!answer->is_redirect()) return *std::move(answer);
    std::optional<Url> const next = answer->location();
    if (!next || !next->is_http() || !same_domain(m_url, *next)) return std::nullopt;
    m_url = next->without_fragment();
  }
  return std::nullopt;
}

std::string HttpSource::read(std::uint64_t offset, std::size_t size) {
  if (size == 0 || m_interrupted || (m_size && offset >= *m_size)) return {};
  std::optional<Response> answer = ask({offset, offset + size - 1});
  if (!answer || answer->truncated) return {};
  if (answer->status == 200 && offset == 0) {  // no parts, but it fits
    m_size = answer->body.size();
    return std::move(answer->body);
  }
  std::optional<std::uint64_t> const all = whole_size(*answer, offset);
  if (answer->status != 206 || !all) return {};
  m_size = all;
  return std::move(answer->body);
}

LoadedMedia MediaCache::load(SiteAccess &access, Url const &page, Url const &base,
                             std::vector<std::string> const &addresses,
                             std::stop_token const &stop) {
  LoadedMedia out;
  for (std::string const &address : addresses) {
    std::optional<Url> const parsed = Url::parse(address, &base);
    if (!parsed || !parsed->is_http() || !same_domain(page, *parsed)) continue;
    if (out.facts.size() >= kMaxFilesAPage) break;
    Url const url = parsed->without_fragment().without_credentials();
    std::shared_ptr<MediaFacts const> const known =
        m_facts.get(url.href(), stop, [&]() -> std::optional<MediaFacts> {
          MediaFacts facts = read(access, url, stop, out);
          if (out.interrupted) return std::nullopt;
          return facts;
        });
    out.interrupted = !known;
    if (!known) return out;
    out.facts[address] = *known;
  }
  return out;
}

MediaFacts MediaCache::read(SiteAccess &access, Url const &url, std::stop_token const &stop,
                            LoadedMedia &out) {
  Permission const permission = access.may_fetch(url, stop);
  if (!permission.allowed) {
    out.interrupted = is_interruption(*permission.problem);
    return {};
  }
  HttpSource source(
      url, [&](Url const &at, ByteRange range) { return access.get_part(at, range, stop); });
  MediaFacts const facts = read_media(source, kBudget);
  out.transferred += source.transferred();
  out.interrupted = source.interrupted();
  return facts;
}

}  // namespace wza::web

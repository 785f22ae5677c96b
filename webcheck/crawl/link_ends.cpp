// SPDX-License-Identifier: Apache-2.0
#include "webcheck/crawl/link_ends.h"

#include "webcheck/crawl/url_pattern.h"

#include <cassert>
#include <unordered_set>

namespace wza::web {
namespace {

bool is_there(std::optional<int> status) {
  constexpr int kNotModified = 304;
  return status && ((*status >= 200 && *status < 300) || status == kNotModified);
}

}  // namespace

void LinkEnds::add(std::string_view url, PastVisit const &past) {
  Seen seen;
  seen.sets_cookie = past.sets_cookie;
  if (past.state == VisitState::redirected && past.redirect_to) {
    seen.stop = Stop::leads;
    seen.next = hash_of(*past.redirect_to);
  } else if (past.state == VisitState::http_error && past.circles) {
    seen.stop = Stop::circles;
  } else if (past.state == VisitState::http_error && is_gone(past.status)) {
    seen.stop = Stop::gone;
    seen.status = *past.status;
  } else if (is_there(past.status)) {
    seen.stop = Stop::good;
  }
  if (seen.stop != Stop::good && seen.stop != Stop::doubt) seen.url = url;
  m_seen.insert_or_assign(hash_of(url), std::move(seen));
}

LinkEnd LinkEnds::of(std::uint64_t address) const {
  bool cookies = false;  // that a redirect sets may end a circle for whoever keeps them
  std::unordered_set<std::uint64_t> way;
  for (std::uint64_t at = address;;) {
    auto const found = m_seen.find(at);
    if (found == m_seen.end()) return {};
    Seen const &seen = found->second;
    bool const again = !way.insert(at).second;
    if (again || seen.stop == Stop::circles) {
      return {cookies ? LinkEnd::Kind::doubt : LinkEnd::Kind::dead, 0, nullptr};
    }
    if (seen.stop == Stop::doubt) return {};
    if (seen.stop == Stop::good) return {LinkEnd::Kind::good, 0, nullptr};
    if (seen.stop == Stop::gone) {
      return {LinkEnd::Kind::dead, seen.status, at == address ? nullptr : &seen.url};
    }
    cookies = cookies || seen.sets_cookie;
    at = seen.next;
  }
}

std::string const &LinkEnds::text_of(std::uint64_t address) const {
  Seen const &seen = m_seen.at(address);
  assert(!seen.url.empty());
  return seen.url;
}

}  // namespace wza::web

// SPDX-License-Identifier: Apache-2.0
#include "webcheck/crawl/access.h"

#include "webcheck/fetch/problems.h"
#include "webcheck/fetch/redirects.h"

#include <utility>

namespace wza::web {
namespace {

constexpr int kMostRetries = 2;

}  // namespace

bool is_interruption(Problem const &problem) {
  return problem.code == ProblemCode::budget;
}

Permission SiteAccess::may_fetch(Url const &url, std::stop_token const &stop) {
  std::string const origin = url.origin();
  auto known = m_rules.find(origin);
  if (known == m_rules.end()) {
    Rules rules = ask_robots(url, stop);
    if (rules.problem && is_interruption(*rules.problem)) return {false, std::move(rules.problem)};
    if (std::optional<std::chrono::milliseconds> const delay =
            rules.robots.crawl_delay(kRobotsToken)) {
      m_politeness->set_crawl_delay(url.host(), *delay);
    }
    known = m_rules.emplace(origin, std::move(rules)).first;
  }
  if (known->second.problem) {
    Problem problem = *known->second.problem;
    problem.where = url.href();
    return {false, std::move(problem)};
  }
  if (!known->second.robots.allows(kRobotsToken, url.request_target())) {
    return {false, robots_forbid(url.href())};
  }
  return {true, std::nullopt};
}

std::vector<std::string> SiteAccess::sitemaps(Url const &url) const {
  auto const known = m_rules.find(url.origin());
  return known == m_rules.end() ? std::vector<std::string>() : known->second.robots.sitemaps();
}

SiteAccess::Rules SiteAccess::ask_robots(Url const &url, std::stop_token const &stop) {
  Url const address = *Url::parse("/robots.txt", &url);
  m_fetcher.set_stop(stop);
  Result<Followed> answer = wza::web::get_following(m_fetcher, address, kRobotsRedirects);
  if (!answer) {
    // Redirects that lead nowhere: there is no such file (RFC 9309, section 2.3.1.2).
    if (answer.problem().field == "Location") return {Robots::allow_all(), std::nullopt};
    return {Robots::forbid_all(), std::move(answer).problem()};
  }
  Robots robots = Robots::of_answer(answer->response.status, answer->response.body);
  if (!robots.forbids_all()) return {std::move(robots), std::nullopt};
  return {std::move(robots), robots_unavailable(address.href(), answer->response.status)};
}

Result<Response> SiteAccess::get(Url const &url, std::stop_token const &stop) {
  int &failures = m_failures[url.host()];
  if (failures >= kMostFailures) return host_given_up(url.href(), url.host());
  m_fetcher.set_stop(stop);
  for (int again = 0;; ++again) {
    Result<Response> answer = m_fetcher.get(url);
    if (!answer) {
      bool const silent = answer.problem().code == ProblemCode::unreachable ||
                          answer.problem().code == ProblemCode::timed_out;
      if (silent) ++failures;
      return answer;
    }
    failures = 0;
    bool const busy = answer->status == 429 || answer->status == 503;
    if (!busy || again == kMostRetries) return answer;
  }
}

Result<Response> SiteAccess::get_following(Url const &url, std::size_t max_hops,
                                           std::stop_token const &stop) {
  m_fetcher.set_stop(stop);
  Result<Followed> answer = wza::web::get_following(m_fetcher, url, max_hops);
  if (!answer) return std::move(answer).problem();
  return std::move(answer->response);
}

Result<Response> SiteAccess::get_part(Url const &url, ByteRange range,
                                      std::stop_token const &stop) {
  m_fetcher.set_stop(stop);
  return m_fetcher.get_part(url, range);
}

void SiteAccess::remember(std::string const &host, bool answered) {
  m_failures[host] = answered ? 0 : m_failures[host] + 1;
  m_politeness->pretend_just_asked(host);
}

}  // namespace wza::web

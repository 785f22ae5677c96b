// SPDX-License-Identifier: Apache-2.0
#include "webcheck/crawl/access.h"

#include "webcheck/fetch/problems.h"
#include "webcheck/fetch/redirects.h"

#include <utility>

namespace wza::web {

bool is_interruption(Problem const &problem) {
  return problem.code == ProblemCode::budget;
}

bool says_nothing(Problem const &problem) {
  return problem.code == ProblemCode::unreachable || problem.code == ProblemCode::timed_out;
}

Permission SiteAccess::may_fetch(Url const &url, std::stop_token const &stop) {
  auto const ask = [&]() -> std::optional<SiteRules> {
    SiteRules rules = ask_robots(url, stop);
    if (rules.problem && is_interruption(*rules.problem)) return std::nullopt;
    if (std::optional<std::chrono::milliseconds> const delay =
            rules.robots.crawl_delay(kRobotsToken)) {
      m_politeness->set_crawl_delay(url.host(), *delay);
    }
    return rules;
  };
  std::shared_ptr<SiteRules const> const rules = m_book->rules(url.origin(), ask, stop);
  if (!rules) return {false, interrupted(url.href())};
  if (rules->problem) {
    Problem problem = *rules->problem;
    std::optional<Url> const met = Url::parse(problem.where);
    problem.where = url.href();
    return {false, std::move(problem), met && met->origin() == url.origin()};
  }
  if (!rules->robots.allows(kRobotsToken, url.request_target())) {
    return {false, robots_forbid(url.href())};
  }
  return {true, std::nullopt};
}

std::vector<std::string> SiteAccess::sitemaps(Url const &url) const {
  std::shared_ptr<SiteRules const> const rules = m_book->known(url.origin());
  return rules ? rules->robots.sitemaps() : std::vector<std::string>();
}

SiteRules SiteAccess::ask_robots(Url const &url, std::stop_token const &stop) {
  Url const address = *Url::parse("/robots.txt", &url);
  m_fetcher.set_stop(stop);
  // What a server sends beyond that is not waited for.
  Result<Followed> answer =
      wza::web::get_following(m_fetcher, address, kRobotsRedirects, kRobotsBytes);
  if (!answer) {
    // Redirects that lead nowhere: there is no such file (RFC 9309, section 2.3.1.2).
    if (answer.problem().field == "Location") return {Robots::allow_all(), std::nullopt};
    return {Robots::forbid_all(), std::move(answer).problem()};
  }
  Robots robots = Robots::of_answer(answer->response.status, answer->response.body);
  if (!robots.forbids_all()) return {std::move(robots), std::nullopt};
  return {std::move(robots), robots_unavailable(address.href(), answer->response.status)};
}

Result<Response> SiteAccess::get(Url const &url, std::stop_token const &stop,
                                 Validators const &known) {
  return send({.url = url, .known = known}, stop);
}

Result<Response> SiteAccess::head(Url const &url, std::stop_token const &stop) {
  return send({.url = url, .head = true}, stop);
}

Result<Response> SiteAccess::glance(Url const &url, std::stop_token const &stop) {
  return send({.url = url, .enough = 1}, stop);
}

Result<Response> SiteAccess::send(FetchRequest const &request, std::stop_token const &stop) {
  Url const &url = request.url;
  if (m_book->is_silent(url.origin())) return host_given_up(url.href(), url.host());
  m_fetcher.set_stop(stop);
  Result<Response> answer = m_fetcher.send(request);
  bool const silent = !answer && says_nothing(answer.problem());
  if (silent || answer) m_book->note_answer(url.origin(), !silent);
  return answer;
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

}  // namespace wza::web

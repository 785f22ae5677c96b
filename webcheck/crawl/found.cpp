// SPDX-License-Identifier: Apache-2.0
#include "webcheck/crawl/found.h"

#include "webcheck/fetch/problems.h"
#include "webcheck/fetch/redirects.h"
#include "webcheck/url/normalize.h"

#include <algorithm>
#include <utility>

namespace wza::web {

VisitState state_of(Problem const &problem) {
  switch (problem.code) {
    case ProblemCode::bad_certificate:
      return VisitState::bad_certificate;
    case ProblemCode::timed_out:
      return VisitState::timed_out;
    case ProblemCode::too_large:
      return VisitState::too_large;
    case ProblemCode::forbidden:
    case ProblemCode::bad_value:
      return VisitState::refused;
    case ProblemCode::robots:
      return VisitState::excluded_robots;
    case ProblemCode::unreadable:
      return VisitState::unreadable;
    default:
      return VisitState::unreachable;
  }
}

void stop_at(Found &out, VisitState state, std::optional<Problem> problem) {
  out.visit.row.state = state;
  out.visit.problem = std::move(problem);
}

void note_certificate(Problem const &problem, Found &out) {
  if (problem.code == ProblemCode::bad_certificate) out.visit.past.certificate = problem.reason;
}
void note_certificate(Response const &answer, Found &out) {
  out.visit.certificate_doubt = answer.certificate_doubt;
  out.visit.past.certificate.reset();
  if (answer.certificate_doubt) {
    out.visit.past.certificate =
        certificate_distrusted(answer.url.host(), *answer.certificate_doubt);
  }
}

void take_file(std::string type, std::optional<std::int64_t> bytes, Found &out) {
  stop_at(out, VisitState::not_html);
  if (!type.empty()) out.visit.row.media_type = std::move(type);
  out.visit.row.bytes = bytes;
}

void take_redirect(FrontierEntry const &entry, Response const &response, Found &out) {
  std::string const where = entry.url.href();
  std::optional<Url> const target = response.location();
  if (!target) return stop_at(out, VisitState::http_error, redirect_nowhere(where));
  if (!target->is_http()) return stop_at(out, VisitState::refused, unsupported_scheme(where));
  Url plain = crawl_url(*target);
  bool const seen = plain == entry.url || std::find(entry.chain.begin(), entry.chain.end(),
                                                    plain.href()) != entry.chain.end();
  if (seen) {
    out.visit.past.circles = !response.cookie_set;
    return stop_at(out, VisitState::http_error, redirect_loop(where, plain.href()));
  }
  if (entry.chain.size() >= kPageRedirects) {
    return stop_at(out, VisitState::http_error, too_many_redirects(where, kPageRedirects));
  }
  stop_at(out, VisitState::redirected);
  out.visit.past.sets_cookie = response.cookie_set;
  out.redirect = std::move(plain);
}

}  // namespace wza::web

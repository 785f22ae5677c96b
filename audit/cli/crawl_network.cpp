// SPDX-License-Identifier: Apache-2.0
#include "audit/cli/crawl_network.h"

#include "webcheck/crawl/login.h"
#include "webcheck/url/normalize.h"

#include <fmt/format.h>

namespace wza::audit {
namespace {

Problem no_address(std::string const &text) {
  return {ProblemCode::usage,
          {},
          "URL",
          {},
          {fmt::format("“{}”不是 http 或 https 网址。", text),
           fmt::format("\"{}\" is no http or https address.", text)},
          {"例如：wza crawl https://www.example.gov.cn/",
           "For example: wza crawl https://www.example.gov.cn/"}};
}

}  // namespace

std::optional<Problem> find_proxies(std::optional<std::string> const &proxy,
                                    web::FetchOptions &fetch) {
  auto proxies = web::proxies_of(web::process_environment);
  if (!proxies && !proxy) return proxies.problem();
  if (proxies) fetch.proxies = *std::move(proxies);
  if (!proxy) return std::nullopt;
  auto const given = web::parse_proxy(*proxy);
  if (!given) return given.problem();
  fetch.proxies.for_http = fetch.proxies.for_https = *given;
  return std::nullopt;
}

std::optional<Problem> log_in(std::optional<std::string> const &file, web::FetchOptions &fetch,
                              std::optional<std::string> const &origin) {
  if (!file) return std::nullopt;
  auto logins = web::read_logins(*file);
  if (!logins) return logins.problem();
  for (web::SiteLogin &login : *logins) {
    if (!login.page) fetch.authorization.emplace(login.origin, std::move(login.basic));
  }
  web::Client client(fetch);
  for (web::SiteLogin const &login : *logins) {
    if (!login.page || (origin && login.origin != *origin)) continue;
    if (auto problem = web::log_in(client, login)) return problem;
  }
  return std::nullopt;
}

Result<std::vector<web::Url>> starts_of(std::vector<std::string> const &texts) {
  std::vector<web::Url> starts;
  for (std::string const &text : texts) {
    auto const url = web::Url::parse(text);
    if (!url || !url->is_http()) return no_address(text);
    starts.push_back(web::crawl_url(*url));
  }
  return starts;
}

}  // namespace wza::audit

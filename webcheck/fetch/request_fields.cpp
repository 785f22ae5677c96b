// SPDX-License-Identifier: Apache-2.0
#include "webcheck/fetch/request_fields.h"

#include <fmt/format.h>

namespace wza::web {

std::string request_target(FetchRequest const &request, bool to_proxy) {
  return to_proxy ? request.url.without_fragment().without_credentials().href()
                  : request.url.request_target();
}

std::vector<HeaderField> request_fields(FetchRequest const &request, FetchOptions const &options,
                                        bool to_proxy, UtcTime now) {
  Url const &url = request.url;
  std::vector<HeaderField> out;
  auto add = [&out](char const *name, std::string value) {
    if (!value.empty()) out.push_back({name, std::move(value)});
  };
  add("Host", url.port() ? fmt::format("{}:{}", url.host(), *url.port()) : url.host());
  add("User-Agent", options.user_agent());
  add("Accept", "text/html,application/xhtml+xml,text/css;q=0.9,text/plain;q=0.8,*/*;q=0.1");
  add("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.5");
  add("Accept-Encoding", request.part || request.head ? "identity" : "gzip, deflate, br");
  if (request.part) {
    add("Range", fmt::format("bytes={}-{}", request.part->first, request.part->last));
  }
  add("If-None-Match", request.known.etag);
  add("If-Modified-Since", request.known.last_modified);
  if (options.cookies) add("Cookie", options.cookies->for_request(url, now));
  auto const login = options.authorization.find(url.origin());
  if (login != options.authorization.end()) {
    add("Authorization", std::string(login->second.reveal()));
  }
  if (to_proxy) add("Proxy-Authorization", proxy_authorization(*options.proxies.of(url)));
  if (request.form) add("Content-Type", "application/x-www-form-urlencoded");
  return out;
}

}  // namespace wza::web

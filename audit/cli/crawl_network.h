// SPDX-License-Identifier: Apache-2.0
// What the options of a crawl say of the network: starts, proxies, logins.
#pragma once

#include "db/base/error.h"
#include "webcheck/fetch/client.h"

#include <optional>
#include <string>
#include <vector>

namespace wza::audit {

/// The addresses of operands, as crawled; wrong usage where one is no http or https URL.
Result<std::vector<web::Url>> starts_of(std::vector<std::string> const &texts);

/// The way to the network: the proxy that is given, else those of the environment.
std::optional<Problem> find_proxies(std::optional<std::string> const &proxy,
                                    web::FetchOptions &fetch);

/// Reads the file of --login, where it is given, and sends the forms in it, with `origin` those of
/// that site alone; the cookies are kept in `fetch`.
std::optional<Problem> log_in(std::optional<std::string> const &file, web::FetchOptions &fetch,
                              std::optional<std::string> const &origin);

}  // namespace wza::audit

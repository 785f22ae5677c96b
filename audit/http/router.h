// SPDX-License-Identifier: Apache-2.0
// Finds the handler of a request in a table and answers what has none: 404, 405, and 500 where a
// handler threw. Knows no socket, so that every route is tested as a function.
#pragma once

#include "audit/http/request.h"
#include "audit/http/response.h"
#include "db/base/text.h"

#include <optional>
#include <span>
#include <string_view>

namespace wza::audit {

class Pages;

/// What a handler gets: the request, its language, and the part of the path that stands for {id}.
struct PageCall {
  Request const &request;
  Lang lang{};
  std::string_view id;
};

using Handler = Response (*)(Pages const &pages, PageCall const &call);

/// One line of the map of the product. `path` may end in "/{id}".
struct Route {
  std::string_view path;
  Handler handler = nullptr;
};

/// All routes: audit/http/routes.cpp.
std::span<Route const> all_routes();

/// The language of a request: ?lang=, else the cookie, else Accept-Language (RFC 9110, section
/// 12.5.4), else Chinese.
Lang language_of(Request const &request);

/// Answers any request; never throws.
Response answer(Pages const &pages, Request const &request);

}  // namespace wza::audit

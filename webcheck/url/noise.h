// SPDX-License-Identifier: Apache-2.0
// What stands in addresses and says nothing about the page: sessions, the traces of campaigns and
// of sharing, times against caches, and the order of a list. Names that sites also use for content
// ("sid", "from", "sort") count only where their value is telling.
#pragma once

#include <string>
#include <string_view>

namespace wza::web {

/// True if the query parameter says nothing about the page.
bool is_noise_parameter(std::string_view name, std::string_view value);

/// True for a path segment that holds a cookieless session of ASP.NET, "(S(lit3py55t21z5v55))".
bool is_session_segment(std::string_view segment);

/// The segment without ";jsessionid=…" and the like.
std::string without_session_parameter(std::string_view segment);

}  // namespace wza::web

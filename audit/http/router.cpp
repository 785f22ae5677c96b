// SPDX-License-Identifier: Apache-2.0
#include "audit/http/router.h"

#include "audit/pages/pages.h"
#include "audit/text/texts.h"
#include "db/base/enum_names.h"

#include <charconv>
#include <exception>

namespace wza::audit {
namespace {

constexpr std::string_view kCookie = "wza_lang";
constexpr std::string_view kId = "{id}";

std::optional<Lang> lang_of_tag(std::string_view tag) {
  std::string const lower = ascii_lower(tag.substr(0, 2));
  if (tag.size() > 2 && tag[2] != '-') return std::nullopt;
  if (lower == "zh") return Lang::zh;
  if (lower == "en") return Lang::en;
  return std::nullopt;
}

// The language with the highest weight; the first of equals.
std::optional<Lang> accepted(std::string_view header) {
  std::optional<Lang> best;
  double best_weight = 0;
  while (!header.empty()) {
    std::size_t const end = std::min(header.find(','), header.size());
    std::string_view item = trimmed(header.substr(0, end));
    header.remove_prefix(std::min(end + 1, header.size()));
    double weight = 1;
    if (auto const q = item.find(";q="); q != std::string_view::npos) {
      std::string_view const digits = item.substr(q + 3);
      if (std::from_chars(digits.data(), digits.data() + digits.size(), weight).ec != std::errc()) {
        weight = 0;
      }
      item = item.substr(0, q);
    }
    auto const lang = lang_of_tag(trimmed(item));
    if (lang && weight > best_weight) {
      best = lang;
      best_weight = weight;
    }
  }
  return best;
}

// The part that stands for {id}; "" where the route has none; nothing where it does not match.
std::optional<std::string_view> match(std::string_view pattern, std::string_view path) {
  if (!pattern.ends_with(kId))
    return pattern == path ? std::optional(path.substr(0, 0)) : std::nullopt;
  std::string_view const prefix = pattern.substr(0, pattern.size() - kId.size());
  if (!path.starts_with(prefix) || path.size() == prefix.size()) return std::nullopt;
  std::string_view const id = path.substr(prefix.size());
  return id.find('/') == std::string_view::npos ? std::optional(id) : std::nullopt;
}

Response dispatch(Pages const &pages, Request const &request, Lang lang) {
  for (Route const &route : all_routes()) {
    auto const id = match(route.path, request.path);
    if (!id) continue;
    if (request.method == Method::other) {
      Response response = pages.error_page(405, {request, lang, {}});
      response.set("Allow", "GET, HEAD");
      return response;
    }
    return route.handler(pages, {request, lang, *id});
  }
  return pages.error_page(404, {request, lang, {}});
}

}  // namespace

Lang language_of(Request const &request) {
  if (auto const asked = from_key<Lang>(request.query.get("lang"))) return *asked;
  if (auto const kept = request.cookie_value(kCookie)) {
    if (auto const lang = from_key<Lang>(*kept)) return *lang;
  }
  return accepted(request.accept_language).value_or(Lang::zh);
}

Response answer(Pages const &pages, Request const &request) {
  Lang const lang = language_of(request);
  Response response;
  try {
    response = dispatch(pages, request, lang);
  } catch (std::exception const &error) {
    pages.report_failure(request, error);
    response = pages.error_page(500, {request, lang, {}});
  }
  if (request.query.has("lang")) {
    response.set("Set-Cookie",
                 lang == Lang::zh
                     ? "wza_lang=zh; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly"
                     : "wza_lang=en; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly");
  }
  if (response.content_type.starts_with("text/html")) {
    response.set("Vary", "Accept-Language, Cookie");
    response.set("Content-Language", lang == Lang::zh ? "zh-CN" : "en");
  }
  add_security_headers(response);
  return response;
}

}  // namespace wza::audit

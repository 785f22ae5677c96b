// SPDX-License-Identifier: Apache-2.0
#include "webcheck/url/normalize.h"

#include "db/base/text.h"
#include "webcheck/url/percent.h"

#include <algorithm>
#include <array>
#include <utility>

namespace wza::web {
namespace {

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.' || c == '_' || c == '~';
}

/// Escapes in upper case, and none for what needs none (RFC 3986, sections 6.2.2.1 and 6.2.2.2).
std::string with_plain_escapes(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool const escape = text[i] == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 &&
                        hex_value(text[i + 2]) >= 0;
    if (!escape) {
      out += text[i];
      continue;
    }
    auto const byte = static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
    if (is_unreserved(byte)) {
      out += byte;
    } else {
      constexpr std::string_view kHex = "0123456789ABCDEF";
      out += '%';
      out += kHex[static_cast<std::size_t>(hex_value(text[i + 1]))];
      out += kHex[static_cast<std::size_t>(hex_value(text[i + 2]))];
    }
    i += 2;
  }
  return out;
}

/// True for ASP.NET's cookieless session, "(S(lit3py55t21z5v55vlm25s55))".
bool is_aspnet_session(std::string_view segment) {
  return segment.size() > 5 && ascii_iequals(segment.substr(0, 3), "(S(") &&
         segment.ends_with("))");
}

std::string without_path_parameters(std::string_view segment) {
  std::string const lower = ascii_lower(segment);
  for (std::string_view name : {";jsessionid=", ";phpsessid="}) {
    if (std::size_t const at = lower.find(name); at != std::string::npos) {
      return std::string(segment.substr(0, at));
    }
  }
  return std::string(segment);
}

std::optional<std::string> plain_query(std::optional<std::string> const &query) {
  if (!query) return std::nullopt;
  std::string out;
  std::string_view rest = *query;
  while (!rest.empty()) {
    std::size_t const at = rest.find('&');
    std::string_view const pair = rest.substr(0, at);
    rest.remove_prefix(at == std::string_view::npos ? rest.size() : at + 1);
    if (pair.empty() || is_noise_parameter(pair.substr(0, pair.find('=')))) continue;
    if (!out.empty()) out += '&';
    out += with_plain_escapes(pair);
  }
  return out.empty() ? std::nullopt : std::optional(std::move(out));
}

Url one_pass(Url const &url) {
  std::vector<std::string> segments;
  for (std::string const &segment : url.segments()) {
    if (is_aspnet_session(segment)) continue;
    segments.push_back(with_plain_escapes(without_path_parameters(segment)));
  }
  if (segments.empty()) segments.emplace_back();
  Url const plain = url.without_fragment().without_credentials().with_path_and_query(
      std::move(segments), plain_query(url.query()));
  std::optional<Url> const again = Url::parse(plain.href());
  return again ? *again : plain;
}

}  // namespace

bool is_noise_parameter(std::string_view name) {
  std::string const lower = ascii_lower(name);
  constexpr std::array<std::string_view, 10> kNames{
      "jsessionid", "phpsessid", "sessionid", "cfid", "cftoken",
      "gclid",      "fbclid",    "bd_vid",    "spm",  "hmsr"};
  return std::find(kNames.begin(), kNames.end(), lower) != kNames.end() ||
         lower.starts_with("utm_") || lower.starts_with("aspsessionid");
}

Url crawl_url(Url const &url) {
  // A decoded escape may make a dot segment, a session name or another escape. Each pass that
  // changes anything shortens the URL, so this ends.
  Url out = one_pass(url);
  for (;;) {
    Url next = one_pass(out);
    if (next == out) return out;
    out = std::move(next);
  }
}

}  // namespace wza::web

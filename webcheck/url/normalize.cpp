// SPDX-License-Identifier: Apache-2.0
#include "webcheck/url/normalize.h"

#include "webcheck/url/noise.h"
#include "webcheck/url/percent.h"

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

std::optional<std::string> plain_query(std::optional<std::string> const &query) {
  if (!query) return std::nullopt;
  std::string out;
  std::string_view rest = *query;
  while (!rest.empty()) {
    std::size_t const at = rest.find('&');
    std::string_view const pair = rest.substr(0, at);
    rest.remove_prefix(at == std::string_view::npos ? rest.size() : at + 1);
    std::string const plain = with_plain_escapes(pair);
    std::size_t const equals = plain.find('=');
    std::string_view const value = equals == std::string::npos
                                       ? std::string_view()
                                       : std::string_view(plain).substr(equals + 1);
    if (plain.empty() || is_noise_parameter(plain.substr(0, equals), value)) continue;
    if (!out.empty()) out += '&';
    out += plain;
  }
  return out.empty() ? std::nullopt : std::optional(std::move(out));
}

Url one_pass(Url const &url) {
  std::vector<std::string> segments;
  for (std::string const &segment : url.segments()) {
    if (is_session_segment(segment)) continue;
    segments.push_back(with_plain_escapes(without_session_parameter(segment)));
  }
  if (segments.empty()) segments.emplace_back();
  Url const plain = url.with_path_and_query(std::move(segments), plain_query(url.query()));
  std::optional<Url> const again = Url::parse(plain.href());
  return again ? *again : plain;
}

}  // namespace

Url crawl_url(Url const &url) {
  // A decoded escape may make a dot segment, a session name or another escape. Each pass that
  // changes anything shortens the URL, so this ends.
  Url out = url.without_fragment().without_credentials();
  for (;;) {
    Url next = one_pass(out);
    if (next == out) return out;
    out = std::move(next);
  }
}

}  // namespace wza::web

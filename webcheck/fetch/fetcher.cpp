// SPDX-License-Identifier: Apache-2.0
#include "webcheck/fetch/fetcher.h"

#include "webcheck/fetch/problems.h"
#include "webcheck/url/percent.h"

#include <charconv>

namespace wza::web {

Result<Response> Fetcher::get_part(Url const &url, ByteRange range) {
  return body_too_large(url.href(), static_cast<std::size_t>(range.last - range.first + 1));
}

Result<Response> Fetcher::send(FetchRequest const &request) {
  return request.part ? get_part(request.url, *request.part) : get(request.url);
}

Validators Response::validators() const {
  return {std::string(header("ETag").value_or(std::string_view())),
          std::string(header("Last-Modified").value_or(std::string_view()))};
}

std::optional<std::string_view> Response::header(std::string_view name) const {
  for (HeaderField const &field : headers) {
    if (ascii_iequals(field.name, name)) return field.value;
  }
  return std::nullopt;
}

std::string Response::media_type() const {
  std::optional<std::string_view> const value = header("Content-Type");
  return value ? ascii_lower(trimmed(value->substr(0, value->find(';')))) : std::string();
}

std::optional<std::int64_t> Response::declared_bytes() const {
  std::optional<std::string_view> const length = header("Content-Length");
  std::string_view const coding = header("Content-Encoding").value_or("identity");
  if (!length || !ascii_iequals(trimmed(coding), "identity")) return std::nullopt;
  std::string_view const digits = trimmed(*length);
  std::int64_t out = 0;
  auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), out);
  bool const whole = error == std::errc() && end == digits.data() + digits.size() && out >= 0;
  return whole ? std::optional(out) : std::nullopt;
}

bool Response::is_redirect() const {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

std::optional<Url> Response::location() const {
  std::optional<std::string_view> const value = header("Location");
  if (!is_redirect() || !value) return std::nullopt;
  // Servers write raw bytes of any charset; what is no UTF-8 goes back to them byte by byte.
  if (is_utf8(*value)) return Url::parse(*value, &url);
  return Url::parse(percent_encoded(*value, EncodeSet::c0_control), &url);
}

}  // namespace wza::web

// SPDX-License-Identifier: Apache-2.0
#include "webcheck/url/noise.h"

#include "db/base/ascii.h"
#include "db/base/text.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace wza::web {
namespace {

template <std::size_t N>
bool among(std::array<std::string_view, N> const &words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_ascii_digit);
}

/// Long, and of letters and digits mixed, as generated ids are.
bool looks_like_session(std::string_view value) {
  constexpr std::size_t kShortest = 16;
  auto in_id = [](char c) {
    return is_ascii_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
           c == '_';
  };
  return value.size() >= kShortest && std::all_of(value.begin(), value.end(), in_id) &&
         std::any_of(value.begin(), value.end(), is_ascii_digit) && !all_digits(value);
}

bool is_session(std::string_view name, std::string_view value) {
  constexpr std::array<std::string_view, 8> kAlways{"jsessionid", "phpsessid", "sessionid",
                                                    "session_id", "cfid",      "cftoken",
                                                    "aspsessid",  "sessid"};
  constexpr std::array<std::string_view, 6> kWhereLong{"sid",   "s",      "session",
                                                       "zenid", "oscsid", "phpsid"};
  return among(kAlways, name) || name.starts_with("aspsessionid") ||
         (among(kWhereLong, name) && looks_like_session(value));
}

/// Campaigns, and what the share buttons of WeChat, Weibo and QQ put behind an address.
bool is_trace(std::string_view name, std::string_view value) {
  constexpr std::array<std::string_view, 20> kAlways{
      "gclid",  "fbclid",         "msclkid", "yclid",         "bd_vid", "spm",        "hmsr",
      "hmpl",   "hmcu",           "hmkw",    "hmci",          "scm",    "mc_cid",     "mc_eid",
      "nsukey", "isappinstalled", "wxshare", "wxshare_count", "wfr",    "share_token"};
  constexpr std::array<std::string_view, 13> kPlaces{
      "singlemessage", "groupmessage", "timeline", "wechat",   "weixin", "wx", "weibo", "qq",
      "qzone",         "message",      "share",    "mobileqq", "sms"};
  bool const place =
      among(std::array<std::string_view, 3>{"from", "share_from", "share_source"}, name) &&
      among(kPlaces, value);
  return place || among(kAlways, name) || name.starts_with("utm_");
}

/// A time or a random number that keeps caches from answering.
bool is_cache_buster(std::string_view name, std::string_view value) {
  constexpr std::array<std::string_view, 8> kNames{"_",    "t",   "ts",     "timestamp",
                                                   "rand", "rnd", "random", "nocache"};
  bool const time = all_digits(value) && (value.size() == 10 || value.size() == 13);
  bool const fraction = value.size() > 8 && value.starts_with("0.") && all_digits(value.substr(2));
  return among(kNames, name) && (time || fraction);
}

bool is_direction(std::string_view value) {
  return value == "asc" || value == "desc" || value.ends_with("_asc") || value.ends_with("_desc") ||
         value.ends_with("-asc") || value.ends_with("-desc");
}

bool is_sorting(std::string_view name, std::string_view value) {
  constexpr std::array<std::string_view, 13> kAlways{
      "sortby",     "sort_by", "orderby",  "order_by",  "sortfield", "sortorder",    "sort_order",
      "orderfield", "sortdir", "sort_dir", "ordertype", "orderdir",  "sortdirection"};
  constexpr std::array<std::string_view, 6> kWhereTelling{"sort", "order",     "o",
                                                          "dir",  "direction", "by"};
  constexpr std::array<std::string_view, 14> kColumns{
      "date",  "time",   "title", "name",   "size", "hits",    "views",
      "click", "clicks", "new",   "newest", "hot",  "pubdate", "pubtime"};
  return among(kAlways, name) ||
         (among(kWhereTelling, name) && (is_direction(value) || among(kColumns, value)));
}

}  // namespace

bool is_noise_parameter(std::string_view name, std::string_view value) {
  std::string const n = ascii_lower(name);
  std::string const v = ascii_lower(value);
  return is_session(n, value) || is_trace(n, v) || is_cache_buster(n, v) || is_sorting(n, v);
}

bool is_session_segment(std::string_view segment) {
  if (!segment.starts_with('(') || !segment.ends_with("))")) return false;
  // One or several "X(…)", with X one of the letters that ASP.NET uses.
  std::string_view rest = segment.substr(1, segment.size() - 2);
  while (!rest.empty()) {
    constexpr std::string_view kLetters = "ASFXasfx";
    std::size_t const close = rest.find(')');
    bool const part = rest.size() > 3 && kLetters.find(rest[0]) != std::string_view::npos &&
                      rest[1] == '(' && close != std::string_view::npos && close > 2;
    if (!part) return false;
    rest.remove_prefix(close + 1);
  }
  return true;
}

std::string without_session_parameter(std::string_view segment) {
  std::string const lower = ascii_lower(segment);
  std::size_t cut = segment.size();
  for (std::string_view name : {";jsessionid=", ";phpsessid=", ";sessionid="}) {
    cut = std::min(cut, lower.find(name));
  }
  return std::string(segment.substr(0, cut));
}

}  // namespace wza::web

// SPDX-License-Identifier: Apache-2.0
#include "webcheck/crawl/url_pattern.h"

#include "db/base/text.h"
#include "webcheck/url/percent.h"
#include "webcheck/url/site.h"

#include <algorithm>
#include <array>
#include <map>

namespace wza::web {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Percent-decoded, in lower case, with the numerals of Chinese dates as digits.
std::string plain(std::string_view text) {
  constexpr std::array<std::string_view, 13> kNumerals{"〇", "零", "一", "二", "三", "四", "五",
                                                       "六", "七", "八", "九", "十", "百"};
  std::string const decoded = ascii_lower(percent_decoded(text));
  std::string out;
  for (std::size_t i = 0; i < decoded.size();) {
    std::string_view const rest = std::string_view(decoded).substr(i);
    auto const numeral = std::find_if(kNumerals.begin(), kNumerals.end(),
                                      [&](std::string_view n) { return rest.starts_with(n); });
    out += numeral == kNumerals.end() ? decoded[i] : '0';
    i += numeral == kNumerals.end() ? 1 : numeral->size();
  }
  return out;
}

/// Numbers and what looks like a key ("8f3ab2c9") become "*", words stay.
std::string folded(std::string_view text) {
  constexpr std::size_t kKey = 6;    // mixed characters; "list12" is a word with a number
  constexpr std::size_t kWord = 24;  // letters in a row
  std::string const letters = plain(text);
  std::string out;
  for (std::size_t i = 0; i < letters.size();) {
    std::size_t end = i;
    std::size_t digits = 0, changes = 0;
    bool ascii = true;
    while (end < letters.size() && (is_digit(letters[end]) || is_letter(letters[end]))) {
      digits += is_digit(letters[end]) ? 1 : 0;
      changes += end > i && is_digit(letters[end]) != is_digit(letters[end - 1]) ? 1 : 0;
      ascii = ascii && static_cast<unsigned char>(letters[end]) < 0x80;
      ++end;
    }
    if (end == i) {
      out += letters[i++];
      continue;
    }
    std::size_t const size = end - i;
    bool const is_key = ascii && (digits == size || (changes > 1 && size >= kKey) || size > kWord);
    for (; i < end; ++i) {
      bool const fold = is_key || is_digit(letters[i]);
      if (fold && out.ends_with('*')) continue;
      out += fold ? '*' : letters[i];
    }
  }
  return out;
}

/// The segments folded; empty ones and words that stand in the path already are left out, so that
/// "/a/b/a/b/" follows the pattern of "/a/b/".
std::vector<std::string> folded_path(Url const &url) {
  std::vector<std::string> out;
  for (std::string const &segment : url.segments()) {
    std::string one = folded(segment);
    bool const word = std::any_of(one.begin(), one.end(), is_letter);
    bool const again = word && std::find(out.begin(), out.end(), one) != out.end();
    if (!one.empty() && !again) out.push_back(std::move(one));
  }
  return out;
}

/// Kinds of characters: "@" words, "*" numbers; two at most, and the ending of a file name.
std::string loose_segment(std::string_view segment) {
  constexpr std::size_t kEnding = 6;
  std::size_t const dot = segment.rfind('.');
  bool const has_ending = dot != std::string_view::npos && segment.size() - dot <= kEnding;
  std::string out;
  for (char const c : segment.substr(0, has_ending ? dot : segment.size())) {
    char const kind = c == '*' ? '*' : '@';
    if ((c == '*' || is_letter(c)) && out.size() < 2 && !out.ends_with(kind)) out += kind;
  }
  if (has_ending) out += segment.substr(dot);
  return out;
}

std::string loose_path(std::vector<std::string> const &path) {
  std::string out;
  std::string last;
  for (std::string const &segment : path) {
    std::string one = loose_segment(segment);
    if (one == last) continue;
    out.append("/").append(one);
    last = std::move(one);
  }
  return out;
}

std::string joined(std::vector<std::string> const &path, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i)
    out.append("/").append(path[i]);
  return out.empty() ? "/" : out;
}

/// The parameters by name, each once: "page=" or, where its value is one word, "mod=list".
std::map<std::string, std::string> parameters_of(Url const &url) {
  constexpr std::size_t kWord = 12;
  std::map<std::string, std::string> out;
  std::string_view rest = url.query() ? std::string_view(*url.query()) : std::string_view();
  while (!rest.empty()) {
    std::size_t const end = std::min(rest.find('&'), rest.size());
    std::string_view const pair = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    std::size_t const equals = std::min(pair.find('='), pair.size());
    std::string const name = folded(pair.substr(0, equals));
    std::string const value = plain(pair.substr(std::min(equals + 1, pair.size())));
    bool const word =
        !value.empty() && value.size() <= kWord &&
        std::all_of(value.begin(), value.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (!name.empty()) out.try_emplace(name, name + "=" + (word ? value : std::string()));
  }
  return out;
}

std::string site_of(Url const &url) {
  return url.port() ? url.host() + ":" + std::to_string(*url.port()) : url.host();
}

std::string exact_of(Url const &url, std::vector<std::string> const &path,
                     std::map<std::string, std::string> const &parameters) {
  std::string out = site_of(url) + joined(path, path.size());
  char sign = '?';
  for (auto const &[name, one] : parameters) {
    out += sign + one;
    sign = '&';
  }
  return out;
}

}  // namespace

std::uint64_t hash_of(std::string_view text) {
  std::uint64_t value = 0xcbf29ce484222325U;
  for (char const c : text)
    value = (value ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  return value;
}

std::vector<UrlPattern> patterns_of(Url const &url) {
  constexpr std::size_t kFolders = 3;
  std::vector<std::string> const path = folded_path(url);
  std::map<std::string, std::string> const parameters = parameters_of(url);
  std::string const site = site_of(url);
  std::string const words = site + joined(path, path.size());
  bool const asks = !parameters.empty();
  std::vector<UrlPattern> out;
  out.push_back({PatternKind::exact, exact_of(url, path, parameters)});
  out.push_back({PatternKind::loose, site + loose_path(path)});
  if (asks) out.push_back({PatternKind::query, words + "?..."});
  for (std::size_t i = 1; i < path.size() && i <= kFolders; ++i)
    out.push_back({PatternKind::folder, site + joined(path, i) + "/..."});
  for (auto const &[name, one] : parameters) {
    out.push_back({PatternKind::parameter, words + "?..." + one + "..."});
    out.push_back({PatternKind::anywhere, site + "/...?..." + name + "=..."});
  }
  return out;
}

UrlPattern hosts_of(Url const &url) {
  return {PatternKind::hosts, "*." + registrable_domain(url.host())};
}

LinkForm form_of(Url const &url) {
  std::vector<std::string> const path = folded_path(url);
  std::string const site = site_of(url);
  return {hash_of(exact_of(url, path, parameters_of(url))), hash_of(loose_path(path))};
}

}  // namespace wza::web

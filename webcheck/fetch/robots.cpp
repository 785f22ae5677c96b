// SPDX-License-Identifier: Apache-2.0
#include "webcheck/fetch/robots.h"

#include "db/base/text.h"
#include "webcheck/url/percent.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace wza::web {
namespace {

constexpr std::string_view kBlanks = " \t\v\f";

std::string_view stripped(std::string_view text) {
  while (!text.empty() && kBlanks.find(text.front()) != std::string_view::npos)
    text.remove_prefix(1);
  while (!text.empty() && kBlanks.find(text.back()) != std::string_view::npos)
    text.remove_suffix(1);
  return text;
}

/// One spelling of each octet (RFC 9309, section 2.2.2): non-ASCII encoded, escapes in upper case,
/// unreserved characters not escaped. In `special` stand the characters that are to be escaped.
std::string one_spelling(std::string_view text, std::string_view special) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char const c = text[i];
    bool const escape = c == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 &&
                        hex_value(text[i + 2]) >= 0;
    auto const byte =
        escape ? static_cast<unsigned char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]))
               : static_cast<unsigned char>(c);
    if (escape) i += 2;
    bool const alnum =
        (byte >= '0' && byte <= '9') || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z');
    bool const unreserved =
        alnum || std::string_view("-._~").find(static_cast<char>(byte)) != std::string_view::npos;
    bool const to_escape = escape ? !unreserved : special.find(c) != std::string_view::npos;
    if (to_escape) {
      constexpr std::string_view kHex = "0123456789ABCDEF";
      out += '%';
      out += kHex[byte >> 4];
      out += kHex[byte & 0xF];
    } else {
      out += static_cast<char>(byte);
    }
  }
  return out;
}

enum class Directive : std::uint8_t { user_agent, allow, disallow, crawl_delay, sitemap, other };

Directive directive_of(std::string_view name) {
  struct Row {
    std::string_view name;
    Directive directive;
  };
  // The misspellings are those that the parsers of the large search engines take, too.
  constexpr std::array<Row, 12> kRows{{{"user-agent", Directive::user_agent},
                                       {"useragent", Directive::user_agent},
                                       {"user agent", Directive::user_agent},
                                       {"allow", Directive::allow},
                                       {"disallow", Directive::disallow},
                                       {"dissallow", Directive::disallow},
                                       {"dissalow", Directive::disallow},
                                       {"disalow", Directive::disallow},
                                       {"diasllow", Directive::disallow},
                                       {"disallaw", Directive::disallow},
                                       {"crawl-delay", Directive::crawl_delay},
                                       {"sitemap", Directive::sitemap}}};
  for (Row const &row : kRows) {
    if (ascii_iequals(name.substr(0, row.name.size()), row.name)) return row.directive;
  }
  return Directive::other;
}

/// Name and value of a line; both empty where the line is none.
std::pair<std::string_view, std::string_view> split_line(std::string_view line) {
  line = stripped(line.substr(0, line.find('#')));
  std::size_t at = line.find(':');
  if (at == std::string_view::npos) {
    // "Disallow /x": accepted where it is exactly two words.
    at = line.find_first_of(" \t");
    if (at == std::string_view::npos) return {};
    std::string_view const value = stripped(line.substr(at));
    if (value.find_first_of(" \t") != std::string_view::npos) return {};
    return {line.substr(0, at), value};
  }
  return {stripped(line.substr(0, at)), stripped(line.substr(at + 1))};
}

std::optional<std::chrono::milliseconds> delay_of(std::string_view value) {
  double seconds = 0;
  auto const [end, error] = std::from_chars(value.data(), value.data() + value.size(), seconds);
  if (error == std::errc::result_out_of_range) return kLongestCrawlDelay;
  if (error != std::errc() || end == value.data() || !(seconds >= 0)) return std::nullopt;
  double const capped = std::min(seconds, static_cast<double>(kLongestCrawlDelay.count()));
  return std::chrono::milliseconds(static_cast<std::int64_t>(std::lround(capped * 1000)));
}

}  // namespace

class RobotsParser {
 public:
  explicit RobotsParser(Robots &out) : m_out(out) {}

  void line(std::string_view text) {
    auto const [name, value] = split_line(text);
    switch (name.empty() ? Directive::other : directive_of(name)) {
      case Directive::user_agent:
        if (m_rules_seen) m_current.clear();
        m_rules_seen = false;
        open_group(value);
        break;
      case Directive::allow:
        m_rules_seen = true;
        allow(value);
        break;
      case Directive::disallow:
        m_rules_seen = true;
        add(value, false);
        break;
      case Directive::crawl_delay:
        if (std::optional<std::chrono::milliseconds> const delay = delay_of(value)) {
          for (std::size_t group : m_current)
            m_out.m_groups[group].delay = delay;
        }
        break;
      case Directive::sitemap:
        if (!value.empty()) m_out.m_sitemaps.emplace_back(value);
        break;
      case Directive::other:
        break;  // section 2.2.4: other records do not interfere
    }
  }

 private:
  void open_group(std::string_view value) {
    bool const all = value.starts_with('*') &&
                     (value.size() == 1 || kBlanks.find(value[1]) != std::string_view::npos);
    std::size_t length = 0;
    auto in_token = [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
    };
    while (length < value.size() && in_token(value[length]))
      ++length;
    std::string const agent = all ? "*" : ascii_lower(value.substr(0, length));
    auto &groups = m_out.m_groups;
    auto const at = std::find_if(groups.begin(), groups.end(),
                                 [&](Robots::Group const &g) { return g.agent == agent; });
    m_current.push_back(static_cast<std::size_t>(at - groups.begin()));
    if (at == groups.end()) groups.push_back({agent, {}, std::nullopt});
  }

  void allow(std::string_view value) {
    add(value, true);
    constexpr std::string_view kIndex = "/index.html";
    if (value.ends_with(kIndex)) {
      add(std::string(value.substr(0, value.size() - kIndex.size() + 1)) + "$", true);
    }
  }

  void add(std::string_view value, bool allow) {
    if (value.empty()) return;
    for (std::size_t group : m_current) {
      m_out.m_groups[group].patterns.push_back(Robots::pattern(value, allow));
    }
  }

  Robots &m_out;
  std::vector<std::size_t> m_current;  ///< groups of the user-agent lines above
  bool m_rules_seen = false;
};

Robots Robots::parse(std::string_view bytes) {
  Robots out;
  bytes = bytes.substr(0, kRobotsBytes);
  // A byte order mark is passed over, also one that was cut short.
  for (std::string_view mark : {"\xEF\xBB\xBF", "\xEF\xBB", "\xEF"}) {
    if (bytes.starts_with(mark)) {
      bytes.remove_prefix(mark.size());
      break;
    }
  }
  RobotsParser parser(out);
  while (!bytes.empty()) {
    std::size_t const end = bytes.find_first_of("\r\n");
    parser.line(bytes.substr(0, end));
    if (end == std::string_view::npos) break;
    bytes.remove_prefix(end + 1);
  }
  return out;
}

Robots Robots::allow_all() {
  return {};
}

Robots Robots::forbid_all() {
  Robots out;
  out.m_forbid_all = true;
  return out;
}

Robots Robots::of_answer(int status, std::string_view body) {
  if (status >= 200 && status < 300) return parse(body);
  if (status >= 500 || status == 429) return forbid_all();
  return allow_all();  // section 2.3.1.3: unavailable; redirects that led nowhere, too
}

Robots::Pattern Robots::pattern(std::string_view path, bool allow) {
  bool const anchored = path.ends_with('$');
  std::string_view const body = anchored ? path.substr(0, path.size() - 1) : path;
  std::string special;
  for (int c = 0x80; c <= 0xFF; ++c)
    special += static_cast<char>(c);
  Pattern out{one_spelling(body, special + "$"), 0, anchored, allow};
  out.priority = out.text.size() + (anchored ? 1 : 0);
  return out;
}

bool Robots::matches(Pattern const &pattern, std::string_view target) {
  std::string_view rest = pattern.text;
  bool first = true;
  for (;;) {
    std::size_t const star = rest.find('*');
    std::string_view const piece = rest.substr(0, star);
    bool const last = star == std::string_view::npos;
    if (last && pattern.anchored) {
      if (first) return target == piece;
      return target.size() >= piece.size() && target.ends_with(piece);
    }
    std::size_t const at =
        first ? (target.starts_with(piece) ? 0 : std::string_view::npos) : target.find(piece);
    if (at == std::string_view::npos) return false;
    if (last) return true;
    target.remove_prefix(at + piece.size());
    rest.remove_prefix(star + 1);
    first = false;
  }
}

Robots::Group const *Robots::group_of(std::string_view agent) const {
  Group const *all = nullptr;
  for (Group const &group : m_groups) {
    if (group.agent != "*" && ascii_iequals(group.agent, agent)) return &group;
    if (group.agent == "*") all = &group;
  }
  return all;
}

bool Robots::allows(std::string_view agent, std::string_view target) const {
  if (m_forbid_all) return false;
  Group const *group = group_of(agent);
  if (group == nullptr) return true;
  std::string const spelled = one_spelling(target, "*$");
  std::size_t allow = 0, disallow = 0;
  for (Pattern const &pattern : group->patterns) {
    std::size_t &best = pattern.allow ? allow : disallow;
    if (pattern.priority > best && matches(pattern, spelled)) best = pattern.priority;
  }
  return allow >= disallow;  // section 2.2.2: the longest match; equal ones allow
}

std::optional<std::chrono::milliseconds> Robots::crawl_delay(std::string_view agent) const {
  Group const *group = group_of(agent);
  return group == nullptr ? std::nullopt : group->delay;
}

}  // namespace wza::web

// SPDX-License-Identifier: Apache-2.0
// robots.txt (RFC 9309): groups, longest match, '*' and '$', percent-encoding, what its absence
// means. House deviations, each for the sake of files as they are written: common misspellings of
// the directives are taken, "Crawl-delay" is read, "index.html" at the end of an allowed path
// allows its folder too, and status 429 counts as a server error.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wza::web {

/// Our product token (RFC 9309, section 2.2.1), to which a "User-agent: wza" group applies.
inline constexpr std::string_view kRobotsToken = "wza";

/// Bytes of a file that are read; what stands behind is ignored (RFC 9309, section 2.5).
inline constexpr std::size_t kRobotsBytes = 500 * 1024;

/// Crawl-delay is obeyed up to here; a longer one is cut, so that one line cannot stop a crawl.
inline constexpr std::chrono::seconds kLongestCrawlDelay{30};

class Robots {
 public:
  /// Reads any bytes; lines without meaning are passed over.
  static Robots parse(std::string_view bytes);
  static Robots allow_all();
  /// For a server that cannot be asked (RFC 9309, section 2.3.1.4).
  static Robots forbid_all();
  /// What an answer to the request for /robots.txt means (RFC 9309, section 2.3.1); redirects are
  /// followed before.
  static Robots of_answer(int status, std::string_view body);

  /// May the product `agent` fetch `target` (path and query, percent-encoded)?
  /// Not to be asked for /robots.txt itself, which is always allowed (section 2.2.2).
  bool allows(std::string_view agent, std::string_view target) const;
  /// Crawl-delay of the group of `agent`, at most kLongestCrawlDelay.
  std::optional<std::chrono::milliseconds> crawl_delay(std::string_view agent) const;
  /// "Sitemap:" lines, as they stand there.
  std::vector<std::string> const &sitemaps() const { return m_sitemaps; }
  bool forbids_all() const { return m_forbid_all; }

 private:
  struct Pattern {
    std::string text;      ///< escapes written in one way, without the '$' at its end
    std::size_t priority;  ///< octets of the pattern
    bool anchored;         ///< ended with '$'
    bool allow;
  };
  struct Group {
    std::string agent;  ///< lower case; "*" for all others
    std::vector<Pattern> patterns;
    std::optional<std::chrono::milliseconds> delay;
  };
  friend class RobotsParser;
  static Pattern pattern(std::string_view path, bool allow);
  static bool matches(Pattern const &pattern, std::string_view target);
  Group const *group_of(std::string_view agent) const;

  std::vector<Group> m_groups;  ///< one an agent: groups of one agent are merged (section 2.2.1)
  std::vector<std::string> m_sitemaps;
  bool m_forbid_all = false;
};

}  // namespace wza::web

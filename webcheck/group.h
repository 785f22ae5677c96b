// SPDX-License-Identifier: Apache-2.0
// Findings of many pages of one site become defects: the nameless search button in the head of 3000
// pages is one defect with 3000 places. Two findings are the same defect if site, rule, message and
// place in the template are the same.
//
// The fingerprint is SHA-256 over, in this order: "web/1", the site's origin, the rule's id, the
// key of its message, and the place: the structural path of dom/locate (names, ids, classes from
// <body> down, digits as "#") with the element's type and role. Not in it: addresses, texts,
// positions, positions among siblings, and the page's template, so that a shared head is one defect
// throughout. Where classes are renamed or a part of the page moves the fingerprint changes; the
// keys of the elements (element_keys.h) tell which defect of an earlier run it is.
#pragma once

#include "db/model/finding.h"
#include "webcheck/check.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace wza::web {

/// The part of a page's result that grouping needs; small enough to keep for each page of a crawl.
struct PageRecord {
  std::string url;
  std::string template_signature;
  struct Failure {
    std::string rule;  ///< id
    std::string message_key;
    Text message;
    std::string place;
    std::string selector;
    std::uint32_t line = 0;
    std::string snippet;
    /// By which the defect is known again after an edit, of its first elements (known_again.h).
    std::vector<std::string> keys{};
  };
  std::vector<Failure> failures;     ///< outcome failed, first of each defect of the page
  std::vector<std::string> decided;  ///< rules, see decided_rules()
  /// Where the page leads, filled by a crawl: each address once, with the line of its first link.
  struct Link {
    std::uint64_t address = 0;  ///< hash_of() its text, as crawled
    std::uint32_t line = 0;
    bool operator==(Link const &) const = default;
  };
  std::vector<Link> links{};
  bool links_whole = false;  ///< all links of the page are among them
};
PageRecord record_of(PageResult const &result);

std::string fingerprint_of(std::string_view site, PageRecord::Failure const &failure);

/// Collects the pages of one site. The result does not depend on their order.
class SiteGrouping {
 public:
  /// `site` is the origin, "https://www.example.gov.cn".
  explicit SiteGrouping(std::string site) : m_site(std::move(site)) {}

  /// A page that was added before (same URL) is replaced.
  void add(PageRecord record);

  /// One Defect a fingerprint: worst severity first, then most pages, then by fingerprint. Each
  /// page stands once in its occurrences (sorted by URL), with the first such element of that page.
  /// `component` is the structural place. Rules that are no longer known are left out.
  std::vector<Defect> defects() const;

 private:
  std::string m_site;
  std::map<std::string, PageRecord> m_pages;  ///< by URL
};

}  // namespace wza::web

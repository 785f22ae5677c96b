// SPDX-License-Identifier: Apache-2.0
// The certificates of the sites of one run. What browsers warn of is one defect of the site, placed
// at its root; why they do is not part of its identity, so that a new date makes no new finding.
#pragma once

#include "db/model/finding.h"
#include "webcheck/crawl/visit.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wza::web {

class Certificates {
 public:
  /// A visit of an address of that site, in any order.
  void add(std::string_view site, PastVisit const &past);

  /// Sites that answered over HTTPS, or tried to, by origin: why not to trust them, nothing where
  /// the certificate is valid.
  std::map<std::string, std::optional<Text>, std::less<>> const &sites() const { return m_sites; }

  /// Says in `places` that the certificate was looked at, which `at` dates where the root itself
  /// was not tested; gives the defect where it is not valid. A site that did not answer over HTTPS
  /// decides nothing.
  std::optional<Defect> judge(std::string const &site, UtcTime at,
                              std::vector<TestedPlace> &places) const;

 private:
  std::map<std::string, std::optional<Text>, std::less<>> m_sites;  ///< first reason to distrust
};

}  // namespace wza::web

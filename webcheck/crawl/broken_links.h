// SPDX-License-Identifier: Apache-2.0
// The dead links of one site as defects: one for each dead target, wherever the links to it stand,
// so that a dead link of a footer is one defect with its pages, and two dead links of one list are
// two.
//
// The fingerprint is group.h's with the target in place of the place in the template; neither the
// status nor the line is in it.
#pragma once

#include "webcheck/crawl/link_ends.h"
#include "webcheck/group.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace wza::web {

class BrokenLinks {
 public:
  /// `ends` outlives it. `known`: targets of findings of earlier runs.
  BrokenLinks(std::string site, LinkEnds const &ends, std::span<std::string const> known);

  /// Looks at the links of a tested page, and says in `place` what its test decides: the page no
  /// longer leads to a dead target where all of its links are known and none leads there, and a
  /// link that is still there is mended only where its target answered well.
  void take(PageRecord const &page, TestedPlace &place);

  /// Most pages first, then by target. Occurrences in the order of the calls of take().
  std::vector<Defect> defects() const;

 private:
  Defect defect_of(std::uint64_t address, LinkEnd const &end) const;

  std::string m_site;
  LinkEnds const *m_ends;
  std::unordered_map<std::uint64_t, std::string> m_known;  ///< fingerprints
  std::unordered_map<std::uint64_t, LinkEnd> m_met;
  std::map<std::uint64_t, Defect> m_dead;
};

}  // namespace wza::web

// SPDX-License-Identifier: Apache-2.0
// Which defect of an earlier run a defect with a new fingerprint is. A page that is edited (classes
// renamed, a part moved, another template) gives its defects new fingerprints; without this each
// edit would close what nobody mended and open it again as new.
//
// Evidence is counted place by place in keys that both share, in this order: the element's own
// name, its markup, its surroundings, its bare path. Two belong together where each is the best
// match of the other and no third one is as good; in doubt they stay apart. Surroundings and path
// alone are believed only where their key stands once on either side, and where the elements' own
// names, if both have some, do not speak against it together with the path.
#pragma once

#include "db/model/finding.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace wza {

/// First letter of a key: what it is made of, strongest first.
inline constexpr char kKeyOfElement = 's', kKeyOfMarkup = 'm', kKeyOfContext = 'c',
                      kKeyOfPath = 'p';

/// Where a defect stands, and the keys of its elements there (Occurrence::keys). Keys of different
/// rules are never equal.
struct KeyedPlace {
  std::string place;
  std::vector<std::string> keys;
};
using KeyedPlaces = std::vector<KeyedPlace>;

/// Positions in `before` and `after` of a defect that is the same.
struct KnownAgain {
  std::size_t before = 0, after = 0;
  bool operator==(KnownAgain const &) const = default;
};

/// `before`: defects that were expected and not seen; `after`: defects whose fingerprints nobody
/// knows. Each position stands at most once in the answer, which is sorted.
std::vector<KnownAgain> known_again(std::span<KeyedPlaces const> before,
                                    std::span<KeyedPlaces const> after);

}  // namespace wza

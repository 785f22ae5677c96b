// SPDX-License-Identifier: Apache-2.0
// Findings that are known again under another fingerprint (model/known_again.h).
#pragma once

#include "db/store/findings.h"

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace wza {

/// By name of the place.
using TestedPlaces = std::unordered_map<std::string_view, TestedPlace const *>;

/// True if the finding's rule came to a decision about it in that place.
bool was_decided(TestedPlace const &place, Finding const &finding);

/// Keys of an occurrence as the tracker holds them, with spaces between; NULL where it has none.
std::optional<std::string> words_of(std::vector<std::string> const &keys);

struct Renamed {
  Finding const *finding = nullptr;
  Defect const *defect = nullptr;
};

/// Which of the findings that this run did not see are among the defects whose fingerprints nobody
/// knows. Findings count where they stood in places that this run tested by their rule.
std::vector<Renamed> find_renamed(Database &db, std::span<Finding const *const> missed,
                                  std::span<Defect const *const> fresh, TestedPlaces const &tested);

/// Gives the finding the defect's fingerprint, component and words, and writes an event.
void give_fingerprint(Tracker &tracker, RunId run, Finding &finding, Defect const &defect);

}  // namespace wza

// SPDX-License-Identifier: Apache-2.0
// Photos by the digest of the file that came: the same file is stored once.
#pragma once

#include "db/model/photo.h"
#include "db/store/change.h"
#include "db/store/tracker.h"

#include <string>
#include <string_view>
#include <vector>

namespace wza {

class PhotoStore {
 public:
  explicit PhotoStore(Tracker &tracker) : m_tracker(&tracker) {}

  /// Stores a photo with its content, or updates what is known of it; inside the caller's
  /// transaction. A position that was found on a track is not forgotten.
  StoreChange put(Photo photo, std::string_view content, RunId run);
  /// By the time they were taken, those without a time last.
  std::vector<Photo> of_facility(FacilityId const &facility);
  /// The file without metadata. Empty where there is no such photo.
  std::string content(std::string_view sha256);

 private:
  Tracker *m_tracker;
};

}  // namespace wza

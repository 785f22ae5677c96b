// SPDX-License-Identifier: Apache-2.0
// The photos of a folder, which may come from a stranger's archive or stick.
#pragma once

#include "db/base/error.h"

#include <string>
#include <vector>

namespace wza::gis {

struct PhotoFiles {
  std::vector<std::string> photos;  ///< by name
  /// What looks like photos and was left out: links, which may lead out of the folder and are never
  /// followed; pipes and devices, which have no end; folders that cannot be opened.
  std::vector<Problem> refused;
};

/// The photos of a folder and of those in it. A path that is no folder is itself the photo.
PhotoFiles photos_in(std::string const &path);

}  // namespace wza::gis

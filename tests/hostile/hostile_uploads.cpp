// SPDX-License-Identifier: Apache-2.0
#include "tests/hostile/hostile_uploads.h"

#include <vector>

namespace wza::test {

std::span<HostileUpload const> hostile_uploads() {
  static std::vector<HostileUpload> const all = [] {
    std::vector<HostileUpload> made;
    for (auto const kind : {hostile_archives(), hostile_references(), hostile_databases(),
                            hostile_contents(), hostile_photos(), hostile_maps()})
      made.insert(made.end(), kind.begin(), kind.end());
    return made;
  }();
  return all;
}

}  // namespace wza::test

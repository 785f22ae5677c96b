// SPDX-License-Identifier: Apache-2.0
#include "webcheck/crawl/trap.h"

#include <algorithm>
#include <string>
#include <vector>

namespace wza::web {

bool is_overgrown(Url const &url) {
  if (url.href().size() > kMaxUrlBytes || url.segments().size() > kMaxSegments) return true;
  std::vector<std::string> sorted = url.segments();
  std::erase(sorted, std::string());
  std::sort(sorted.begin(), sorted.end());
  std::size_t run = 0;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    run = i > 0 && sorted[i] == sorted[i - 1] ? run + 1 : 1;
    if (run > kMaxRepetitions) return true;
  }
  return false;
}

}  // namespace wza::web

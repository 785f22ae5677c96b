// SPDX-License-Identifier: Apache-2.0
// What is known of a page beyond its own bytes: other pages that it leads to, the media it plays,
// the documents it frames. Whoever fetches fills it; what is not in it is unknown.
#pragma once

#include "db/base/known.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace wza::web {

/// The content of another page, as much of it as is needed to see what two pages have in common:
/// a fingerprint for each piece of content (text/outline.h), sorted, each once.
struct PageOutline {
  std::string url;
  std::vector<std::uint64_t> pieces;
};

/// What the container of a media file tells (webcheck/media).
struct MediaFacts {
  Known<double> seconds = Known<double>::unknown();  ///< how long it plays
  double at_least = 0;                               ///< seconds that it plays for sure
  Trilean has_audio = Trilean::unknown();            ///< whether it has an audio track
};

/// What is known of a document in a frame.
struct FrameFacts {
  Trilean has_tab_stop = Trilean::unknown();  ///< whether the Tab key stops at something in it
  std::optional<std::uint64_t> content;       ///< fingerprint of its bytes
};

/// Addresses are as the page writes them, trimmed.
struct Surroundings {
  std::vector<PageOutline> pages;  ///< of the same site; the page itself is not among them
  std::map<std::string, MediaFacts, std::less<>> media;
  std::map<std::string, FrameFacts, std::less<>> frames;
};

}  // namespace wza::web

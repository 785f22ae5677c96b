// SPDX-License-Identifier: Apache-2.0
// Where a page leads, and what it needs from elsewhere to be shown: what a crawler follows and what
// a loader fetches.
#pragma once

#include "webcheck/dom/document.h"

#include <cstdint>
#include <string>
#include <vector>

namespace wza::web {

struct PageLink {
  std::string href;
  std::uint32_t line = 0;  ///< of its element, from 1
  bool operator==(PageLink const &) const = default;
};

/// What a page leads to. Addresses as written, trimmed; not yet resolved against `base`.
struct PageLinks {
  std::string base;             ///< first <base href>; empty without
  std::vector<PageLink> pages;  ///< href of <a> and <area>, src of frames, meta refresh
  /// <link rel=stylesheet> and what <style> imports, in order, without alternates.
  std::vector<std::string> stylesheets;
  std::vector<std::string> media;   ///< what players with autoplay may play, with sound
  std::vector<std::string> frames;  ///< src of frames
  bool nofollow = false;            ///< <meta name=robots content=nofollow>
};

PageLinks links_of(Document const &document);

}  // namespace wza::web

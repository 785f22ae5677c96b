// SPDX-License-Identifier: Apache-2.0
// What the rules about sound that starts by itself share: the players that they are about.
#pragma once

#include "webcheck/a11y/playback.h"
#include "webcheck/rule.h"

namespace wza::web {

/// Adds the players that start by themselves, with sound, of more than three seconds for all that
/// is known.
inline void add_autoplaying(Page const &page, Targets &targets) {
  for (Atom const tag : {atom::audio, atom::video}) {
    for (NodeId const n : page.dom().by_tag(tag)) {
      auto const playback = playback_of(page, n);
      if (playback && !playback->sounds_long.is_false()) targets.add(n);
    }
  }
}

}  // namespace wza::web

// SPDX-License-Identifier: Apache-2.0
// Sound that <audio> and <video> play by themselves (HTML, section 4.8.11; Media Fragments URI 1.0;
// ACT 80f0bf, aaa1bf, 4c31df), and what could stop it.
#pragma once

#include "webcheck/page.h"

#include <optional>
#include <string_view>

namespace wza::web {

/// The part of a media resource that its address asks for ("#t=8,10"), in seconds.
struct MediaFragment {
  double begin = 0;
  std::optional<double> end;
  bool understood = true;  ///< false for times that are not written as seconds
};
MediaFragment media_fragment(std::string_view address);

/// What a player with `autoplay` and without `muted` plays.
struct Playback {
  Trilean sounds_long = false;  ///< whether its resource has sound and lasts more than 3 seconds
  Trilean plays_long = false;   ///< whether the part of it that is played lasts more than 3 seconds
};
/// Nothing for what does not play by itself, or plays without sound by its markup.
std::optional<Playback> playback_of(Page const &page, NodeId player);

/// Whether the player shows the browser's own controls.
Trilean has_native_controls(Page const &page, NodeId player);

/// Whether a script may make something of the page that people see, and whose name assistive
/// technology gets, a control of a player. Made once a page: page.facts<OwnControls>().
struct OwnControls {
  explicit OwnControls(Page const &page);
  bool perhaps = false;
};

}  // namespace wza::web

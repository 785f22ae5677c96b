// SPDX-License-Identifier: Apache-2.0
#include "webcheck/a11y/playback.h"

#include "db/base/text.h"
#include "webcheck/a11y/name.h"
#include "webcheck/a11y/scripted.h"
#include "webcheck/a11y/tree.h"
#include "webcheck/dom/players.h"

#include <algorithm>
#include <charconv>
#include <vector>

namespace wza::web {
namespace {

constexpr double kShort = 3;  // seconds; WCAG 2.2 SC 1.4.2

/// "12.5", "1:02:03", "02:03" (Media Fragments URI 1.0, section 4.2.1, normal play time).
std::optional<double> npt_seconds(std::string_view text) {
  double seconds = 0;
  for (int part = 0; part < 3; ++part) {
    std::size_t const colon = text.find(':');
    std::string_view const digits = text.substr(0, colon);
    double value = 0;
    auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value,
                                              std::chars_format::fixed);
    if (error != std::errc() || end != digits.data() + digits.size() || value < 0)
      return std::nullopt;
    seconds = seconds * 60 + value;
    if (colon == std::string_view::npos) return seconds;
    text.remove_prefix(colon + 1);
  }
  return std::nullopt;
}

struct Played {
  Trilean sounds_long = Trilean::unknown();
  Trilean plays_long = Trilean::unknown();
};

Played played(MediaFacts const &facts, MediaFragment const &part) {
  Played out;
  Trilean lasts = Trilean::unknown();
  if (facts.at_least > kShort) lasts = true;
  if (facts.seconds.is_known()) lasts = facts.seconds.value() > kShort;
  out.sounds_long = lasts && facts.has_audio;
  if (!part.understood) return out;
  if (part.end && *part.end - part.begin <= kShort) {
    out.plays_long = false;
  } else if (facts.seconds.is_known()) {
    double const end = std::min(part.end.value_or(facts.seconds.value()), facts.seconds.value());
    out.plays_long = end - part.begin > kShort;
  } else if (std::min(part.end.value_or(facts.at_least), facts.at_least) - part.begin > kShort) {
    out.plays_long = true;
  }
  return out;
}

/// The one answer of all sources: browsers take the first that they can play, and which that is
/// differs.
Trilean agreed(std::vector<Trilean> const &answers) {
  bool const all_same =
      std::ranges::all_of(answers, [&](Trilean answer) { return answer == answers.front(); });
  return all_same ? answers.front() : Trilean::unknown();
}

}  // namespace

MediaFragment media_fragment(std::string_view address) {
  MediaFragment out;
  std::size_t const hash = address.find('#');
  if (hash == std::string_view::npos) return out;
  std::string_view rest = address.substr(hash + 1);
  while (!rest.empty()) {
    std::string_view pair = rest.substr(0, rest.find('&'));
    rest.remove_prefix(std::min(rest.size(), pair.size() + 1));
    if (!pair.starts_with("t=")) continue;
    pair.remove_prefix(2);
    if (pair.starts_with("npt:")) pair.remove_prefix(4);
    std::size_t const comma = pair.find(',');
    std::string_view const begin = pair.substr(0, comma);
    auto const from = begin.empty() ? std::optional<double>(0) : npt_seconds(begin);
    out = {};
    if (comma != std::string_view::npos) out.end = npt_seconds(pair.substr(comma + 1));
    out.begin = from.value_or(0);
    out.understood = from && (comma == std::string_view::npos || out.end);
  }
  return out;
}

std::optional<Playback> playback_of(Page const &page, NodeId player) {
  Document const &dom = page.dom();
  if (!starts_with_sound(dom, player)) return std::nullopt;
  auto const &known = page.surroundings().media;
  std::vector<Trilean> sounds;
  std::vector<Trilean> plays;
  for (std::string_view const address : media_sources(dom, player)) {
    auto const facts = known.find(address);
    Played const one =
        played(facts == known.end() ? MediaFacts() : facts->second, media_fragment(address));
    sounds.push_back(one.sounds_long);
    plays.push_back(one.plays_long);
  }
  // Without an address it plays nothing, unless a script gives it something to play.
  if (sounds.empty()) return std::nullopt;
  Playback out{agreed(sounds), agreed(plays)};
  // What is played again and again lasts longer than it seems.
  if (plays_again(dom, player) && out.plays_long.is_false()) out.plays_long = Trilean::unknown();
  return out;
}

Trilean has_native_controls(Page const &page, NodeId player) {
  if (!page.dom().has_attr(player, atom::controls)) return false;
  return !page.a11y().hidden(player);
}

OwnControls::OwnControls(Page const &page) {
  Document const &dom = page.dom();
  bool const scripts = has_script(dom);
  for (NodeId const n : dom.elements()) {
    if (perhaps) return;
    if (page.a11y().hidden(n).is_true()) continue;
    if (!has_action_by_script(page, n) && !(scripts && may_act_by_script(page, n))) continue;
    if (page.a11y().included(n).is_false()) continue;
    perhaps = !accessible_name(page.a11y(), n).present.is_false();
  }
}

}  // namespace wza::web

// SPDX-License-Identifier: Apache-2.0
// The players of a page for the rules that ask about what is heard and seen in them (ACT, rules
// about <audio> and <video>). Whether a file has sound, and what it says, is not looked at. Players
// of one file are asked about once.
#pragma once

#include "webcheck/dom/players.h"
#include "webcheck/rules/answers.h"
#include "webcheck/rules/images.h"
#include "webcheck/rules/scripts.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace wza::web {

struct Player {
  NodeId node;
  Trilean applies;    ///< whether people can see it or hear it
  std::string media;  ///< what it plays, with the tracks beside it: "jieshao.mp4 + captions zh"
};

/// The players that people meet: videos that are seen; sounds whose controls are seen, or which
/// play by themselves.
struct Players {
  explicit Players(Page const &page) {
    collect(page, atom::video, videos);
    collect(page, atom::audio, sounds);
  }

  std::vector<Player> videos, sounds;  ///< in document order

 private:
  static void collect(Page const &page, Atom tag, std::vector<Player> &out) {
    Document const &document = page.dom();
    std::set<std::string> known;
    for (NodeId const n : document.by_tag(tag)) {
      if (document.ns(n) != Namespace::html) continue;
      Trilean const applies = tag == atom::video ? seen(page, n) : heard(page, n);
      if (applies.is_false()) continue;
      Player player = read(page, n);
      player.applies = applies;
      bool const scripted = page.facts<Scripts>().any();
      if (player.media.empty() && !scripted) continue;  // nothing to play
      if (!player.media.empty() && !known.insert(player.media).second) continue;
      if (player.media.empty()) player.media = document.tag_name(n);
      out.push_back(std::move(player));
    }
  }

  static Trilean seen(Page const &page, NodeId video) { return box_in_sight(page.a11y(), video); }

  /// A sound without controls and without autoplay may still be started by code.
  static Trilean heard(Page const &page, NodeId audio) {
    static constexpr std::string_view kAutoplay = "autoplay";
    Document const &document = page.dom();
    bool const by_itself = document.has_attr(audio, document.find_atom(kAutoplay));
    if (by_itself) return true;
    Trilean const by_code = page.facts<Scripts>().any() ? Trilean::unknown() : Trilean(false);
    bool const controls = document.has_attr(audio, atom::controls);
    return controls ? box_in_sight(page.a11y(), audio) || by_code : by_code;
  }

  static Player read(Page const &page, NodeId n) {
    Document const &document = page.dom();
    auto const sources = media_sources(document, n);
    Player player{n, true, sources.empty() ? std::string() : std::string(file_of(sources[0]))};
    Atom const kind_name = document.find_atom("kind"), language = document.find_atom("srclang");
    for (NodeId c = document.first_child(n); c.valid(); c = document.next_sibling(c)) {
      if (!document.is(c, atom::track) || kind_name == atom::none) continue;
      std::string const kind = ascii_lower(trimmed(document.attr_or_empty(c, kind_name)));
      player.media.append(" + ").append(shortened(kind, 15));
      std::string_view const of =
          language == atom::none ? std::string_view() : document.attr_or_empty(c, language);
      if (!of.empty()) player.media.append(" ").append(shortened(of, 15));
    }
    return player;
  }
};

/// One question for each of `players`. `Msg` has the message judge.
template <class Msg, std::vector<Player> Players::*players>
struct PlayerAnswers : Answers {
  explicit PlayerAnswers(Page const &page) {
    for (Player const &player : page.facts<Players>().*players)
      add(player.node, cant_tell(Msg::judge, player.media), player.applies);
  }
};

}  // namespace wza::web

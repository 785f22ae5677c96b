// SPDX-License-Identifier: Apache-2.0
// The media resources of <audio> and <video> (HTML, section 4.8.11.5): the src attribute, or else
// the <source> children in their order.
#pragma once

#include "webcheck/dom/document.h"

#include <string_view>
#include <vector>

namespace wza::web {

/// The addresses that a player may play, as written, trimmed; browsers take the first that they
/// can play. With a src attribute it is the only one.
std::vector<std::string_view> media_sources(Document const &document, NodeId player);

/// True if the markup asks for the player to start by itself, with sound (`autoplay`, no `muted`).
bool starts_with_sound(Document const &document, NodeId player);

/// True if the player begins again when it has ended (`loop`).
bool plays_again(Document const &document, NodeId player);

}  // namespace wza::web

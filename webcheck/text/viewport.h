// SPDX-License-Identifier: Apache-2.0
// The content of <meta name=viewport> as far as zooming goes, read as browsers do (CSS Device
// Adaptation 1, section 9, https://www.w3.org/TR/css-device-adapt-1/#viewport-meta).
#pragma once

#include <optional>
#include <string_view>

namespace wza::web {

struct MetaViewport {
  std::optional<std::string_view> user_scalable;
  std::optional<std::string_view> maximum_scale;
};

/// Section 9.2: names and values, split by blanks, commas and semicolons; the last one counts.
MetaViewport read_viewport(std::string_view content);

/// Section 9.8: whether that value of user-scalable lets people zoom. Words other than yes and the
/// device's sizes stand for no, and so do numbers between -1 and 1.
bool allows_zoom(std::string_view user_scalable);

/// Section 9.7: how large the page may grow; nothing where browsers drop the value.
std::optional<double> zoom_limit(std::string_view maximum_scale);

}  // namespace wza::web

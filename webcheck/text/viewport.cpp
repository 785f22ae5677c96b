// SPDX-License-Identifier: Apache-2.0
#include "webcheck/text/viewport.h"

#include "db/base/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace wza::web {
namespace {

constexpr std::string_view kBlanks = " \t\n\f\r";
constexpr std::string_view kBreaksAndSigns = " \t\n\f\r,;=";

/// The number at the beginning of `text`, as strtod reads it; nothing where there is none.
std::optional<double> leading_number(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  double number = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc()) return std::nullopt;
  return number;
}

bool is_device_size(std::string_view value) {
  return ascii_iequals(value, "device-width") || ascii_iequals(value, "device-height");
}

}  // namespace

MetaViewport read_viewport(std::string_view content) {
  MetaViewport viewport;
  auto const skip = [&content](std::string_view set) {
    content.remove_prefix(std::min(content.find_first_not_of(set), content.size()));
  };
  auto const take = [&content](std::string_view until) {
    std::string_view const word = content.substr(0, content.find_first_of(until));
    content.remove_prefix(word.size());
    return word;
  };
  for (skip(kBreaksAndSigns); !content.empty(); skip(kBreaksAndSigns)) {
    std::string_view const name = take(kBreaksAndSigns);
    content.remove_prefix(std::min(content.find_first_not_of(kBlanks), content.size()));
    if (content.empty() || content[0] != '=') continue;
    skip(" \t\n\f\r=");
    std::string_view const value = take(kBreaksAndSigns);
    if (ascii_iequals(name, "user-scalable")) viewport.user_scalable = value;
    if (ascii_iequals(name, "maximum-scale")) viewport.maximum_scale = value;
  }
  return viewport;
}

bool allows_zoom(std::string_view value) {
  if (ascii_iequals(value, "yes") || is_device_size(value)) return true;
  return std::abs(leading_number(value).value_or(0)) >= 1;
}

std::optional<double> zoom_limit(std::string_view value) {
  if (ascii_iequals(value, "yes")) return 1;
  if (is_device_size(value)) return 10;
  double const scale = leading_number(value).value_or(0);
  if (scale < 0) return std::nullopt;
  return scale;
}

}  // namespace wza::web

// SPDX-License-Identifier: Apache-2.0
#include "gis/map/map_labels.h"

#include "db/base/text.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>
#include <utility>

namespace wza::gis {
namespace {

constexpr double kLineHeight = 1.3;

/// The box of the lines from `first` on, with its middle moved off the place by `across` widths and
/// `along` heights.
LabelBox box_at(MapLabel const &label, std::size_t first, double size, double across,
                double along) {
  double width = 0;
  for (std::size_t i = first; i < label.lines.size(); ++i)
    width = std::max(width, text_width(label.lines[i], size));
  double const height = kLineHeight * size * static_cast<double>(label.lines.size() - first);
  double const x = label.x + across * width, y = label.y + along * height;
  return {x - width / 2, y - height / 2, x + width / 2, y + height / 2};
}

/// Into the frame, as far as the label fits.
LabelBox within(LabelBox box, LabelBox const &frame) {
  double const dx = std::max(0.0, frame.left - box.left) - std::max(0.0, box.right - frame.right);
  double const dy = std::max(0.0, frame.top - box.top) - std::max(0.0, box.bottom - frame.bottom);
  return {box.left + dx, box.top + dy, box.right + dx, box.bottom + dy};
}

std::optional<LabelBox> room_for(MapLabel const &label, std::size_t first, double size,
                                 LabelBox const &frame, std::vector<PlacedLabel> const &placed) {
  constexpr std::array<std::pair<double, double>, 5> kMoves{
      std::pair{0.0, 0.0}, {0.0, -0.45}, {0.0, 0.45}, {-0.35, 0.0}, {0.35, 0.0}};
  for (auto const &[across, along] : kMoves) {
    auto const box = within(box_at(label, first, size, across, along), frame);
    bool const inside = box.left >= frame.left && box.right <= frame.right &&
                        box.top >= frame.top && box.bottom <= frame.bottom;
    auto const meets = [&](PlacedLabel const &other) { return other.box.meets(box); };
    if (inside && std::none_of(placed.begin(), placed.end(), meets)) return box;
  }
  return std::nullopt;
}

}  // namespace

double text_width(std::string_view text, double size) {
  double width = 0;
  for (std::size_t at = 0; at < text.size();) {
    auto const length = std::max<std::size_t>(1, utf8_sequence_length(text.substr(at)));
    width += length >= 3 ? 1.0 : 0.62;
    at += length;
  }
  return width * size;
}

std::vector<PlacedLabel> place_labels(std::vector<MapLabel> const &labels, double size,
                                      LabelBox const &frame) {
  std::vector<std::size_t> order(labels.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return labels[a].weight > labels[b].weight;
  });
  std::vector<PlacedLabel> placed;
  for (std::size_t const i : order) {
    for (std::size_t first = 0; first < labels[i].lines.size(); ++first) {
      auto const box = room_for(labels[i], first, size, frame, placed);
      if (!box) continue;
      placed.push_back({i, first, *box});
      break;
    }
  }
  return placed;
}

}  // namespace wza::gis

// SPDX-License-Identifier: Apache-2.0
#include "gis/map/numbered_map.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>
#include <utility>

namespace wza::gis {
namespace {

constexpr double kHeight = 15;  // of a disc, 4 mm on paper
constexpr double kDigits = 11;  // height of its number

std::string fixed(double value) {
  return fmt::format("{:.1f}", value);
}

/// A disc with the place that it stands for, in units of the drawing.
struct Disc {
  NumberedPlace const *place;
  double x, y;  ///< of the place
  LabelBox box;
  bool moved = false;
};

double width_of(std::size_t number) {
  return std::max(kHeight, text_width(fmt::format("{}", number), kDigits) + 7);
}

LabelBox box_round(double x, double y, double width) {
  return {x - width / 2, y - kHeight / 2, x + width / 2, y + kHeight / 2};
}

bool is_within(LabelBox const &box, LabelBox const &frame) {
  return box.left >= frame.left && box.right <= frame.right && box.top >= frame.top &&
         box.bottom <= frame.bottom;
}

template <class Boxes>
bool is_free(LabelBox const &box, Boxes const &taken) {
  return std::none_of(taken.begin(), taken.end(),
                      [&](LabelBox const &other) { return other.meets(box); });
}

/// The nearest place round (x, y) where a disc covers none of `taken`, on rings half a disc apart.
LabelBox nearest_room(double x, double y, double width, LabelBox const &frame,
                      std::vector<LabelBox> const &taken) {
  for (double radius = 0; radius < frame.right; radius += kHeight / 2) {
    int const steps = radius == 0 ? 1 : 16;
    for (int i = 0; i < steps; ++i) {
      double const angle = 2 * std::numbers::pi * i / steps;
      auto const box = box_round(x + radius * std::sin(angle), y - radius * std::cos(angle), width);
      if (is_within(box, frame) && is_free(box, taken)) return box;
    }
  }
  return box_round(x, y, width);  // more discs than the map has room for
}

std::vector<Disc> discs_of(std::vector<NumberedPlace> const &places, MapFrame const &frame) {
  LabelBox const whole{0, 0, frame.width(), frame.height()};
  std::vector<LabelBox> taken;
  std::vector<Disc> discs;
  for (auto const &place : places) {
    double const x = frame.x(place.at), y = frame.y(place.at), width = width_of(place.number);
    auto const box = nearest_room(x, y, width, whole, taken);
    taken.push_back(box);
    auto const own = box_round(x, y, width);
    discs.push_back({&place, x, y, box, box.left != own.left || box.top != own.top});
  }
  return discs;
}

void draw_number(SvgWriter &svg, double x, double y, std::string const &text, double width) {
  svg.empty("rect", {{"x", fixed(x - width / 2)},
                     {"y", fixed(y - kHeight / 2)},
                     {"width", fixed(width)},
                     {"height", fixed(kHeight)},
                     {"rx", fixed(kHeight / 2)},
                     {"fill", "#000000"},
                     {"stroke", "#ffffff"},
                     {"stroke-width", "1"}});
  svg.element("text",
              {{"x", fixed(x)},
               {"y", fixed(y + kDigits * 0.36)},
               {"text-anchor", "middle"},
               {"font-size", fixed(kDigits)},
               {"font-weight", "bold"},
               {"fill", "#ffffff"},
               {"aria-hidden", "true"}},
              text);
}

void draw_accuracy(SvgWriter &svg, double x, double y, double radius) {
  svg.empty("circle", {{"cx", fixed(x)},
                       {"cy", fixed(y)},
                       {"r", fixed(radius)},
                       {"fill", "none"},
                       {"stroke", "#000000"},
                       {"stroke-width", "1"},
                       {"stroke-dasharray", "4 3"}});
}

void draw(SvgWriter &svg, std::vector<Disc> const &discs) {
  for (auto const &disc : discs) {
    if (!disc.moved) continue;
    svg.empty("line", {{"x1", fixed(disc.x)},
                       {"y1", fixed(disc.y)},
                       {"x2", fixed((disc.box.left + disc.box.right) / 2)},
                       {"y2", fixed((disc.box.top + disc.box.bottom) / 2)},
                       {"stroke", "#000000"},
                       {"stroke-width", "0.8"}});
    svg.empty("circle", {{"cx", fixed(disc.x)}, {"cy", fixed(disc.y)}, {"r", "2"}});
  }
  for (auto const &disc : discs) {
    draw_number(svg, (disc.box.left + disc.box.right) / 2, (disc.box.top + disc.box.bottom) / 2,
                fmt::format("{}", disc.place->number), disc.box.right - disc.box.left);
  }
}

/// Places for the name of an area as far as it is shown: its inner point, then others of a lattice,
/// nearest to that one first.
std::vector<Point> name_places(MultiPolygon const &area, Box const &shown) {
  auto const inner = inner_point(area);
  auto const own = box_of(area);
  if (!inner || !own) return {};
  Box const common{{std::max(own->min.lon, shown.min.lon), std::max(own->min.lat, shown.min.lat)},
                   {std::min(own->max.lon, shown.max.lon), std::min(own->max.lat, shown.max.lat)}};
  std::vector<Point> out;
  if (shown.holds(*inner)) out.push_back(*inner);
  constexpr std::int32_t kLattice = 12;
  auto const at = [](std::int32_t low, std::int32_t high, std::int32_t i) {
    return static_cast<std::int32_t>(low + (std::int64_t{high} - low) * i / kLattice);
  };
  for (std::int32_t i = 1; i < kLattice; ++i) {
    for (std::int32_t k = 1; k < kLattice; ++k) {
      Point const p{at(common.min.lon, common.max.lon, i), at(common.min.lat, common.max.lat, k)};
      if (common.holds(p) && locate(area, p) == Side::inside) out.push_back(p);
    }
  }
  auto const off = [&](Point p) {
    return std::hypot(double{1} * p.lon - inner->lon, double{1} * p.lat - inner->lat);
  };
  std::stable_sort(out.begin(), out.end(), [&](Point a, Point b) { return off(a) < off(b); });
  return out;
}

/// Where the name covers nothing of `taken`, if it can be between the borders of the area; else
/// nothing where there is no such place.
std::optional<LabelBox> room_for_name(MapFrame const &frame, MapDistrict const &district,
                                      Box const &shown, double size,
                                      std::vector<LabelBox> const &taken) {
  double const width = text_width(district.name, size), height = 1.3 * size;
  std::optional<LabelBox> across_border;
  for (auto const p : name_places(district.area, shown)) {
    double const x = frame.x(p), y = frame.y(p);
    LabelBox const box{x - width / 2, y - height / 2, x + width / 2, y + height / 2};
    if (!is_within(box, {0, 0, frame.width(), frame.height()}) || !is_free(box, taken)) continue;
    auto const half = static_cast<std::int32_t>(frame.longitude(width / 2));
    if (locate(district.area, {p.lon - half, p.lat}) == Side::inside &&
        locate(district.area, {p.lon + half, p.lat}) == Side::inside)
      return box;
    if (!across_border) across_border = box;
  }
  return across_border;
}

/// False where the name has no room.
bool write_name(MapDrawing &map, MapDistrict const &district, Box const &shown, double size,
                std::vector<LabelBox> &taken) {
  auto const box = room_for_name(map.frame(), district, shown, size, taken);
  if (!box) return false;
  map.text((box->left + box->right) / 2, (box->top + box->bottom) / 2 + size * 0.36, "middle",
           district.name);
  taken.push_back(*box);
  return true;
}

/// What the map shows: the districts and the places, with a little round them.
std::optional<Box> box_round(std::vector<MapDistrict> const &districts,
                             std::vector<NumberedPlace> const &places) {
  auto box = box_of(districts);
  for (auto const &place : places) {
    if (!box) box = Box{place.at, place.at};
    box->min = {std::min(box->min.lon, place.at.lon), std::min(box->min.lat, place.at.lat)};
    box->max = {std::max(box->max.lon, place.at.lon), std::max(box->max.lat, place.at.lat)};
  }
  if (!box) return box;
  auto const room = [](std::int64_t low, std::int64_t high) {
    return static_cast<std::int32_t>((high - low) / 25);
  };
  auto const across = room(box->min.lon, box->max.lon), along = room(box->min.lat, box->max.lat);
  return Box{{box->min.lon - across, box->min.lat - along},
             {box->max.lon + across, box->max.lat + along}};
}

constexpr char const *kAround = "#e8e8e8";

std::vector<MapDrawing::LegendItem> legend_of(NumberedWords const &words, bool around,
                                              bool accuracy) {
  std::vector<MapDrawing::LegendItem> out{
      {words.place, [](SvgWriter &svg, double left, double top) {
         draw_number(svg, left + 22, top + 11, "1", kHeight);
       }}};
  if (around) out.push_back({words.around, swatch_of(kAround)});
  if (accuracy) {
    out.push_back({words.accuracy, [](SvgWriter &svg, double left, double top) {
                     draw_accuracy(svg, left + 20, top + 11, 10);
                   }});
  }
  return out;
}

/// A frame of the map's size, which is also what areas are cut to.
void frame_rect(MapDrawing &map, std::string_view fill, std::string_view stroke) {
  map.svg().empty("rect", {{"x", "0.5"},
                           {"y", "0.5"},
                           {"width", fixed(map.frame().width() - 1)},
                           {"height", fixed(map.frame().height() - 1)},
                           {"fill", std::string(fill)},
                           {"stroke", std::string(stroke)}});
}

}  // namespace

NumberedMap numbered_map(std::vector<MapDistrict> const &districts,
                         std::vector<MapDistrict> const &around,
                         std::vector<NumberedPlace> const &places, MapWords const &words,
                         NumberedWords const &legend) {
  assert(words.medium.on_paper);
  auto const box = box_round(districts, places);
  if (places.empty() || !box) return {};
  MapFrame const frame(*box, words.medium);
  auto const radius = [&](NumberedPlace const &place) {
    double const units = place.accuracy.value_or(0) * frame.units_per_metre();
    return units > kHeight / 2 ? units : 0;
  };
  bool const circles = std::any_of(places.begin(), places.end(),
                                   [&](auto const &place) { return radius(place) > 0; });
  MapDrawing map(*box, words, legend_of(legend, !around.empty(), circles), false);
  auto &svg = map.svg();
  auto const window = words.id + "-window";
  svg.open("clipPath", {{"id", window}});
  frame_rect(map, "#ffffff", "none");
  svg.close();
  svg.open("g", {{"clip-path", fmt::format("url(#{})", window)}});
  for (auto const &district : around)
    map.area(district.area, kAround, district.sentence);
  for (auto const &district : districts)
    map.area(district.area, "#ffffff", district.sentence);
  for (auto const &place : places) {
    if (double const r = radius(place); r > 0)
      draw_accuracy(svg, frame.x(place.at), frame.y(place.at), r);
  }
  svg.close();
  frame_rect(map, "none", "#333333");
  auto const discs = discs_of(places, frame);
  std::vector<LabelBox> taken;
  for (auto const &disc : discs)
    taken.push_back(disc.box);
  NumberedMap out{{}, frame.denominator(), 0};
  for (auto const *list : {&districts, &around}) {
    for (auto const &district : *list) {
      bool const written = write_name(map, district, *box, words.medium.text, taken);
      if (!written && list == &districts) ++out.names_left_out;
    }
  }
  draw(svg, discs);
  out.svg = map.finish();
  return out;
}

}  // namespace wza::gis

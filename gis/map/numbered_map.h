// SPDX-License-Identifier: Apache-2.0
// A map to be printed beside a list: each place is a disc with the number that it has in the list,
// white on black, so that neither colour nor a fine line has to survive a copier. Discs that would
// cover each other are moved aside; a line leads back to the dot where the place is.
#pragma once

#include "gis/map/choropleth.h"

#include <optional>
#include <string>
#include <vector>

namespace wza::gis {

struct NumberedPlace {
  std::size_t number = 0;
  Point at;
  std::optional<double> accuracy;  ///< metres; drawn as a circle where that is larger than the disc
};

/// The words of the legend: a place with its number, districts round those of the places, and how
/// far off a position may be.
struct NumberedWords {
  std::string place, around, accuracy;
};

struct NumberedMap {
  std::string svg;
  double denominator = 0;          ///< n of the scale 1:n
  std::size_t names_left_out = 0;  ///< names of districts that found no room
};

/// The districts of the places decide, with the places themselves, what is shown; `around` are
/// drawn in grey as far as they come into view. `words.medium` has to be on paper. Without places
/// there is no map, and the SVG is empty; without districts the places are shown alone.
NumberedMap numbered_map(std::vector<MapDistrict> const &districts,
                         std::vector<MapDistrict> const &around,
                         std::vector<NumberedPlace> const &places, MapWords const &words,
                         NumberedWords const &legend);

}  // namespace wza::gis

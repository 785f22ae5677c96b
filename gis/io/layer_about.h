// SPDX-License-Identifier: Apache-2.0
// What goes with a layer beside its rows: what it is, where it comes from, what its columns mean
// and how a map program shall draw it.
#pragma once

#include "db/base/clock.h"
#include "db/base/text.h"

#include <string>
#include <vector>

namespace wza::gis {

struct LayerAbout {
  struct Fact {
    Text label, value;
  };
  struct Meaning {
    std::string column;
    Text meaning;
  };
  /// A style of QGIS (gis/map/qml.h).
  struct Style {
    std::string name, description, qml;
  };

  Text title;    ///< empty: the layer's name stands alone
  UtcTime made;  ///< the time that the file tells
  std::vector<Fact> facts;
  std::vector<Meaning> columns;
  std::vector<Style> styles;  ///< the first is that of a new map
};

}  // namespace wza::gis

// SPDX-License-Identifier: Apache-2.0
// What speaks for one datum or another where a table does not say its own: for the person who is
// asked. Nothing of it is applied.
#pragma once

#include "db/base/error.h"
#include "db/store/tracker.h"
#include "gis/io/columns.h"

#include <optional>
#include <string_view>
#include <vector>

namespace wza::gis {

/// The columns of a second pair, of the camera's own position: WGS-84 by EXIF 2.32, so that the
/// first pair can be compared with it.
std::vector<FieldWords> camera_fields();

/// The frame that a word somewhere in `text` hints at: "高德经度", "bd09_lng", "datav.geojson".
std::optional<Frame> frame_hinted_in(std::string_view text);

/// What names of columns, file and layer and the apps that rows name hint at: a sentence each.
std::vector<Text> datum_hints(Table const &table, Columns const &columns);

/// The Problem of an undeclared datum with the numbers that tell the datums apart: districts that
/// rows name, the same facilities in the tracker (`id_field` holds their number; empty: none) with
/// their photos, second pairs, and hints. No place stands in it.
Problem with_evidence(Problem problem, Tracker &tracker, Table const &table, Columns const &columns,
                      std::string_view id_field);

}  // namespace wza::gis

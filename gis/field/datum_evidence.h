// SPDX-License-Identifier: Apache-2.0
// What speaks for one datum or another where a table does not say its own: for the person who is
// asked. Nothing of it is applied.
#pragma once

#include "db/base/error.h"
#include "db/store/tracker.h"
#include "gis/districts/propose_datum.h"
#include "gis/io/columns.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace wza::gis {

/// The columns of a second pair, of the camera's own position: WGS-84 by EXIF 2.32, so that the
/// first pair can be compared with it.
std::vector<FieldWords> camera_fields();

/// The frame that a word somewhere in `text` hints at: "高德经度", "bd09_lng", "datav.geojson".
std::optional<Frame> frame_hinted_in(std::string_view text);

struct DatumHint {
  Frame frame{};
  Text words;  ///< a sentence
};

/// What names of columns, file and layer and the apps that rows name hint at.
std::vector<DatumHint> datum_hints(Table const &table, Columns const &columns);

/// What is held of the datum of a table's positions, or what is asked.
struct DatumSaid {
  std::optional<Problem> problem;  ///< it was not declared, or evidence speaks against the format's
  std::optional<Text> note;        ///< what was taken for it though the file does not say it
};

/// Of a table whose datum only its format tells (Table::frame_by_format): refused where proposals
/// or, where these tell nothing, hints speak against it.
DatumSaid said_by_format(Table const &table, std::span<DatumProposal const> proposals,
                         std::span<DatumHint const> hints);

/// Problem::reason with the words of proposals and hints.
Problem with_words(Problem problem, std::span<DatumProposal const> proposals,
                   std::span<DatumHint const> hints);

/// Whether the datum of the table's positions is known (check_datum(), said_by_format()). A Problem
/// has the numbers that tell the datums apart: districts that rows name, the same facilities in the
/// tracker (`id_field` holds their number; empty: none) with their photos, second pairs, and hints.
/// No place stands in it.
DatumSaid ask_datum(Tracker &tracker, Table const &table, Columns const &columns,
                    std::optional<Frame> datum, std::string_view id_field);

}  // namespace wza::gis

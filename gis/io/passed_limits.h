// SPDX-License-Identifier: Apache-2.0
// The limits of reading a stranger's file, each told by name: whoever meets one has to know how far
// the file is from it. Problems name no file.
#pragma once

#include "db/base/error.h"
#include "gis/io/formats.h"

#include <cstddef>
#include <optional>
#include <string>

namespace wza::gis {

class GdalMessages;

/// A refusal of a file without its name, which whoever handed it over knows.
Problem nameless_refusal(ProblemCode code, Text reason, Text remedy);

/// A shape of GeoJSON may take this much to parse, in megabytes.
constexpr int most_of_a_shape(bool large) {
  return large ? 2000 : 100;
}

/// The reading process got no more memory (`large`: with the limits of Limits::large()).
Problem too_much_memory(bool large);
/// What was read is a larger table than may be kept.
Problem too_much_table(bool large);
/// The reading process was ended for its processor time.
Problem too_much_cpu(bool large);
/// It was ended because it did not get on.
Problem too_long(bool large);

/// The limit that kept GDAL from reading the file, by what it said, or by what an archive holds;
/// nothing where no limit is known to have been passed.
std::optional<Problem> limit_passed(std::string const &path, Format const &format,
                                    GdalMessages const &messages, bool large);

}  // namespace wza::gis

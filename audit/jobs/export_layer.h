// SPDX-License-Identifier: Apache-2.0
// One of the promised views as a file for other programs.
#pragma once

#include "db/base/error.h"
#include "db/store/layers.h"

#include <cstddef>
#include <string>

namespace wza::audit {

/// Writes the layer; the format follows the ending of `path`. The number of rows, or a Problem
/// where the ending is none that we write.
Result<std::size_t> export_layer(Tracker &tracker, ExportLayer layer, std::string const &path);

}  // namespace wza::audit

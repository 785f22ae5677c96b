// SPDX-License-Identifier: Apache-2.0
// A file of GDAL's own file system, closed with the object.
#pragma once

#include <cpl_vsi.h>

#include <memory>

namespace wza::gis {

struct CloseVsiFile {
  void operator()(VSILFILE *file) const { VSIFCloseL(file); }
};
using VsiFile = std::unique_ptr<VSILFILE, CloseVsiFile>;

}  // namespace wza::gis

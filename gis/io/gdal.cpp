// SPDX-License-Identifier: Apache-2.0
#include "gis/io/gdal.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal_priv.h>

#include <mutex>

namespace wza::gis {
namespace {

void CPL_STDCALL collect(CPLErr level, CPLErrorNum /*number*/, char const *message) {
  auto *messages = static_cast<GdalMessages *>(CPLGetErrorHandlerUserData());
  if (messages != nullptr && level >= CE_Warning) messages->add(message);
}

}  // namespace

void init_gdal() {
  static std::once_flag once;
  std::call_once(once, [] {
    GDALAllRegister();
    CPLSetErrorHandler(CPLQuietErrorHandler);
    // A header row is a header row, whatever the types below it look like.
    CPLSetConfigOption("OGR_XLSX_HEADERS", "FORCE");
    CPLSetConfigOption("OGR_ODS_HEADERS", "FORCE");
    CPLSetConfigOption("OGR_XLS_HEADERS", "FORCE");
    // Codes like 0101 stay text; numbers are read by our own reader.
    CPLSetConfigOption("OGR_XLS_FIELD_TYPES", "STRING");
    // Files named by users are read, the network is not.
    CPLSetConfigOption("GDAL_DISABLE_READDIR_ON_OPEN", "FALSE");
    CPLSetConfigOption("GDAL_HTTP_TIMEOUT", "1");
  });
}

GdalMessages::GdalMessages() {
  init_gdal();
  CPLPushErrorHandlerEx(collect, this);
}

GdalMessages::~GdalMessages() {
  CPLPopErrorHandler();
}

}  // namespace wza::gis

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
  });
}

GdalMessages::GdalMessages() {
  CPLPushErrorHandlerEx(collect, this);
}

GdalMessages::~GdalMessages() {
  CPLPopErrorHandler();
}

}  // namespace wza::gis

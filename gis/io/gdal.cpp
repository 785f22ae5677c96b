// SPDX-License-Identifier: Apache-2.0
#include "gis/io/gdal.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal_priv.h>

#include <algorithm>
#include <mutex>

namespace wza::gis {
namespace {

void CPL_STDCALL collect(CPLErr level, CPLErrorNum number, char const *message) {
  auto *messages = static_cast<GdalMessages *>(CPLGetErrorHandlerUserData());
  if (messages == nullptr || level < CE_Warning) return;
  messages->add(message);
  if (number == CPLE_OutOfMemory) messages->add_out_of_memory();
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

bool GdalMessages::any_has(std::string_view words) const {
  return std::any_of(m_messages.begin(), m_messages.end(), [&](std::string const &message) {
    return message.find(words) != std::string::npos;
  });
}

}  // namespace wza::gis

// SPDX-License-Identifier: Apache-2.0
// What kind of file an address names, or a media type: what an information officer asks about
// ("which of our downloads are scans?"), not what a browser does with it.
#pragma once

#include "db/base/enum_names.h"
#include "webcheck/url/url.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace wza::web {

enum class FileKind : std::uint8_t {
  document,
  sheet,
  slides,
  archive,
  video,
  audio,
  image,
  program,
  other  ///< what pages are made of (styles, scripts, fonts), data
};

}  // namespace wza::web

template <>
struct wza::Names<wza::web::FileKind> {
  static constexpr std::array kAll{
      Name{web::FileKind::document, "document", "文档", "Document"},
      Name{web::FileKind::sheet, "sheet", "表格", "Spreadsheet"},
      Name{web::FileKind::slides, "slides", "演示文稿", "Slides"},
      Name{web::FileKind::archive, "archive", "压缩包", "Archive"},
      Name{web::FileKind::video, "video", "视频", "Video"},
      Name{web::FileKind::audio, "audio", "音频", "Audio"},
      Name{web::FileKind::image, "image", "图片", "Image"},
      Name{web::FileKind::program, "program", "程序", "Program"},
      Name{web::FileKind::other, "other", "其他", "Other"},
  };
};
static_assert(wza::covers(wza::web::FileKind::other));

namespace wza::web {

/// The last part of the path behind its last dot, in lower case; "" without.
std::string ending_of(Url const &url);

/// By the ending of an address that no browser shows as a page (".pdf", ".doc", ".zip"); nothing
/// for what may be a page.
std::optional<FileKind> file_kind_of(Url const &url);

/// By a media type, "application/pdf"; `other` for what is not known.
FileKind file_kind_of_type(std::string_view media_type);

/// True if the address names a file that no browser shows as a page.
inline bool is_file_address(Url const &url) {
  return file_kind_of(url).has_value();
}

}  // namespace wza::web

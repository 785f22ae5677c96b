// SPDX-License-Identifier: Apache-2.0
#include "webcheck/crawl/file_kind.h"

#include "db/base/ascii.h"

#include <algorithm>
#include <array>

namespace wza::web {
namespace {

struct Endings {
  FileKind kind;
  std::string_view all;  ///< with a blank before and behind each
};
constexpr std::array kEndings{
    Endings{FileKind::document, " pdf doc docx wps ofd rtf txt epub "},
    Endings{FileKind::sheet, " xls xlsx et csv "},
    Endings{FileKind::slides, " ppt pptx pps "},
    Endings{FileKind::archive, " zip rar 7z gz bz2 tar iso "},
    Endings{FileKind::video, " mp4 avi flv mov wmv mkv webm mpg m4v m3u8 "},
    Endings{FileKind::audio, " mp3 wav ogg m4a "},
    Endings{FileKind::image, " jpg jpeg png gif bmp svg webp ico tif tiff "},
    Endings{FileKind::program, " exe msi apk dmg deb rpm "},
    Endings{FileKind::other, " css js json woff woff2 eot otf ttf swf "},
};

/// Words of media types that tell, in this order.
struct Words {
  FileKind kind;
  std::string_view word;
};
constexpr std::array kWords{
    Words{FileKind::video, "video/"},
    Words{FileKind::audio, "audio/"},
    Words{FileKind::image, "image/"},
    Words{FileKind::slides, "presentation"},
    Words{FileKind::slides, "powerpoint"},
    Words{FileKind::sheet, "spreadsheet"},
    Words{FileKind::sheet, "excel"},
    Words{FileKind::sheet, "text/csv"},
    Words{FileKind::document, "pdf"},
    Words{FileKind::document, "word"},
    Words{FileKind::document, "opendocument.text"},
    Words{FileKind::document, "ofd"},
    Words{FileKind::document, "rtf"},
    Words{FileKind::document, "epub"},
    Words{FileKind::document, "text/plain"},
    Words{FileKind::archive, "zip"},
    Words{FileKind::archive, "rar"},
    Words{FileKind::archive, "7z-compressed"},
    Words{FileKind::archive, "x-tar"},
    Words{FileKind::program, "android.package"},
    Words{FileKind::program, "x-msdownload"},
};

}  // namespace

std::string ending_of(Url const &url) {
  if (url.segments().empty()) return {};
  std::string const &name = url.segments().back();
  std::size_t const dot = name.rfind('.');
  return dot == std::string::npos ? std::string()
                                  : ascii_lower(std::string_view(name).substr(dot + 1));
}

std::optional<FileKind> file_kind_of(Url const &url) {
  std::string const ending = ending_of(url);
  if (ending.empty() || ending.find(' ') != std::string::npos) return std::nullopt;
  std::string const word = " " + ending + " ";
  auto const at = std::ranges::find_if(
      kEndings, [&](Endings const &one) { return one.all.find(word) != std::string_view::npos; });
  return at == kEndings.end() ? std::nullopt : std::optional(at->kind);
}

FileKind file_kind_of_type(std::string_view media_type) {
  auto const at = std::ranges::find_if(kWords, [&](Words const &one) {
    return media_type.find(one.word) != std::string_view::npos;
  });
  return at == kWords.end() ? FileKind::other : at->kind;
}

}  // namespace wza::web

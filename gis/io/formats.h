// SPDX-License-Identifier: Apache-2.0
// Which files are read, by the ending of their name, and the one driver that each ending opens.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace wza::gis {

struct Format {
  std::string_view ending;  ///< ".shp", lower case
  /// Rows come with the header among them (spreadsheets, text): which row it is, is found later.
  bool grid = false;
  /// Files of the same name that belong to it: ".shx;.dbf".
  std::string_view beside;
  /// The only GDAL driver that may open it; null for text, which is read by our own reader.
  void (*register_driver)() = nullptr;
  /// Photos, read by read_photo(); no table.
  bool photo = false;
};

/// All of them.
std::span<Format const> readable_formats();

/// The format that the name's ending promises; null where none does.
Format const *format_of(std::string_view path);

/// The endings as a sentence lists them: "CSV, XLSX, …", with `separator` between.
std::string readable_names(std::string_view separator);

}  // namespace wza::gis

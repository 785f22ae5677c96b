// SPDX-License-Identifier: Apache-2.0
#include "gis/io/whole_file.h"

#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace wza::gis {

namespace fs = std::filesystem;

Error cannot_write(std::string const &path, std::string const &detail) {
  return Error(
      Text{fmt::format("无法写入文件 {}：{}。请检查磁盘空间和文件夹权限。", path, detail),
           fmt::format("Cannot write {}: {}. Check free space and the folder's permissions.", path,
                       detail)},
      ExitCode::refused);
}

void write_whole(std::string const &path,
                 std::function<void(std::string const &draft)> const &write) {
  fs::path const place(path);
  auto const draft = (place.parent_path() / fmt::format(".{}.{}.part{}", place.stem().string(),
                                                        getpid(), place.extension().string()))
                         .string();
  std::error_code error;
  fs::remove(draft, error);
  try {
    write(draft);
    fs::rename(draft, path, error);
    if (error) throw cannot_write(path, error.message());
  } catch (Error const &) {
    std::error_code ignored;
    fs::remove(draft, ignored);
    throw;
  }
}

void write_whole(std::string const &path, std::string_view bytes) {
  write_whole(path, [&](std::string const &draft) {
    std::ofstream file(draft, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (!file) throw cannot_write(path, "write failed");
  });
}

}  // namespace wza::gis

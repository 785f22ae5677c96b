// SPDX-License-Identifier: Apache-2.0
#include "gis/io/photo_files.h"

#include "gis/io/photo.h"

#include <algorithm>
#include <filesystem>

namespace wza::gis {
namespace {

namespace fs = std::filesystem;

Problem left_out(std::string path, Text reason, Text remedy) {
  return {ProblemCode::unreadable, std::move(path),  "", std::nullopt,
          std::move(reason),       std::move(remedy)};
}

Problem closed_folder(std::string path) {
  return left_out(std::move(path), {"无法打开这个文件夹。", "This folder cannot be opened."},
                  {"请检查权限，再导入一次。", "Check its permissions and import again."});
}

Problem no_file(std::string path) {
  return left_out(std::move(path),
                  {"这是链接、管道或设备，不是普通文件，没有读取。",
                   "This is a link, a pipe or a device and no ordinary file; it was not read."},
                  {"请把照片本身复制到文件夹中。", "Copy the photo itself into the folder."});
}

class Search {
 public:
  PhotoFiles of(fs::path const &folder) {
    m_folders.push_back(folder);
    while (!m_folders.empty()) {
      auto const next = std::move(m_folders.back());
      m_folders.pop_back();
      list(next);
    }
    std::ranges::sort(m_found.photos);
    return std::move(m_found);
  }

 private:
  void list(fs::path const &folder) {
    std::error_code error;
    fs::directory_iterator entry(folder, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error))
      take(*entry);
    if (error) m_found.refused.push_back(closed_folder(folder.string()));
  }

  void take(fs::directory_entry const &entry) {
    std::error_code error;
    auto path = entry.path().string();
    auto const kind = entry.symlink_status(error).type();
    if (kind == fs::file_type::directory) {
      m_folders.push_back(entry.path());
    } else if (kind == fs::file_type::symlink && entry.is_directory(error)) {
      m_found.refused.push_back(no_file(std::move(path)));
    } else if (is_photo(path)) {
      if (kind == fs::file_type::regular) {
        m_found.photos.push_back(std::move(path));
      } else {
        m_found.refused.push_back(no_file(std::move(path)));
      }
    }
  }

  PhotoFiles m_found;
  std::vector<fs::path> m_folders;
};

}  // namespace

PhotoFiles photos_in(std::string const &path) {
  std::error_code error;
  if (!fs::is_directory(path, error)) return {{path}, {}};
  return Search().of(path);
}

}  // namespace wza::gis

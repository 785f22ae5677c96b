// SPDX-License-Identifier: Apache-2.0
#include "gis/io/zipped_shape.h"

#include "db/base/text.h"

#include <cpl_string.h>
#include <cpl_vsi.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string_view>

namespace wza::gis {
namespace {

constexpr std::uint64_t kMostUnpacked = std::uint64_t{2} << 30;

Problem refused_archive(ProblemCode code, Text reason, Text remedy) {
  return {code, "", "", std::nullopt, std::move(reason), std::move(remedy)};
}

/// What leads out of the archive, or is there for another system's sake, is none of its shapes.
bool is_shape(std::string_view name) {
  return ascii_lower(name).ends_with(".shp") && name.find("..") == std::string_view::npos &&
         name.find('\\') == std::string_view::npos && !name.starts_with('/') &&
         !name.starts_with("__MACOSX/");
}

std::string layer_of(std::string const &name) {
  return std::filesystem::path(name).stem().string();
}

/// The unpacked bytes of the shape and of what belongs to it.
std::uint64_t size_of(std::string const &path) {
  std::uint64_t sum = 0;
  for (char const *ending : {"shp", "shx", "dbf", "SHP", "SHX", "DBF"}) {
    VSIStatBufL status{};
    auto const part = std::filesystem::path(path).replace_extension(ending).string();
    if (VSIStatL(part.c_str(), &status) == 0) sum += static_cast<std::uint64_t>(status.st_size);
  }
  return sum;
}

}  // namespace

Result<ZippedShape> shape_in_zip(std::string const &zip, std::string const &wanted) {
  // Windows in China writes the names in GBK and does not say so.
  CPLSetConfigOption("CPL_ZIP_ENCODING", "GB18030");
  auto const root = fmt::format("/vsizip/{{{}}}", zip);
  CPLStringList const names(VSIReadDirRecursive(root.c_str()));
  std::vector<std::string> shapes;
  for (int i = 0; i < names.size(); ++i) {
    if (is_shape(names[i])) shapes.emplace_back(names[i]);
  }
  std::sort(shapes.begin(), shapes.end());
  if (shapes.empty()) {
    return refused_archive(
        ProblemCode::unreadable,
        {"压缩包里没有 Shapefile（.shp），或者压缩包已损坏。",
         "The archive holds no shapefile (.shp), or it is damaged."},
        {"请先解压，再导入其中的文件。", "Unpack it and import the file in it."});
  }
  ZippedShape out;
  for (std::string const &shape : shapes) {
    bool const fits = wanted.empty() || layer_of(shape) == wanted;
    if (fits && out.path.empty()) {
      out.path = root + "/" + shape;
      out.layer = layer_of(shape);
    } else {
      out.others.push_back(layer_of(shape));
    }
  }
  if (out.path.empty()) {
    return refused_archive(ProblemCode::not_found,
                           {fmt::format("压缩包里没有图层“{}”。", wanted),
                            fmt::format("The archive has no layer “{}”.", wanted)},
                           {fmt::format("其中有：{}。", fmt::join(out.others, "、")),
                            fmt::format("It has: {}.", fmt::join(out.others, ", "))});
  }
  if (size_of(out.path) > kMostUnpacked) {
    return refused_archive(
        ProblemCode::too_large,
        {"该文件展开后超过 2 GB。", "Unpacked, the file is larger than 2 GB."},
        {"请确认文件来源可靠，再把它拆成几个文件分别导入。",
         "Make sure that it comes from where you think, split it and import the parts."});
  }
  return out;
}

}  // namespace wza::gis

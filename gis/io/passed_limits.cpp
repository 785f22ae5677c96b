// SPDX-License-Identifier: Apache-2.0
#include "gis/io/passed_limits.h"

#include "gis/io/confine.h"
#include "gis/io/gdal.h"
#include "gis/io/table_wire.h"

#include <cpl_vsi.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>

namespace wza::gis {
namespace {

constexpr std::size_t kMegabyte = std::size_t{1} << 20;

Problem too_large(Text reason) {
  return nameless_refusal(ProblemCode::too_large, std::move(reason),
                          {"请确认文件来源可靠，再把它拆成几个文件。",
                           "Make sure that it comes from where you think; then split it."});
}

Problem too_slow(Text reason) {
  return nameless_refusal(
      ProblemCode::timed_out, std::move(reason),
      {"请确认文件来源可靠，再把它简化或拆分。",
       "Make sure that it comes from where you think; then simplify or split it."});
}

Limits limits(bool large) {
  return large ? Limits::large() : Limits{};
}
WireLimits wire_limits(bool large) {
  return large ? WireLimits::large() : WireLimits{};
}

struct CloseFolder {
  void operator()(VSIDIR *folder) const { VSICloseDir(folder); }
};

/// The bytes of all that an archive says to hold; counted no further than `enough`.
std::uint64_t unpacked(std::string const &path, std::uint64_t enough) {
  std::unique_ptr<VSIDIR, CloseFolder> const folder(
      VSIOpenDir(fmt::format("/vsizip/{{{}}}", path).c_str(), -1, nullptr));
  std::uint64_t sum = 0;
  while (folder != nullptr && sum <= enough) {
    auto const *entry = VSIGetNextDirEntry(folder.get());
    if (entry == nullptr) break;
    if (entry->bSizeKnown) sum += entry->nSize;
  }
  return sum;
}

bool is_archive(Format const &format) {
  return std::ranges::count(std::array{".xlsx", ".xlsm", ".ods", ".kmz", ".zip"}, format.ending) >
         0;
}

}  // namespace

Problem nameless_refusal(ProblemCode code, Text reason, Text remedy) {
  return {code, "", "", std::nullopt, std::move(reason), std::move(remedy)};
}

Problem too_much_memory(bool large) {
  auto const most = limits(large).memory / kMegabyte;
  return too_large({fmt::format("读取该文件所需的内存超过了允许的 {} MB。", most),
                    fmt::format("Reading the file takes more memory than the {} MB that it may "
                                "take.",
                                most)});
}

Problem too_much_table(bool large) {
  auto const most = wire_limits(large).bytes / kMegabyte;
  return too_large(
      {fmt::format("该文件读出的内容超过了一次允许的 {} MB。", most),
       fmt::format("What the file holds is more than the {} MB that are read at once.", most)});
}

Problem too_much_cpu(bool large) {
  auto const most = limits(large).cpu.count();
  return too_slow({fmt::format("读取该文件超过了允许的 {} 秒处理器时间，已停止。", most),
                   fmt::format("Reading the file took more than {} seconds of processor time and "
                               "was stopped.",
                               most)});
}

Problem too_long(bool large) {
  auto const most = wire_limits(large).time.count();
  return too_slow(
      {fmt::format("读取该文件超过了允许的 {} 秒，已停止。", most),
       fmt::format("Reading the file took more than {} seconds and was stopped.", most)});
}

std::optional<Problem> limit_passed(std::string const &path, Format const &format,
                                    GdalMessages const &messages, bool large) {
  if (messages.any_has("OGR_GEOJSON_MAX_OBJ_SIZE")) {
    auto const most = most_of_a_shape(large);
    return too_large(
        {fmt::format("其中一个图形顶点太多：解析它需要的内存超过了允许的 {} MB。", most),
         fmt::format("One of its shapes has too many vertices: to parse it takes more than the {} "
                     "MB that a shape may take.",
                     most)});
  }
  if (messages.out_of_memory()) return too_much_memory(large);
  auto const most = limits(large).memory;
  if (is_archive(format) && unpacked(path, most) > most) {
    return too_large(
        {fmt::format("该文件是压缩的，展开后超过允许的 {} MB，也不是能读取的表格或地图。",
                     most / kMegabyte),
         fmt::format("The file is an archive of more than the {} MB that are "
                     "unpacked at most, and no table or map that can be read.",
                     most / kMegabyte)});
  }
  return std::nullopt;
}

}  // namespace wza::gis

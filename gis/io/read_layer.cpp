// SPDX-License-Identifier: Apache-2.0
#include "gis/io/read_layer.h"

#include "db/base/file.h"
#include "gis/io/formats.h"
#include "gis/io/gdal_reader.h"
#include "gis/io/header.h"
#include "gis/io/reader_process.h"

#include <algorithm>
#include <filesystem>
#include <utility>
#include <vector>

namespace wza::gis {
namespace {

namespace fs = std::filesystem;

Problem file_problem(ProblemCode code, std::string const &path, Text reason, Text remedy) {
  return {code, path, "", std::nullopt, std::move(reason), std::move(remedy)};
}

Problem no_rows(std::string const &path) {
  return file_problem(
      ProblemCode::missing_value, path, {"该文件没有数据行。", "The file holds no rows of data."},
      {"请检查文件：第一行应为列名，数据从第二行开始。",
       "Check the file: the first row holds the column names, data begin in the second."});
}

/// Keeps what it is given.
class TableBuilder final : public TableSink {
 public:
  TableBuilder(Table &table, ReadOptions const &options) : m_table(table), m_options(options) {}
  void begin(Table const &head) override {
    auto source = std::move(m_table.source);
    m_table = head;
    m_table.source = std::move(source);
  }
  void row(Row row) override {
    m_table.rows.push_back(std::move(row));
    if (m_options.progress && m_table.rows.size() % kRowsBetween == 0)
      m_options.progress(m_table.rows.size());
  }
  void merged(MergedCells const &cells) override { m_merged.push_back(cells); }
  std::vector<MergedCells> const &merged_cells() const { return m_merged; }

 private:
  static constexpr std::size_t kRowsBetween = 1000;
  Table &m_table;
  ReadOptions const &m_options;
  std::vector<MergedCells> m_merged;
};

/// What is written to a GeoPackage while it is open in QGIS stands beside it until it is closed.
bool is_open_elsewhere(std::string const &path, Format const &format) {
  std::error_code error;
  auto const size = fs::file_size(path + "-wal", error);
  return format.ending == ".gpkg" && !error && size > 0;
}

}  // namespace

RawGeometry raw_of(Geometry const &geometry) {
  auto const raw = [](Point p) { return RawPoint{p.degrees().lon, p.degrees().lat}; };
  if (auto const *point = std::get_if<Point>(&geometry)) return raw(*point);
  RawArea out;
  for (auto const &polygon : std::get<MultiPolygon>(geometry)) {
    auto &part = out.emplace_back();
    for (auto const &ring : polygon) {
      std::transform(ring.begin(), ring.end(), std::back_inserter(part.emplace_back()), raw);
    }
  }
  return out;
}

bool is_csv(std::string const &path) {
  auto const ending = ending_of(path);
  return ending == ".csv" || ending == ".tsv" || ending == ".txt";
}

Result<Done> check_file(std::string const &path) {
  std::error_code error;
  auto const status = fs::status(path, error);
  if (!fs::exists(status)) {
    return file_problem(ProblemCode::not_found, path, {"没有这个文件。", "There is no such file."},
                        {"请检查文件名和所在文件夹。", "Check the name and the folder."});
  }
  if (fs::is_directory(status)) {
    return file_problem(ProblemCode::unreadable, path,
                        {"这是文件夹，不是文件。", "This is a folder, not a file."},
                        {"请写出文件夹中的文件名，例如 .shp 或 .gpkg 文件。",
                         "Name the file in the folder, for example the .shp or .gpkg file."});
  }
  if (fs::is_regular_file(status) && fs::file_size(path, error) == 0) {
    return file_problem(ProblemCode::unreadable, path, {"该文件是空的。", "The file is empty."},
                        {"请重新导出或复制该文件。", "Export or copy the file again."});
  }
  return Done{};
}

Result<Table> read_layer(std::string const &path, ReadOptions const &options) {
  if (auto const checked = check_file(path); !checked) return checked.problem();
  if (!fs::is_regular_file(path)) {
    return file_problem(ProblemCode::unreadable, path,
                        {"这不是普通文件。", "This is no ordinary file."},
                        {"请先把内容保存成文件，再导入。", "Save what it gives as a file first."});
  }
  auto const *format = format_of(path);
  if (format == nullptr || format->photo) return no_table(path);
  if (is_open_elsewhere(path, *format)) {
    return file_problem(
        ProblemCode::unreadable, path,
        {"该文件正被别的程序打开，其中的改动还没有写完。",
         "The file is open in another program, which has not finished writing to it."},
        {"请在 QGIS 等程序中关闭它，再导入。", "Close it there (in QGIS, say), then import it."});
  }
  Table table;
  table.source = path;
  TableBuilder builder(table, options);
  if (auto const read = read_apart(
          path, *format,
          {options.layer, options.repair_areas, options.large, options.large_on_request}, builder);
      !read)
    return read.problem();
  if (format->grid) take_header(table, builder.merged_cells());
  if (table.rows.empty()) return no_rows(path);
  return table;
}

}  // namespace wza::gis

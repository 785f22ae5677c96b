// SPDX-License-Identifier: Apache-2.0
#include "gis/io/photo.h"

#include "gis/io/formats.h"
#include "gis/io/gdal_photo.h"
#include "gis/io/read_layer.h"
#include "gis/io/reader_process.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <filesystem>
#include <utility>

namespace wza::gis {
namespace {

Problem photo_problem(ProblemCode code, std::string const &path, Text reason, Text remedy) {
  return {code, path, "", std::nullopt, std::move(reason), std::move(remedy)};
}

Problem no_photo(std::string const &path) {
  return photo_problem(
      ProblemCode::unreadable, path,
      {"该文件不是 JPEG 照片，或者已经损坏。", "The file is no JPEG photo, or it is damaged."},
      {"请从手机或相机重新复制；其他格式请先另存为 JPEG。",
       "Copy it from the phone or camera again; save other formats as JPEG first."});
}

/// The one row that the reader sends.
class PhotoRow final : public TableSink {
 public:
  void begin(Table const & /*head*/) override {}
  void row(Row row) override { m_cells = std::move(row.cells); }
  void merged(MergedCells const & /*cells*/) override {}
  std::string_view at(PhotoCell cell) const {
    auto const i = static_cast<std::size_t>(cell);
    return i < m_cells.size() ? std::string_view(m_cells[i]) : std::string_view();
  }

 private:
  std::vector<std::string> m_cells;
};

std::optional<double> number(std::string_view text) {
  double value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
    return std::nullopt;
  return value;
}

/// The next "(…)" of the text, which is taken off.
std::optional<double> take_bracket(std::string_view &text) {
  std::size_t const open = text.find('(');
  std::size_t const close = text.find(')');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open)
    return std::nullopt;
  auto const value = number(text.substr(open + 1, close - open - 1));
  text.remove_prefix(close + 1);
  return value;
}

std::optional<int> whole(std::string_view text, int least, int most) {
  int value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value >= least && value <= most ? std::optional(value) : std::nullopt;
}

PhotoFacts facts_of(PhotoRow const &row, std::chrono::minutes offset) {
  PhotoFacts facts;
  facts.width = whole(row.at(PhotoCell::width), 1, 1 << 20).value_or(0);
  facts.height = whole(row.at(PhotoCell::height), 1, 1 << 20).value_or(0);
  facts.orientation = whole(row.at(PhotoCell::orientation), 1, 8).value_or(1);
  facts.taken_at = exif_time(row.at(PhotoCell::time), row.at(PhotoCell::offset), offset);
  auto const lon = exif_degrees(row.at(PhotoCell::lon), row.at(PhotoCell::lon_side));
  auto const lat = exif_degrees(row.at(PhotoCell::lat), row.at(PhotoCell::lat_side));
  // Phones without a fix write 0, 0.
  if (lon && lat && (*lon != 0 || *lat != 0) && std::abs(*lat) <= 90 && std::abs(*lon) <= 180) {
    facts.lon = lon;
    facts.lat = lat;
    std::string_view accuracy = row.at(PhotoCell::accuracy);
    facts.accuracy = take_bracket(accuracy);
    if (facts.accuracy && *facts.accuracy < 0) facts.accuracy.reset();
  }
  return facts;
}

}  // namespace

std::optional<double> exif_degrees(std::string_view text, std::string_view side) {
  auto const degrees = take_bracket(text);
  auto const minutes = take_bracket(text);
  auto const seconds = take_bracket(text);
  bool const negative = side == "S" || side == "W";
  if (!degrees || (!negative && side != "N" && side != "E")) return std::nullopt;
  if (*degrees < 0 || minutes.value_or(0) < 0 || seconds.value_or(0) < 0) return std::nullopt;
  double const value = *degrees + minutes.value_or(0) / 60 + seconds.value_or(0) / 3600;
  return negative ? -value : value;
}

std::optional<std::chrono::minutes> utc_offset(std::string_view text) {
  if (text.size() != 6 || text[3] != ':' || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  auto const hours = whole(text.substr(1, 2), 0, 14);
  auto const minutes = whole(text.substr(4, 2), 0, 59);
  if (!hours || !minutes) return std::nullopt;
  return std::chrono::minutes((text[0] == '-' ? -1 : 1) * (*hours * 60 + *minutes));
}

std::optional<UtcTime> exif_time(std::string_view text, std::string_view offset,
                                 std::chrono::minutes otherwise) {
  if (text.size() != 19 || text[4] != ':' || text[7] != ':' || text[10] != ' ') return std::nullopt;
  auto const read = UtcTime::parse(fmt::format("{}-{}-{}T{}Z", text.substr(0, 4), text.substr(5, 2),
                                               text.substr(8, 2), text.substr(11)));
  if (!read) return std::nullopt;
  return UtcTime{read->value - utc_offset(offset).value_or(otherwise)};
}

bool is_photo(std::string const &path) {
  auto const *format = format_of(path);
  return format != nullptr && format->photo;
}

Result<PhotoFacts> read_photo(std::string const &path, std::chrono::minutes offset) {
  if (auto const checked = check_file(path); !checked) return checked.problem();
  std::error_code error;
  if (!is_photo(path) || !std::filesystem::is_regular_file(path, error)) return no_photo(path);
  if (std::filesystem::file_size(path, error) > kMostPhotoBytes) {
    return photo_problem(ProblemCode::too_large, path,
                         {"照片超过 20 MB。", "The photo is larger than 20 MB."},
                         {"请在手机上缩小后再导入。", "Make it smaller on the phone first."});
  }
  PhotoRow row;
  if (auto const read = read_apart(path, *format_of(path), {}, row); !read) {
    return read.problem().code == ProblemCode::unreadable ? no_photo(path) : read.problem();
  }
  PhotoFacts const facts = facts_of(row, offset);
  if (facts.width == 0 || facts.height == 0) return no_photo(path);
  return facts;
}

}  // namespace wza::gis

// SPDX-License-Identifier: Apache-2.0
#include "gis/map/mbtiles.h"

#include "db/base/error.h"
#include "db/sqlite/database.h"
#include "db/sqlite/transaction.h"
#include "gis/io/whole_file.h"
#include "gis/map/district_tiles.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <zlib.h>

#include <algorithm>
#include <cassert>
#include <optional>
#include <set>

namespace wza::gis {
namespace {

/// gzip (RFC 1952) without a time or a name in it, as MBTiles wants vector tiles packed.
class Gzip {
 public:
  Gzip() {
    // 15 + 16: the largest window, gzip's header.
    if (deflateInit2(&m_stream, 6, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY) != Z_OK)
      throw Error(Text{"内存不足。", "Out of memory."});
  }
  ~Gzip() { deflateEnd(&m_stream); }
  Gzip(Gzip const &) = delete;
  Gzip &operator=(Gzip const &) = delete;

  std::vector<std::byte> packed(std::string const &bytes) {
    deflateReset(&m_stream);
    std::vector<std::byte> out(deflateBound(&m_stream, static_cast<uLong>(bytes.size())));
    m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
    m_stream.avail_in = static_cast<uInt>(bytes.size());
    m_stream.next_out = reinterpret_cast<Bytef *>(out.data());
    m_stream.avail_out = static_cast<uInt>(out.size());
    [[maybe_unused]] int const code = deflate(&m_stream, Z_FINISH);
    assert(code == Z_STREAM_END);
    out.resize(out.size() - m_stream.avail_out);
    return out;
  }

 private:
  z_stream m_stream{};
};

std::string vector_layers(std::vector<DistrictArea> const &districts, int max_zoom) {
  std::set<DistrictLevel> levels;
  for (auto const &area : districts)
    levels.insert(area.district.level);
  auto layers = nlohmann::ordered_json::array();
  for (auto const level : levels) {
    layers.push_back(
        {{"id", key(level)},
         {"description", Names<DistrictLevel>::kAll[static_cast<std::size_t>(level)].en},
         {"minzoom", 0},
         {"maxzoom", max_zoom},
         {"fields", {{"code", "String"}, {"name", "String"}}}});
  }
  return nlohmann::ordered_json{{"vector_layers", layers}}.dump();
}

void write_metadata(Database &db, std::vector<DistrictArea> const &districts,
                    MbtilesWords const &words) {
  auto const put = [&](std::string_view name, std::string const &value) {
    db.prepare("INSERT INTO metadata(name, value) VALUES (?1, ?2)").bind(name, value).run();
  };
  put("name", words.name);
  put("format", "pbf");
  std::optional<Box> box;
  for (auto const &area : districts) {
    auto const own = box_of(area.area);
    if (!own) continue;
    if (!box) box = own;
    box->min = {std::min(box->min.lon, own->min.lon), std::min(box->min.lat, own->min.lat)};
    box->max = {std::max(box->max.lon, own->max.lon), std::max(box->max.lat, own->max.lat)};
  }
  if (box) {
    auto const low = box->min.degrees(), high = box->max.degrees();
    put("bounds", fmt::format("{:.7f},{:.7f},{:.7f},{:.7f}", low.lon, low.lat, high.lon, high.lat));
    put("center", fmt::format("{:.7f},{:.7f},{}", (low.lon + high.lon) / 2,
                              (low.lat + high.lat) / 2, std::min(words.max_zoom, 4)));
  }
  put("minzoom", "0");
  put("maxzoom", fmt::format("{}", words.max_zoom));
  put("attribution", words.attribution);
  put("description", words.description);
  put("type", "overlay");
  put("version", "1");
  put("json", vector_layers(districts, words.max_zoom));
}

void write_database(std::vector<DistrictArea> const &districts, MbtilesWords const &words,
                    std::string const &path) {
  Database db = Database::create(path);
  // Nobody reads the file before it is whole, and it shall open from a folder without write access.
  db.execute("PRAGMA journal_mode = DELETE; PRAGMA synchronous = OFF");
  db.execute("PRAGMA application_id = 0x4d504258");  // "MPBX", section Database
  db.execute(
      "CREATE TABLE metadata (name text, value text);"
      "CREATE UNIQUE INDEX metadata_name ON metadata (name);"
      "CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer, "
      "tile_data blob);"
      "CREATE UNIQUE INDEX tile_index ON tiles (zoom_level, tile_column, tile_row)");
  Transaction transaction(db);
  write_metadata(db, districts, words);
  Gzip gzip;
  Statement insert = db.prepare("INSERT INTO tiles VALUES (?1, ?2, ?3, ?4)");
  district_tiles(districts, words.max_zoom, [&](Tile &&tile) {
    auto const packed = gzip.packed(tile.bytes);
    // TMS: rows count from the south.
    std::uint32_t const row = (std::uint32_t{1} << tile.zoom) - 1 - tile.y;
    insert.bind(tile.zoom, tile.x, row, Blob{packed}).run();
  });
  transaction.commit();
}

}  // namespace

void write_mbtiles(std::vector<DistrictArea> const &districts, MbtilesWords const &words,
                   std::string const &path) {
  write_whole(path, [&](std::string const &draft) {
    try {
      write_database(districts, words, draft);
    } catch (TrackerError const &error) {  // what SQLite says of every file
      throw cannot_write(path, error.what());
    }
  });
}

}  // namespace wza::gis

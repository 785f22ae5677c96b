// SPDX-License-Identifier: Apache-2.0
#include "db/store/facilities.h"

#include "db/store/runs.h"

#include <sstream>

namespace wza {
namespace {

#define WZA_FACILITY_COLUMNS                                                                    \
  "id, name, place_type, build, address, owner, district, on_border, raw_lon, raw_lat, datum, " \
  "source_app, accuracy, geom, precision, other_districts"

/// Codes split by blanks.
std::string joined(std::vector<DistrictCode> const &codes) {
  std::string out;
  for (auto const &code : codes)
    out += (out.empty() ? "" : " ") + code.value;
  return out;
}

std::vector<DistrictCode> split(std::string const &codes) {
  std::vector<DistrictCode> out;
  std::istringstream words(codes);
  for (std::string code; words >> code;)
    out.emplace_back(code);
  return out;
}

Facility read_facility(Statement const &row) {
  Facility f;
  f.id = row.get<FacilityId>(0);
  f.name = row.get<std::string>(1);
  f.place_type = row.get<PlaceTypeCode>(2);
  f.build = row.get<std::optional<AppliesTo>>(3);
  f.address = row.get<std::optional<std::string>>(4);
  f.owner = row.get<std::optional<std::string>>(5);
  f.district = row.get<DistrictCode>(6);
  f.on_border = row.get<bool>(7);
  f.precision = row.get<PlacePrecision>(14);
  f.others = split(row.get<std::string>(15));
  if (f.precision != PlacePrecision::gps) return f;
  f.raw = {row.get<double>(8), row.get<double>(9), row.get<std::string>(10),
           row.get<std::optional<std::string>>(11), row.get<std::optional<double>>(12)};
  f.geom = row.get<std::vector<std::byte>>(13);
  return f;
}

nlohmann::json seen(Facility const &f) {
  nlohmann::json json{{"name", f.name},
                      {"place_type", f.place_type.value},
                      {"build", f.build ? nlohmann::json(key(*f.build)) : nlohmann::json()},
                      {"address", f.address ? nlohmann::json(*f.address) : nlohmann::json()},
                      {"owner", f.owner ? nlohmann::json(*f.owner) : nlohmann::json()},
                      {"district", f.district.value},
                      {"precision", key(f.precision)}};
  if (f.raw) {
    json["lon"] = f.raw->lon;
    json["lat"] = f.raw->lat;
    json["datum"] = f.raw->datum;
  }
  return json;
}

}  // namespace

StoreChange FacilityStore::put(Facility const &f, RunId run) {
  auto const known = find(f.id);
  if (known && *known == f) return StoreChange::unchanged;
  auto const part = [&]<class T>(T RawPosition::*member) {
    return f.raw ? std::optional<T>((*f.raw).*member) : std::nullopt;
  };
  m_tracker->db()
      .prepare(
          "INSERT INTO facilities(" WZA_FACILITY_COLUMNS
          ", run, created_at, updated_at) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, "
          "?12, ?13, ?14, ?15, ?16, ?17, ?18, ?18) ON CONFLICT(id) DO UPDATE SET name = ?2, "
          "place_type = ?3, build = ?4, address = ?5, owner = ?6, district = ?7, on_border = ?8, "
          "raw_lon = ?9, raw_lat = ?10, datum = ?11, source_app = ?12, accuracy = ?13, geom = ?14, "
          "precision = ?15, other_districts = ?16, run = ?17, updated_at = ?18")
      .bind(f.id, f.name, f.place_type, f.build, f.address, f.owner, f.district, f.on_border,
            part(&RawPosition::lon), part(&RawPosition::lat), part(&RawPosition::datum),
            f.raw ? f.raw->source_app : std::nullopt, f.raw ? f.raw->accuracy : std::nullopt,
            f.geom.empty() ? std::optional<Blob>() : Blob{f.geom}, f.precision, joined(f.others),
            run, m_tracker->clock().now())
      .run();
  append_event(*m_tracker, {"", run, known ? "updated" : "stored", "facilities", f.id.value,
                            known ? seen(*known) : nlohmann::json(), seen(f)});
  return known ? StoreChange::updated : StoreChange::stored;
}

std::optional<Facility> FacilityStore::find(FacilityId const &id) {
  auto row =
      m_tracker->db().prepare("SELECT " WZA_FACILITY_COLUMNS " FROM facilities WHERE id = ?1");
  row.bind(id);
  if (!row.step()) return std::nullopt;
  return read_facility(row);
}

std::vector<Facility> FacilityStore::all() {
  auto row = m_tracker->db().prepare("SELECT " WZA_FACILITY_COLUMNS " FROM facilities ORDER BY id");
  std::vector<Facility> out;
  while (row.step())
    out.push_back(read_facility(row));
  return out;
}

std::optional<PlaceTypeCode> FacilityStore::place_type(std::string_view word) {
  auto row = m_tracker->db().prepare(
      "SELECT code FROM place_types WHERE code = lower(?1) OR name_zh = ?1 OR lower(name_en) = "
      "lower(?1) "
      "OR '/' || name_zh || '/' LIKE '%/' || ?1 || '/%' ORDER BY code = lower(?1) DESC LIMIT 1");
  row.bind(word);
  if (word.empty() || word.find('%') != std::string_view::npos || !row.step()) return std::nullopt;
  return row.get<PlaceTypeCode>(0);
}

}  // namespace wza

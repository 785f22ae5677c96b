// SPDX-License-Identifier: Apache-2.0
#include "gis/io/gdal_geometry.h"

#include "db/base/text.h"

#include <fmt/format.h>
#include <ogrsf_frmts.h>

#include <utility>
#include <vector>

namespace wza::gis {
namespace {

Problem refused(ProblemCode code, Text reason, Text remedy) {
  return {code, "", "", std::nullopt, std::move(reason), std::move(remedy)};
}

/// Datums without public parameters: converting them "ballpark" would be tens of metres wrong.
bool is_old_chinese_datum(OGRSpatialReference const &srs) {
  char const *datum = srs.GetAttrValue("DATUM");
  std::string const name = datum == nullptr ? "" : ascii_lower(datum);
  return name.find("beijing") != std::string::npos || name.find("xian") != std::string::npos;
}

RawRing ring_of(OGRLinearRing const &line) {
  RawRing ring;
  for (int i = 0; i < line.getNumPoints(); ++i)
    ring.push_back({line.getX(i), line.getY(i)});
  if (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
  return ring;
}

void add_polygons(OGRGeometry const &shape, RawArea &out) {
  auto const type = wkbFlatten(shape.getGeometryType());
  if (type == wkbPolygon) {
    std::vector<RawRing> rings;
    for (auto const *ring : *shape.toPolygon())
      rings.push_back(ring_of(*ring));
    if (!rings.empty()) out.push_back(std::move(rings));
  } else if (OGR_GT_IsSubClassOf(type, wkbGeometryCollection)) {
    for (auto const *part : *shape.toGeometryCollection())
      add_polygons(*part, out);
  }
}

}  // namespace

void TransformDelete::operator()(OGRCoordinateTransformation *t) const {
  OGRCoordinateTransformation::DestroyCT(t);
}

Result<Crs> crs_of(OGRLayer &layer, GdalMessages &messages) {
  Crs out;
  auto *srs = layer.GetSpatialRef();
  if (srs == nullptr) return out;
  out.name = srs->GetName() == nullptr ? "" : srs->GetName();
  if (srs->IsLocal() || (!srs->IsGeographic() && !srs->IsProjected())) return out;
  if (is_old_chinese_datum(*srs)) {
    return refused(
        ProblemCode::undeclared_datum,
        {fmt::format("该图层的坐标系是“{}”，它到 CGCS2000 没有公开的转换参数。", out.name),
         fmt::format("The layer's reference system is “{}”, which has no public way to CGCS2000.",
                     out.name)},
        {"请先由测绘部门转换为 CGCS2000，再导入。",
         "Have the surveying office convert it to CGCS2000, then import it."});
  }
  srs->SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  char const *authority = srs->GetAuthorityCode(nullptr);
  std::string const code = authority == nullptr ? "" : authority;
  if (srs->IsGeographic() && (code == "4326" || code == "4979" || out.name == "WGS 84")) {
    out.frame = Frame::wgs84;
    return out;
  }
  if (srs->IsGeographic() && code == "4490") {
    out.frame = Frame::cgcs2000;
    return out;
  }
  OGRSpatialReference target;
  target.importFromEPSG(4490);
  target.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  messages.clear();
  out.transform.reset(OGRCreateCoordinateTransformation(srs, &target));
  if (out.transform == nullptr) {
    return refused(ProblemCode::unreadable,
                   {fmt::format("坐标系“{}”无法转换为 CGCS2000：{}", out.name, messages.last()),
                    fmt::format("The reference system “{}” cannot be converted to CGCS2000: {}",
                                out.name, messages.last())},
                   {"请先在 QGIS 中另存为 CGCS2000（EPSG:4490），再导入。",
                    "Save the layer as CGCS2000 (EPSG:4490) in QGIS, then import it."});
  }
  out.frame = Frame::cgcs2000;
  return out;
}

void take_geometry(std::unique_ptr<OGRGeometry> shape, Crs const &crs, bool repair,
                   GdalMessages &messages, Row &row) {
  if (shape == nullptr || shape->IsEmpty()) return;
  messages.clear();
  if (crs.transform != nullptr && shape->transform(crs.transform.get()) != OGRERR_NONE) {
    row.geometry_fault = messages.last();
    return;
  }
  if (shape->hasCurveGeometry()) shape.reset(shape->getLinearGeometry());
  auto const type = wkbFlatten(shape->getGeometryType());
  if (type == wkbMultiPoint && shape->toMultiPoint()->getNumGeometries() == 1) {
    shape.reset(shape->toMultiPoint()->getGeometryRef(0)->clone());
  }
  if (wkbFlatten(shape->getGeometryType()) == wkbPoint) {
    row.geometry = RawPoint{shape->toPoint()->getX(), shape->toPoint()->getY()};
    return;
  }
  if (type != wkbPolygon && type != wkbMultiPolygon && type != wkbGeometryCollection) {
    row.geometry_fault = shape->getGeometryName();
    return;
  }
  messages.clear();
  if (repair && !shape->IsValid()) {
    row.geometry_fault = messages.last();
    std::unique_ptr<OGRGeometry> valid(shape->MakeValid());
    if (valid == nullptr) return;
    shape = std::move(valid);
    row.repaired = true;
  }
  RawArea area;
  add_polygons(*shape, area);
  if (!area.empty()) row.geometry = std::move(area);
}

}  // namespace wza::gis

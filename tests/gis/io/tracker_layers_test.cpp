// SPDX-License-Identifier: Apache-2.0
// The tracker opens as a GeoPackage in other programs: GDAL reads every layer without a warning.
#include "gis/field/import_facilities.h"
#include "gis/field/import_inspections.h"
#include "gis/io/gdal.h"
#include "gis/retrofit/import_households.h"
#include "tests/gis/field/drawn_county.h"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <memory>
#include <set>

namespace wza::gis {
namespace {

using TrackerLayers = DrawnCounty;

TEST_F(TrackerLayers, GdalReadsEachLayerWithItsRowsAndNoWarning) {
  ASSERT_TRUE(import_facilities(*m_tracker, demo("facilities.csv"), in(Frame::wgs84)));
  ASSERT_TRUE(import_inspections(*m_tracker, demo("inspections.csv"), {}));
  auto store = PrivateStore::open(*m_tracker);
  HouseholdOptions options;
  options.datum = Frame::wgs84;
  ASSERT_TRUE(import_households(*m_tracker, store, demo("households.csv"), options));
  init_gdal();
  GdalMessages messages;
  std::unique_ptr<GDALDataset> const tracker(
      GDALDataset::Open(m_tracker->path().c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
  ASSERT_TRUE(tracker) << messages.last();
  std::set<std::string> filled;
  for (auto *layer : tracker->GetLayers()) {
    GIntBig rows = 0;
    std::set<GIntBig> ids;
    for (auto const &feature : *layer) {
      ++rows;
      ids.insert(feature->GetFID());
    }
    EXPECT_EQ(static_cast<GIntBig>(ids.size()), rows) << layer->GetName();
    if (rows > 0) filled.insert(layer->GetName());
    EXPECT_EQ(messages.last(), "") << layer->GetName();
  }
  for (auto const *name : {"districts", "facilities", "inspections", "retrofits", "v_district",
                           "v_facility", "v_inspection", "v_retrofit", "v_finding", "v_progress"}) {
    EXPECT_TRUE(filled.contains(name)) << name;
  }
  EXPECT_EQ(tracker->GetLayerByName("districts")->GetGeomType(), wkbMultiPolygon);
  EXPECT_EQ(tracker->GetLayerByName("v_finding")->GetGeomType(), wkbPoint);
  EXPECT_EQ(number("SELECT count(*) FROM pragma_foreign_key_check"), 0);
}

}  // namespace
}  // namespace wza::gis

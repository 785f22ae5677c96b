// SPDX-License-Identifier: Apache-2.0
// U03 to U05: files and names that make GDAL or an XML parser read other files and addresses, or
// unfold without end.
#include "tests/hostile/hostile_pages.h"
#include "tests/hostile/hostile_uploads.h"

#include <array>

namespace wza::test {
namespace {

std::string kml(std::string const &doctype, std::string const &name) {
  return "<?xml version=\"1.0\"?>" + doctype +
         "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><Placemark><name>" + name +
         "</name><Point><coordinates>113.5,23.9</coordinates></Point></Placemark></Document></kml>";
}
std::string gpx(std::string const &doctype, std::string const &name) {
  return "<?xml version=\"1.0\"?>" + doctype +
         "<gpx version=\"1.1\" xmlns=\"http://www.topografix.com/GPX/1/1\"><wpt lat=\"23.9\" "
         "lon=\"113.5\"><name>" +
         name + "</name></wpt></gpx>";
}
std::string outside(Bait const &bait) {
  return "<!DOCTYPE x [<!ENTITY f SYSTEM \"file://" + bait.file + "\"><!ENTITY u SYSTEM \"" +
         bait.url + "/x\"><!ENTITY % p SYSTEM \"" + bait.url + "/p.dtd\">%p;]>";
}
std::string laughs() {
  std::string out = "<!DOCTYPE x [<!ENTITY l0 \"lol\">";
  for (char level = '1'; level <= '9'; ++level) {
    std::string const below = std::string("&l") + static_cast<char>(level - 1) + ";";
    out += std::string("<!ENTITY l") + level + " \"" + repeated(10, below) + "\">";
  }
  return out + "]>";
}

std::string kml_outside(Bait const &bait) {
  return kml(outside(bait), "&f;&u;");
}
std::string gpx_outside(Bait const &bait) {
  return gpx(outside(bait), "&f;&u;");
}
std::string kml_laughs(Bait const &) {
  return kml(laughs(), "&l9;");
}
std::string gpx_laughs(Bait const &) {
  return gpx(laughs(), "&l9;");
}
std::string gml_outside(Bait const &bait) {
  return "<?xml version=\"1.0\"?>" + outside(bait) +
         "<gml:FeatureCollection xmlns:gml=\"http://www.opengis.net/gml\"><gml:name>&f;&u;"
         "</gml:name></gml:FeatureCollection>";
}
std::string gml_laughs(Bait const &) {
  return "<?xml version=\"1.0\"?>" + laughs() +
         "<gml:FeatureCollection xmlns:gml=\"http://www.opengis.net/gml\"><gml:name>&l9;"
         "</gml:name></gml:FeatureCollection>";
}
std::string deep_kml(Bait const &) {
  return "<kml xmlns=\"http://www.opengis.net/kml/2.2\">" + repeated(1'000'000, "<Folder>");
}
std::string network_link(Bait const &bait) {
  return "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><NetworkLink><Link><href>" +
         bait.url + "/x.kml</href></Link></NetworkLink><Style id=\"s\"><IconStyle><Icon><href>" +
         bait.url + "/x.png</href></Icon></IconStyle></Style><Placemark><styleUrl>" + bait.url +
         "/x.kml#s</styleUrl></Placemark></Document></kml>";
}

std::string vrt(Bait const &bait) {
  return "<OGRVRTDataSource><OGRVRTLayer name=\"a\"><SrcDataSource relativeToVRT=\"0\">CSV:" +
         bait.file +
         "</SrcDataSource></OGRVRTLayer><OGRVRTLayer name=\"b\"><SrcDataSource>/vsicurl/" +
         bait.url + "/x.geojson</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>";
}
std::string wfs(Bait const &bait) {
  return "<OGRWFSDataSource><URL>" + bait.url + "/wfs</URL></OGRWFSDataSource>";
}
std::string oapif(Bait const &bait) {
  return "<OGRWFSDataSource><URL>OAPIF:" + bait.url + "/ogc</URL></OGRWFSDataSource>";
}
std::string gdal_wms(Bait const &bait) {
  return "<GDAL_WMS><Service name=\"WMS\"><ServerUrl>" + bait.url +
         "/wms</ServerUrl></Service></GDAL_WMS>";
}
std::string esri_url(Bait const &bait) {
  return R"({"type":"FeatureCollection","crs":{"type":"link","properties":{"href":")" + bait.url +
         R"(/crs","type":"proj4"}},"features":[{"type":"Feature","properties":{"code":"990101"},)"
         R"("geometry":{"type":"Point","coordinates":[113,24]}}]})";
}
std::string url_as_text(Bait const &bait) {
  return bait.url + "/x.geojson";
}

constexpr std::array kReferences{
    HostileUpload{"U03_kml_outside", "xxe.kml", kml_outside},
    HostileUpload{"U03_gpx_outside", "xxe.gpx", gpx_outside, "facilities"},
    HostileUpload{"U03_gml_outside", "xxe.gml", gml_outside},
    HostileUpload{"U03_kml_laughs", "laughs.kml", kml_laughs},
    HostileUpload{"U03_gpx_laughs", "laughs.gpx", gpx_laughs, "facilities"},
    HostileUpload{"U03_gml_laughs", "laughs.gml", gml_laughs},
    HostileUpload{"U03_gml_named_kml", "gml.kml", gml_laughs},
    HostileUpload{"U03_deep_kml", "deep.kml", deep_kml},
    HostileUpload{"U03_network_link", "link.kml", network_link},
    HostileUpload{"U04_vrt", "layer.vrt", vrt},
    HostileUpload{"U04_vrt_named_geojson", "vrt.geojson", vrt},
    HostileUpload{"U04_vrt_named_kml", "vrt.kml", vrt},
    HostileUpload{"U04_vrt_named_gpkg", "vrt.gpkg", vrt},
    HostileUpload{"U04_vrt_named_shp", "vrt.shp", vrt},
    HostileUpload{"U04_vrt_named_xlsx", "vrt.xlsx", vrt, "inspections"},
    HostileUpload{"U04_vrt_named_ods", "vrt.ods", vrt, "households"},
    HostileUpload{"U04_vrt_named_csv", "vrt.csv", vrt, "households"},
    HostileUpload{"U04_vrt_named_fgb", "vrt.fgb", vrt},
    HostileUpload{"U04_wfs_named_kml", "wfs.kml", wfs},
    HostileUpload{"U04_oapif_named_json", "oapif.json", oapif},
    HostileUpload{"U04_wms_named_geojson", "wms.geojson", gdal_wms},
    HostileUpload{"U04_crs_by_link", "crs.geojson", esri_url},
    HostileUpload{"U04_url_as_text", "url.geojson", url_as_text},
    HostileUpload{"U05_vsicurl", "/vsicurl/URL/x.geojson", nullptr},
    HostileUpload{"U05_vsicurl_streaming", "/vsicurl_streaming/URL/x.csv", nullptr, "households"},
    HostileUpload{"U05_vsizip", "/vsizip//vsicurl/URL/x.zip/x.shp", nullptr},
    HostileUpload{"U05_vsizip_of_a_file", "/vsizip/FILE/x.shp", nullptr},
    HostileUpload{"U05_vsis3", "/vsis3/bucket/x.geojson", nullptr},
    HostileUpload{"U05_vsisubfile", "/vsisubfile/0_100,FILE", nullptr},
    HostileUpload{"U05_vsistdin", "/vsistdin/", nullptr},
    HostileUpload{"U05_url", "URL/x.geojson", nullptr},
    HostileUpload{"U05_postgres", "PG:host=127.0.0.1 user=x", nullptr},
    HostileUpload{"U05_wfs", "WFS:URL/wfs", nullptr},
    HostileUpload{"U05_memory", "MEM:::DATAPOINTER=0,PIXELS=1,LINES=1", nullptr},
    HostileUpload{"U05_driver_prefix", "CSV:FILE", nullptr, "facilities"},
    HostileUpload{"U05_geojson_as_name", "{\"type\":\"FeatureCollection\",\"features\":[]}",
                  nullptr},
};

}  // namespace

std::span<HostileUpload const> hostile_references() {
  return kReferences;
}

}  // namespace wza::test

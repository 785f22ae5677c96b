// SPDX-License-Identifier: Apache-2.0
#include "gis/map/qml.h"

#include "gis/map/svg_writer.h"

#include <fmt/format.h>

#include <functional>

namespace wza::gis {
namespace {

/// QGIS writes colours as red,green,blue,alpha.
std::string rgba(std::string const &colour) {
  auto const part = [&](std::size_t at) { return std::stoi(colour.substr(at, 2), nullptr, 16); };
  return fmt::format("{},{},{},255", part(1), part(3), part(5));
}

void option(SvgWriter &xml, std::string const &name, std::string const &value) {
  xml.empty("Option", {{"type", "QString"}, {"name", name}, {"value", value}});
}

void open_symbol(SvgWriter &xml, std::string const &name, bool points) {
  xml.open("symbol", {{"type", points ? "marker" : "fill"},
                      {"name", name},
                      {"alpha", "1"},
                      {"force_rhr", "0"},
                      {"clip_to_extent", "1"}});
}

void open_layer(SvgWriter &xml, std::string const &kind, int pass) {
  xml.open("layer",
           {{"class", kind}, {"enabled", "1"}, {"locked", "0"}, {"pass", fmt::format("{}", pass)}});
}

void write_symbol(SvgWriter &xml, std::size_t name, Drawn drawn, std::string const &colour,
                  std::string const &shape, int pass = 0) {
  bool const points = drawn == Drawn::points;
  open_symbol(xml, fmt::format("{}", name), points);
  open_layer(xml, points ? "SimpleMarker" : "SimpleFill", pass);
  xml.open("Option", {{"type", "Map"}});
  option(xml, "color", colour.empty() ? "0,0,0,0" : rgba(colour));
  option(xml, "outline_color", "51,51,51,255");
  option(xml, "outline_style", "solid");
  option(xml, "outline_width", points ? "0.2" : "0.3");
  option(xml, "outline_width_unit", "MM");
  if (points) {
    option(xml, "name", shape);
    option(xml, "size", "3");
    option(xml, "size_unit", "MM");
  } else {
    option(xml, "style", colour.empty() ? "no" : "solid");
  }
  xml.close();
  xml.close();
  xml.close();
}

void write_categories(SvgWriter &xml, std::string const &column, Drawn drawn,
                      std::vector<QmlCategory> const &categories) {
  xml.open("renderer-v2", {{"type", "categorizedSymbol"},
                           {"attr", column},
                           {"forceraster", "0"},
                           {"symbollevels", "1"},  // draws by `pass`
                           {"enableorderby", "0"}});
  xml.open("categories");
  for (std::size_t i = 0; i < categories.size(); ++i) {
    xml.empty("category", {{"symbol", fmt::format("{}", i)},
                           {"value", categories[i].value},
                           {"label", categories[i].label},
                           {"type", "string"},
                           {"render", "true"}});
  }
  xml.close();
  xml.open("symbols");
  for (std::size_t i = 0; i < categories.size(); ++i)
    write_symbol(xml, i, drawn, categories[i].colour, categories[i].shape, categories[i].over);
  xml.close();
  xml.close();
}

/// What a cluster is drawn as: a white disc with the number of its points.
void write_count_symbol(SvgWriter &xml) {
  open_symbol(xml, "centerSymbol", true);
  open_layer(xml, "SimpleMarker", 0);
  xml.open("Option", {{"type", "Map"}});
  option(xml, "name", "circle");
  option(xml, "color", "255,255,255,255");
  option(xml, "outline_color", "51,51,51,255");
  option(xml, "outline_width", "0.3");
  option(xml, "size", "6");
  xml.close();
  xml.close();
  open_layer(xml, "FontMarker", 0);
  xml.open("Option", {{"type", "Map"}});
  option(xml, "font", "Sans Serif");
  option(xml, "color", "0,0,0,255");
  option(xml, "size", "3");
  xml.close();
  xml.open("data_defined_properties");
  xml.open("Option", {{"type", "Map"}});
  xml.open("Option", {{"type", "Map"}, {"name", "properties"}});
  xml.open("Option", {{"type", "Map"}, {"name", "char"}});
  xml.empty("Option", {{"type", "bool"}, {"name", "active"}, {"value", "true"}});
  option(xml, "expression", "@cluster_size");
  xml.empty("Option", {{"type", "int"}, {"name", "type"}, {"value", "3"}});
  xml.close();
  xml.close();
  option(xml, "type", "collection");
  xml.close();
  xml.close();
  xml.close();
  xml.close();
}

std::string style(std::function<void(SvgWriter &)> const &inner, bool labelled = false) {
  SvgWriter xml;
  xml.open("qgis", {{"version", "3.22.16-Białowieża"},
                    {"styleCategories", labelled ? "Symbology|Labeling" : "Symbology"},
                    {"labelsEnabled", labelled ? "1" : "0"}});
  inner(xml);
  xml.close();
  return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n" + xml.take();
}

}  // namespace

std::string categorized_qml(std::string const &column, Drawn drawn,
                            std::vector<QmlCategory> const &categories) {
  return style([&](SvgWriter &xml) { write_categories(xml, column, drawn, categories); });
}

std::string clustered_qml(std::string const &column, std::vector<QmlCategory> const &categories) {
  return style([&](SvgWriter &xml) {
    xml.open("renderer-v2", {{"type", "pointCluster"},
                             {"tolerance", "3"},
                             {"toleranceUnit", "MM"},
                             {"forceraster", "0"},
                             {"symbollevels", "0"},
                             {"enableorderby", "0"}});
    write_categories(xml, column, Drawn::points, categories);
    write_count_symbol(xml);
    xml.close();
  });
}

std::string graduated_qml(std::string const &column, std::vector<QmlRange> const &ranges) {
  return style([&](SvgWriter &xml) {
    xml.open("renderer-v2", {{"type", "graduatedSymbol"},
                             {"attr", column},
                             {"graduatedMethod", "GraduatedColor"},
                             {"forceraster", "0"},
                             {"symbollevels", "0"},
                             {"enableorderby", "0"}});
    xml.open("ranges");
    for (std::size_t i = 0; i < ranges.size(); ++i) {
      xml.empty("range", {{"symbol", fmt::format("{}", i)},
                          {"lower", fmt::format("{}", ranges[i].low)},
                          {"upper", fmt::format("{}", ranges[i].high)},
                          {"label", ranges[i].label},
                          {"render", "true"}});
    }
    xml.close();
    xml.open("symbols");
    for (std::size_t i = 0; i < ranges.size(); ++i)
      write_symbol(xml, i, Drawn::areas, ranges[i].colour, {});
    xml.close();
    xml.close();
  });
}

std::string outlined_qml(std::string const &column) {
  return style(
      [&](SvgWriter &xml) {
        xml.open("renderer-v2", {{"type", "singleSymbol"},
                                 {"forceraster", "0"},
                                 {"symbollevels", "0"},
                                 {"enableorderby", "0"}});
        xml.open("symbols");
        write_symbol(xml, 0, Drawn::areas, {}, {});
        xml.close();
        xml.close();
        xml.open("labeling", {{"type", "simple"}});
        xml.open("settings", {{"calloutType", "simple"}});
        xml.open("text-style", {{"fieldName", column},
                                {"isExpression", "0"},
                                {"fontSize", "9"},
                                {"fontSizeUnit", "Point"},
                                {"textColor", "0,0,0,255"}});
        xml.empty("text-buffer", {{"bufferDraw", "1"},
                                  {"bufferSize", "0.8"},
                                  {"bufferSizeUnits", "MM"},
                                  {"bufferColor", "255,255,255,255"},
                                  {"bufferOpacity", "1"}});
        xml.close();
        xml.empty("placement", {{"placement", "1"}, {"quadOffset", "4"}});
        // By default an area is an obstacle to its own label, and none is drawn.
        xml.empty("rendering", {{"obstacle", "0"}, {"obstacleType", "1"}});
        xml.close();
        xml.close();
      },
      true);
}

}  // namespace wza::gis

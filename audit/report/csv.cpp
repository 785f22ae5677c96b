// SPDX-License-Identifier: Apache-2.0
#include "audit/report/csv.h"

#include "gis/io/formula_guard.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace wza::audit {
namespace {

using Json = nlohmann::ordered_json;

std::string cell(Json const &value) {
  std::string const text = value.is_string() ? gis::guarded(value.get<std::string>())
                           : value.is_null() ? std::string()
                                             : value.dump();
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (char const c : text)
    quoted.append(c == '"' ? 2 : 1, c);
  return quoted + '"';
}

void flatten(Json const &json, std::string const &prefix, std::vector<std::string> &names,
             std::vector<std::string> &cells) {
  for (auto const &[name, value] : json.items()) {
    if (value.is_object()) {
      flatten(value, fmt::format("{}{}_", prefix, name), names, cells);
    } else {
      names.push_back(prefix + name);
      cells.push_back(cell(value));
    }
  }
}

}  // namespace

std::string csv_of(std::vector<Json> const &objects) {
  std::string out;
  for (Json const &object : objects) {
    std::vector<std::string> names;
    std::vector<std::string> cells;
    flatten(object, "", names, cells);
    if (out.empty()) out = fmt::format("{}\r\n", fmt::join(names, ","));
    out += fmt::format("{}\r\n", fmt::join(cells, ","));
  }
  return out;
}

std::string lines_of(std::vector<Json> const &objects, std::string_view schema) {
  if (objects.empty()) return Json{{"schema", schema}}.dump() + "\n";
  std::string out;
  for (Json const &object : objects) {
    Json line = Json::object();
    if (out.empty()) line["schema"] = schema;
    line.update(object);
    out += line.dump() + "\n";
  }
  return out;
}

}  // namespace wza::audit

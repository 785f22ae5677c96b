// SPDX-License-Identifier: Apache-2.0
// What `wza locate` prints: CSV (row,code,name,precision,on_border,in_several,others or
// code,name,count), or the same as JSON of the schema wza.locate/1. Positions are not repeated:
// they may be of homes.
#pragma once

#include "gis/districts/count.h"

#include <nlohmann/json_fwd.hpp>

#include <ostream>
#include <span>
#include <string>
#include <string_view>

namespace wza::audit {

class LocatedWriter {
 public:
  LocatedWriter(std::ostream &out, gis::DistrictIndex const &index, bool json)
      : m_out(out), m_index(index), m_json(json) {}

  /// One point. Codes of other districts are separated by blanks; a point in none has no code.
  void put(gis::LocatedRow const &row);
  /// A row a district, by code: all of the narrowest level, and others that have points.
  void put_counts(gis::LocateSummary const &summary);
  /// Writes out what is left.
  void flush();

 private:
  void put_line(std::string const &line);
  void put_cells(std::string_view header, std::span<std::string const> cells);
  void put_object(nlohmann::ordered_json json);

  std::ostream &m_out;
  gis::DistrictIndex const &m_index;
  bool m_json;
  bool m_begun = false;
  std::string m_buffer;
};

}  // namespace wza::audit

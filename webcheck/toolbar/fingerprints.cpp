// SPDX-License-Identifier: Apache-2.0
#include "webcheck/toolbar/fingerprints.h"

#include "db/tsv.h"

#include <algorithm>
#include <cassert>
#include <map>

namespace wza::web {
namespace {

Fingerprints read() {
  Fingerprints all;
  std::map<std::string_view, std::vector<Fingerprint> *> const kinds{
      {"id", &all.ids},           {"host", &all.addresses},  {"script_src", &all.addresses},
      {"path", &all.addresses},   {"js_name", &all.code},    {"class", &all.classes},
      {"element", &all.elements}, {"link_text", &all.words}, {"panel_text", &all.panel},
  };
  TsvTable const table = reference_table("toolbars.tsv");
  for (TsvTable::Row const &row : table.rows) {
    auto const kind = kinds.find(table.at(row, "evidence_kind"));
    auto const certainty = from_key<ToolbarCertainty>(table.at(row, "certainty"));
    assert(kind != kinds.end() && certainty);
    std::string_view patterns = table.at(row, "pattern");
    while (!patterns.empty()) {
      std::string_view const pattern = patterns.substr(0, patterns.find('|'));
      patterns.remove_prefix(std::min(patterns.size(), pattern.size() + 1));
      kind->second->push_back(
          {table.at(row, "family"), table.at(row, "name"), pattern, *certainty});
    }
  }
  return all;
}

}  // namespace

Fingerprints const &fingerprints() {
  static Fingerprints const kAll = read();
  return kAll;
}

}  // namespace wza::web

// SPDX-License-Identifier: Apache-2.0
#include "db/store/finding_identity.h"

#include "db/model/known_again.h"
#include "db/store/runs.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace wza {
namespace {

std::vector<std::string> keys_in(std::string const &words) {
  std::vector<std::string> keys;
  for (std::size_t begin = 0; begin < words.size();) {
    std::size_t const end = std::min(words.find(' ', begin), words.size());
    keys.push_back(words.substr(begin, end - begin));
    begin = end + 1;
  }
  return keys;
}

KeyedPlaces places_of(Defect const &defect) {
  KeyedPlaces places;
  for (Occurrence const &o : defect.occurrences) {
    if (!o.keys.empty()) places.push_back({o.place, o.keys});
  }
  return places;
}

KeyedPlaces places_of(Database &db, Finding const &finding, TestedPlaces const &tested) {
  KeyedPlaces places;
  Statement row = db.prepare(
      "SELECT place, keys FROM occurrences WHERE finding = ?1 AND state = 'present' AND keys IS "
      "NOT NULL");
  row.bind(finding.id);
  while (row.step()) {
    auto const place = tested.find(row.get<std::string>(0));
    if (place == tested.end() || !was_decided(*place->second, finding)) continue;
    places.push_back({place->second->place, keys_in(row.get<std::string>(1))});
  }
  return places;
}

}  // namespace

bool was_decided(TestedPlace const &place, Finding const &finding) {
  return std::ranges::find(place.decided, finding.rule) != place.decided.end() &&
         std::ranges::find(place.in_doubt, finding.fingerprint) == place.in_doubt.end();
}

std::optional<std::string> words_of(std::vector<std::string> const &keys) {
  if (keys.empty()) return std::nullopt;
  return fmt::format("{}", fmt::join(keys, " "));
}

std::vector<Renamed> find_renamed(Database &db, std::span<Finding const *const> missed,
                                  std::span<Defect const *const> fresh,
                                  TestedPlaces const &tested) {
  if (missed.empty() || fresh.empty()) return {};
  std::vector<KeyedPlaces> before, after;
  for (Finding const *const finding : missed)
    before.push_back(places_of(db, *finding, tested));
  for (Defect const *const defect : fresh)
    after.push_back(places_of(*defect));
  std::vector<Renamed> out;
  for (KnownAgain const &same : known_again(before, after))
    out.push_back({missed[same.before], fresh[same.after]});
  return out;
}

void give_fingerprint(Tracker &tracker, RunId run, Finding &finding, Defect const &defect) {
  tracker.db()
      .prepare(
          "UPDATE findings SET fingerprint = ?2, component = ?3, message_zh = ?4, message_en = ?5 "
          "WHERE id = ?1")
      .bind(finding.id, defect.fingerprint, defect.component, defect.message.zh, defect.message.en)
      .run();
  append_event(
      tracker,
      {"wza",
       run,
       "known_again",
       "findings",
       std::to_string(finding.id.value),
       {{"fingerprint", finding.fingerprint}, {"component", finding.component.value_or("")}},
       {{"fingerprint", defect.fingerprint}, {"component", defect.component.value_or("")}}});
  finding.fingerprint = defect.fingerprint;
  finding.component = defect.component;
  finding.message = defect.message;
}

}  // namespace wza

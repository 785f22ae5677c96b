// SPDX-License-Identifier: Apache-2.0
#include "audit/report/round_sheet.h"

#include "audit/pages/format.h"
#include "audit/pages/template.h"
#include "audit/report/place.h"
#include "gis/field/route.h"
#include "gis/geo/geodesic.h"

#include <fmt/format.h>

#include <cmath>
#include <optional>
#include <utility>
#include <vector>

namespace wza::audit {
namespace {

/// What to measure again, and what was.
View findings_view(RoundPlace const &place, Lang lang) {
  View list(View::type::list);
  for (RecheckedFinding const &one : place.findings) {
    View finding(View::type::object);
    finding.set("message", one.finding.message.in(lang));
    finding.set("result", std::string(label(one.result).in(lang)));
    list << finding;
  }
  View some(View::type::object);
  some.set("list", list);
  return place.findings.empty() ? View(false) : some;
}

View stop_view(RoundPlace const &place, std::size_t number, std::optional<double> way, Lang lang) {
  View view(View::type::object);
  view.set("number", std::to_string(number));
  view.set("name", place.facility.name);
  view.set("id", place.facility.id.value);
  view.set("address", place.facility.address ? View(*place.facility.address) : View(false));
  view.set("position", position_words(place.facility, lang));
  view.set("way",
           way ? View(filled(T::route_way, lang, fmt::format("{:.0f}", *way))) : View(false));
  view.set("state", std::string(label(place.progress).in(lang)));
  view.set("day", place.visited_on ? View(place.visited_on->iso()) : View(false));
  view.set("findings", findings_view(place, lang));
  return view;
}

/// The places of one district after the other; a section each.
View sections_view(RoundStanding const &standing, Lang lang) {
  std::vector<gis::RouteStop> stops;
  for (RoundPlace const &place : standing.places)
    stops.push_back({place.facility.district, gis::point_of(place.facility)});
  View sections(View::type::list);
  View rows(View::type::list);
  std::size_t number = 0;
  auto const order = gis::route_order(stops);
  std::optional<gis::Point> before;
  for (std::size_t at = 0; at < order.size(); ++at) {
    RoundPlace const &place = standing.places[order[at]];
    auto const &here = stops[order[at]];
    auto const way =
        before && here.at ? std::optional(gis::distance(*before, *here.at)) : std::nullopt;
    rows << stop_view(place, ++number, way, lang);
    before = here.at;
    if (at + 1 < order.size() && stops[order[at + 1]].district == here.district) continue;
    View section(View::type::object);
    section.set("heading", place.district_name);
    section.set("anchor", here.district.value);
    section.set("rows", std::exchange(rows, View(View::type::list)));
    sections << section;
    before.reset();
  }
  return sections;
}

}  // namespace

std::string round_sheet_html(RoundStanding const &standing, Lang lang) {
  Round const &round = standing.round;
  View view(View::type::object);
  view.set("round", round.id.value);
  view.set("team", round.team);
  view.set("kind", std::string(label(round.kind).in(lang)));
  view.set("period", filled(T::route_days, lang, round.from.iso(), round.to.iso()));
  view.set("places", std::to_string(round.places.size()));
  view.set("as_of", filled(T::route_as_of, lang, standing.as_of.iso()));
  view.set("sections", sections_view(standing, lang));
  return render_document("round", lang, filled(T::route_title, lang, round.title), std::move(view));
}

}  // namespace wza::audit

// SPDX-License-Identifier: Apache-2.0
#include "audit/pages/districts.h"

#include "audit/pages/format.h"
#include "audit/pages/template.h"
#include "audit/text/texts.h"

#include <algorithm>

namespace wza::audit {
namespace {

View figure(T name, std::string value, std::string rest, Lang lang) {
  View view(View::type::object);
  view.set("name", std::string(words(name, lang)));
  view.set("value", std::move(value));
  view.set("rest", std::move(rest));
  return view;
}

View figures(OverviewRow const &total, Lang lang) {
  View list(View::type::list);
  list << figure(
      T::figure_facilities, grouped(total.with_failures),
      filled(T::figure_facilities_rest, lang, grouped(total.inspected), grouped(total.facilities)),
      lang);
  list << figure(T::figure_homes, grouped(total.homes_accepted),
                 total.homes
                     ? filled(T::figure_homes_rest, lang, target_with_unit(*total.homes, lang),
                              percent(total.homes->rate, words(T::rate_unknown, lang)))
                     : std::string(words(T::figure_homes_no_target, lang)),
                 lang);
  list << figure(
      T::figure_web, grouped(total.web_findings.total()),
      filled(T::figure_web_rest, lang, grouped(total.sites), grouped(total.pages_tested)), lang);
  return list;
}

// A count that leads to its list, where there is something to list.
void set_findings(View &view, std::string_view prefix, SeverityCounts const &counts,
                  std::string_view kind, T unfold, OverviewRow const &row, std::string_view name,
                  Lang lang) {
  std::string const p(prefix);
  view.set(p + "_findings", grouped(counts.total()));
  view.set(p + "_parts", counts.total() == 0 ? View(false) : View(parts(counts, lang)));
  view.set(p + "_url", View(false));
  if (counts.total() == 0) return;
  Query query = Query().with("kind", kind).with("state", "unresolved");
  if (!row.code.empty()) query = query.with("district", row.code.value);
  view.set(p + "_url", "/findings" + query.str());
  view.set(p + "_label", filled(unfold, lang, name, grouped(counts.total())));
}

View row_view(OverviewRow const &row, std::string_view name, std::string_view css, Lang lang) {
  std::string_view const absent = words(T::no_value, lang);
  View view(View::type::object);
  view.set("name", std::string(name));
  view.set("is_name", !row.code.empty());  // names of places are Chinese in either language
  view.set("css", css.empty() ? View(false) : View(std::string(css)));
  view.set("facilities", grouped(row.facilities));
  view.set("inspected", grouped(row.inspected));
  view.set("failed", grouped(row.with_failures));
  set_findings(view, "facility", row.facility_findings, "facility", T::unfold_facility, row, name,
               lang);
  view.set("homes_target", target_words(row.homes, absent));
  view.set("homes_accepted", grouped(row.homes_accepted));
  view.set("homes_in_plan", row.homes ? grouped(row.homes->accepted) : std::string(absent));
  view.set("homes_rate", percent(row.homes ? row.homes->rate : std::nullopt, absent));
  view.set("sites", grouped(row.sites));
  view.set("pages", grouped(row.pages_tested));
  set_findings(view, "web", row.web_findings, "web", T::unfold_web, row, name, lang);
  return view;
}

View rows(Overview const &overview, Lang lang) {
  View list(View::type::list);
  for (OverviewRow const &row : overview.rows) {
    list << row_view(row, row.name, fmt::format("depth-{}", std::min(row.depth, 4)), lang);
  }
  if (!overview.unplaced.empty()) {
    list << row_view(overview.unplaced, words(T::unplaced, lang), "", lang);
  }
  list << row_view(overview.total, words(T::total, lang), "total", lang);
  return list;
}

View sentences(std::vector<std::string> const &lines) {
  View list(View::type::list);
  for (std::string const &line : lines)
    list << View(line);
  return list;
}

}  // namespace

std::string districts_html(Overview const &overview, std::string const &map, PageCall const &call) {
  Lang const lang = call.lang;
  View view(View::type::object);
  view.set("has_districts", !overview.rows.empty());
  view.set("figures", figures(overview.total, lang));
  view.set("map", View(false));
  if (!map.empty()) {
    View figure_view(View::type::object);
    figure_view.set("svg", map);
    figure_view.set("caption", std::string(words(T::map_caption, lang)));
    view.set("map", figure_view);
  }
  view.set("as_of", filled(T::as_of, lang, local_minute(overview.as_of)));
  view.set("rows", rows(overview, lang));
  view.set("basis", sentences(basis_words(overview, lang)));
  return render("districts", call, Section::districts, words(T::districts_title, lang),
                std::move(view));
}

}  // namespace wza::audit

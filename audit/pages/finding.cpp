// SPDX-License-Identifier: Apache-2.0
#include "audit/pages/finding.h"

#include "audit/pages/format.h"

#include <algorithm>

namespace wza::audit {
namespace {

constexpr std::size_t kPlacesShown = 100;

bool is_web_address(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

class Facts {
 public:
  explicit Facts(Lang lang) : m_lang(lang) {}
  void add(T name, std::string value) {
    if (value.empty()) return;
    View view(View::type::object);
    view.set("name", std::string(words(name, m_lang)));
    view.set("url", is_web_address(value) ? View(value) : View(false));
    view.set("value", std::move(value));
    m_list << view;
  }
  View list() const { return m_list; }

 private:
  Lang m_lang;
  View m_list{View::type::list};
};

View facts(FindingDossier const &dossier, Lang lang) {
  Finding const &f = dossier.finding;
  Facts facts(lang);
  facts.add(T::kind, std::string(label(f.kind).in(lang)));
  facts.add(T::subject, f.subject);
  facts.add(T::subject_name, dossier.subject_name);
  facts.add(T::component, f.component.value_or(""));
  facts.add(T::district, dossier.district_name);
  facts.add(T::rule, f.rule.value);
  facts.add(T::standard, f.standard);
  facts.add(T::clause, f.clause);
  auto const sure = std::ranges::find_if(
      dossier.occurrences, [](KnownOccurrence const &o) { return o.what.confidence.has_value(); });
  if (sure != dossier.occurrences.end()) {
    facts.add(T::confidence, std::string(label(*sure->what.confidence).in(lang)));
  }
  facts.add(T::state, std::string(label(f.state).in(lang)));
  facts.add(T::occurrences, grouped(f.present));
  // Of an inspection the day is known, of a crawl the minute.
  auto const when = [&](UtcTime time) {
    return f.kind == FindingKind::web ? local_minute(time) : LocalDate::of(time).iso();
  };
  facts.add(T::first_seen, when(f.first_seen));
  facts.add(T::last_seen, when(f.last_seen));
  facts.add(T::last_tested, when(f.last_tested));
  facts.add(T::unit, f.unit.value_or(""));
  facts.add(T::due, f.due ? f.due->iso() : "");
  return facts.list();
}

std::string present_words(KnownOccurrence const &o, Lang lang) {
  return filled(o.present ? T::place_present : T::place_gone, lang, local_minute(o.last_tested));
}

View measurement_view(KnownOccurrence const &o, Lang lang) {
  std::string const absent(words(T::no_value, lang));
  auto const or_absent = [&](std::string text) { return text.empty() ? absent : text; };
  View view(View::type::object);
  view.set("date", LocalDate::of(o.last_seen).iso());
  view.set("component", o.what.place);
  view.set("value", or_absent(measured_words(o.what.value, o.what.unit)));
  view.set("threshold",
           or_absent(with_unit(o.what.threshold.value_or(""), o.what.unit.value_or(""), lang)));
  view.set("result", filled(o.present ? T::place_present : T::place_gone, lang,
                            LocalDate::of(o.last_tested).iso()));
  view.set("margin", or_absent(measured_words(o.what.margin, o.what.unit)));
  return view;
}

View page_view(KnownOccurrence const &o, Lang lang) {
  auto const optional = [](std::optional<std::string> const &text) {
    return text && !text->empty() ? View(*text) : View(false);
  };
  View view(View::type::object);
  view.set("url", o.what.place);
  view.set("position", o.what.line ? View(filled(T::position, lang, *o.what.line)) : View(false));
  view.set("selector", optional(o.what.selector));
  view.set("snippet", optional(o.what.snippet));
  view.set("result", present_words(o, lang));
  return view;
}

void set_places(View &view, FindingDossier const &dossier, Lang lang) {
  View rows(View::type::list);
  std::size_t shown = 0;
  bool const web = dossier.finding.kind == FindingKind::web;
  for (KnownOccurrence const &o : dossier.occurrences) {
    if (shown++ == kPlacesShown) break;
    rows << (web ? page_view(o, lang) : measurement_view(o, lang));
  }
  View places(View::type::object);
  places.set("rows", rows);
  places.set("heading", filled(T::pages_heading, lang, dossier.occurrences.size()));
  places.set("more",
             dossier.occurrences.size() > kPlacesShown
                 ? View(filled(T::pages_more, lang, dossier.occurrences.size() - kPlacesShown))
                 : View(false));
  bool const any = !dossier.occurrences.empty();
  view.set("pages", web && any ? places : View(false));
  view.set("measured", !web && any ? places : View(false));
}

}  // namespace

/// Who has to mend it, and by when, where the event says so.
std::string assigned_words(Event const &event, Lang lang) {
  if (event.verb != "assigned") return {};
  std::string const absent(words(T::no_value, lang));
  return filled(T::event_assigned, lang, event.after.value("unit", absent),
                event.after.value("due", absent));
}

View event_list(std::vector<PastEvent> const &events, UtcTime first_seen, Lang lang) {
  View list(View::type::list);
  for (PastEvent const &past : events) {
    std::string_view what = past.event.verb;
    if (what == "found") what = words(T::event_found, lang);
    if (what == "corrected") what = words(T::event_corrected, lang);
    if (what == "dated") what = words(T::event_dated, lang);
    if (what == "no_longer_applies") what = words(T::event_no_longer_applies, lang);
    if (auto const state = from_key<FindingState>(past.event.verb)) what = label(*state).in(lang);
    std::string const assigned = assigned_words(past.event, lang);
    if (!assigned.empty()) what = assigned;
    list << View(filled(T::history_event, lang, local_minute(past.at), what));
  }
  if (events.empty()) list << View(filled(T::history_first, lang, local_minute(first_seen)));
  return list;
}

std::string finding_html(FindingDossier const &dossier, PageCall const &call) {
  Lang const lang = call.lang;
  Finding const &finding = dossier.finding;
  View view(View::type::object);
  view.set("severity", std::string(key(finding.severity)));
  view.set("severity_label", std::string(label(finding.severity).in(lang)));
  view.set("message", finding.message.in(lang));
  view.set("facts", facts(dossier, lang));
  view.set("memory", std::ranges::any_of(dossier.occurrences, [](KnownOccurrence const &o) {
             return o.what.confidence == Confidence::memory;
           }));
  view.set("help", dossier.rule.help.empty() ? View(false) : View(dossier.rule.help.in(lang)));
  set_places(view, dossier, lang);
  view.set("history", event_list(dossier.events, finding.first_seen, lang));
  return render("finding", call, Section::findings,
                fmt::format("{} #{}", dossier.rule.title.in(lang), finding.id.value),
                std::move(view));
}

}  // namespace wza::audit

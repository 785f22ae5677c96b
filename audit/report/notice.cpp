// SPDX-License-Identifier: Apache-2.0
#include "audit/report/notice.h"

#include "audit/pages/finding.h"
#include "audit/pages/format.h"
#include "audit/pages/rule_text.h"
#include "audit/pages/template.h"
#include "audit/report/fault_totals.h"
#include "audit/report/notice_sheet.h"
#include "audit/report/place.h"
#include "audit/report/place_map.h"
#include "db/base/digest.h"
#include "db/store/photos.h"
#include "db/store/unit_findings.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include <utility>

namespace wza::audit {
namespace {

/// Duties of who owns or manages (18, 26, 28), who may sue (63) and what it may cost (65).
std::vector<int> const kNoticeArticles{18, 26, 28, 65};
std::vector<int> const kEvidenceArticles{18, 26, 28, 63, 65};

/// Beyond this a browser prints no more; further photos are named with their digest alone.
constexpr std::size_t kPhotoBytes = 30'000'000;

/// The language, and what of the evidence a notice leaves out.
struct Form {
  Tracker *tracker;
  NoticeKind kind;
  Lang lang;
  std::string absent() const { return std::string(words(T::no_value, lang)); }
  std::size_t *photo_bytes;  ///< shown so far
  bool one_due;              ///< of the whole notice, whatever the inspections set
  bool is_evidence() const { return kind == NoticeKind::evidence; }
};

View row_of(KnownOccurrence const &o, Form const &form) {
  auto const or_absent = [&](std::string text) { return text.empty() ? form.absent() : text; };
  auto const in_words = [&](std::optional<std::string> const &unit) {
    return unit ? std::optional(unit_words(*unit, form.lang)) : std::nullopt;
  };
  auto const unit = in_words(o.what.unit);
  View row(View::type::object);
  row.set("component", o.what.place);
  row.set("value", or_absent(measured_words(o.what.value, unit)));
  row.set("threshold",
          or_absent(with_unit(o.what.threshold.value_or(""), o.what.unit.value_or(""), form.lang)));
  row.set("margin", or_absent(measured_words(o.what.margin, unit)));
  row.set("extent", or_absent(measured_words(o.what.extent, in_words(o.what.extent_unit))));
  row.set("since", LocalDate::of(o.first_seen).iso());
  row.set("tested", LocalDate::of(o.last_tested).iso());
  return row;
}

View finding_view(OpenFinding const &open, std::size_t number, Form const &form) {
  Finding const &finding = open.finding;
  View view(View::type::object);
  view.set("number", fmt::format("{}.", number));
  view.set("anchor", std::to_string(number));
  view.set("message", finding.message.in(form.lang));
  view.set("severity", std::string(key(finding.severity)));
  view.set("severity_label", std::string(label(finding.severity).in(form.lang)));
  bool const due = finding.due && !form.one_due;
  view.set("due", due ? View(finding.due->iso()) : View(false));
  view.set("demand", rule_text(*form.tracker, finding.kind, finding.rule).demand.in(form.lang));
  View rows(View::type::list);
  for (KnownOccurrence const &o : open.occurrences) {
    if (o.present) rows << row_of(o, form);
  }
  view.set("rows", rows);
  View history(View::type::object);
  history.set("events", event_list(open.events, finding.first_seen, form.lang));
  view.set("history", form.is_evidence() ? history : View(false));
  return view;
}

View visits_view(FacilityCase const &one, std::size_t number, Form const &form) {
  View rows(View::type::list);
  for (Inspection const &visit : one.visits) {
    auto const count = [&](auto const &holds) {
      return std::to_string(std::ranges::count_if(visit.measurements, holds));
    };
    View row(View::type::object);
    row.set("date", visit.inspected_on.iso());
    row.set("kind", std::string(label(visit.kind).in(form.lang)));
    row.set("team", visit.inspector.empty() ? form.absent() : visit.inspector);
    row.set("access", std::string(label(visit.access).in(form.lang)));
    row.set("measured", count([](Measurement const &m) { return m.value.has_value(); }));
    row.set("failed", count([](Measurement const &m) { return m.outcome == Outcome::failed; }));
    rows << row;
  }
  View view(View::type::object);
  view.set("anchor", std::to_string(number));
  view.set("caption", filled(T::evidence_visits_caption, form.lang, one.facility.name));
  view.set("rows", rows);
  return view;
}

/// What a person hears who cannot see the photo.
std::string photo_words(Photo const &photo, std::string const &place, Form const &form) {
  std::string const part = photo.component.value_or(place);
  return photo.taken_at ? filled(T::photo_taken, form.lang, part, local_minute(*photo.taken_at))
                        : filled(T::photo_undated, form.lang, part);
}

View photos_view(FacilityCase const &one, Form const &form) {
  View photos(View::type::list);
  std::size_t number = 0;
  for (Photo const &photo : one.photos) {
    View view(View::type::object);
    auto const content = *form.photo_bytes < kPhotoBytes
                             ? PhotoStore(*form.tracker).content(photo.sha256)
                             : std::string();
    *form.photo_bytes += content.size();
    std::string const said =
        filled(T::photo_numbered, form.lang, ++number, photo_words(photo, one.facility.name, form));
    view.set("data", content.empty() ? View(false) : View(base64(content)));
    view.set("words", content.empty() ? filled(T::photo_not_shown, form.lang, said) : said);
    view.set("digest", filled(T::photo_digest, form.lang, photo.sha256));
    photos << view;
  }
  View out(View::type::object);
  out.set("list", photos);
  return one.photos.empty() ? View(false) : out;
}

View places_view(std::vector<FacilityCase> const &cases, Form const &form) {
  View places(View::type::list);
  std::size_t place = 0;
  std::size_t number = 0;
  for (FacilityCase const &one : cases) {
    View findings(View::type::list);
    for (OpenFinding const &open : one.findings)
      findings << finding_view(open, ++number, form);
    View view(View::type::object);
    view.set("name", filled(T::place_numbered, form.lang, ++place, one.facility.name));
    view.set("id", one.facility.id.value);
    view.set("address", one.facility.address ? View(*one.facility.address) : View(false));
    view.set("district", one.district_name);
    view.set("position", position_words(one.facility, form.lang));
    view.set("findings", findings);
    view.set("photos", photos_view(one, form));
    view.set("visits", form.is_evidence() ? visits_view(one, place, form) : View(false));
    places << view;
  }
  return places;
}

View law_view(Form const &form) {
  View law(View::type::list);
  for (LawArticle const &article :
       law_articles(*form.tracker, form.is_evidence() ? kEvidenceArticles : kNoticeArticles))
    law << View(filled(T::law_article, form.lang, article.article, article.content.in(form.lang)));
  return law;
}

bool rests_on_memory(std::vector<FacilityCase> const &cases) {
  auto const from_memory = [](KnownOccurrence const &o) {
    return o.present && o.what.confidence == Confidence::memory;
  };
  return std::ranges::any_of(cases, [&](FacilityCase const &one) {
    return std::ranges::any_of(one.findings, [&](OpenFinding const &open) {
      return std::ranges::any_of(open.occurrences, from_memory);
    });
  });
}

/// Units with something open, worst first.
std::vector<std::string> open_units(Tracker &tracker) {
  std::vector<std::string> units;
  for (UnitStanding const &standing : unit_standings(tracker))
    if (standing.open > 0) units.push_back(standing.name);
  return units;
}

Problem refused_unit(std::vector<std::string> units, std::string where, Text reason) {
  constexpr std::size_t kMost = 5;
  std::erase(units, "");
  if (units.size() > kMost) units.resize(kMost);
  Text remedy{"请先导入检查记录；wza report units 列出各责任单位。",
              "Import inspections first; wza report units lists the units."};
  if (!units.empty()) {
    remedy = {fmt::format("有未结问题的责任单位：“{}”。", fmt::join(units, "”、“")),
              fmt::format("Units with open findings: “{}”.", fmt::join(units, "”, “"))};
  }
  return {.code = ProblemCode::not_found,
          .where = std::move(where),
          .field = "--unit",
          .row = std::nullopt,
          .reason = std::move(reason),
          .remedy = std::move(remedy)};
}

Result<std::string> unit_of(Tracker &tracker, NoticeOrder const &order) {
  if (order.unit) return *order.unit;
  auto units = open_units(tracker);
  if (units.size() == 1) return units.front();
  if (units.empty()) return refused_unit({}, "", {"没有未结问题。", "There is no open finding."});
  return refused_unit(std::move(units), "",
                      {"几个责任单位都有未结问题，请用 --unit 指定一个。",
                       "Several units have open findings; name one with --unit."});
}

/// The deadline of all faults, or that each has its own.
std::string due_words(std::vector<FacilityCase> const &cases, NoticeOrder const &order, Lang lang) {
  if (order.due) return order.due->iso();
  std::set<std::optional<LocalDate>> days;
  for (FacilityCase const &one : cases)
    for (OpenFinding const &open : one.findings)
      days.insert(open.finding.due);
  if (days.size() > 1) return std::string(words(T::notice_due_each, lang));
  return *days.begin() ? (*days.begin())->iso() : std::string();
}

/// A unit and what it has open, which is something.
struct OpenUnit {
  std::string unit;
  std::vector<FacilityCase> cases;
  std::size_t findings() const {
    std::size_t sum = 0;
    for (FacilityCase const &one : cases)
      sum += one.findings.size();
    return sum;
  }
  std::string shown(Lang lang) const {
    return unit.empty() ? std::string(words(T::notice_unit_unknown, lang)) : unit;
  }
};

Result<OpenUnit> open_of(Tracker &tracker, NoticeOrder const &order) {
  auto const unit = unit_of(tracker, order);
  if (!unit) return unit.problem();
  OpenUnit out{*unit, open_cases(tracker, *unit)};
  if (!out.cases.empty()) return out;
  return refused_unit(open_units(tracker), *unit,
                      {"这个责任单位没有未结问题。", "This unit has no open finding."});
}

std::string intro_of(OpenUnit const &open, bool is_evidence, Lang lang) {
  return filled(is_evidence ? T::evidence_intro : T::notice_intro, lang, open.cases.size(),
                open.findings());
}

}  // namespace

Result<std::string> notice_html(Tracker &tracker, NoticeOrder const &order, Lang lang) {
  auto const open = open_of(tracker, order);
  if (!open) return open.problem();
  auto const &cases = open->cases;
  std::size_t photo_bytes = 0;
  Form const form{&tracker, order.kind, lang, &photo_bytes, order.due.has_value()};
  std::vector<Facility> places;
  for (FacilityCase const &one : cases)
    places.push_back(one.facility);
  View view(View::type::object);
  view.set("map", place_map_view(tracker, places, lang));
  view.set("unit", open->shown(lang));
  view.set("issued", order.issued.iso());
  View due(View::type::object);
  due.set("due", due_words(cases, order, lang));
  view.set("due", form.is_evidence() ? View(false) : due);
  view.set("intro", intro_of(*open, form.is_evidence(), lang));
  view.set("memory", rests_on_memory(cases));
  view.set("totals", fault_totals_view(tracker, fault_totals(cases), lang));
  view.set("places", places_view(cases, form));
  view.set("law", law_view(form));
  view.set("reply", !form.is_evidence());
  return render_document("notice", lang,
                         words(form.is_evidence() ? T::evidence_title : T::notice_title, lang),
                         std::move(view));
}

Result<Paper> notice_paper(Tracker &tracker, NoticeOrder const &order, Lang lang) {
  auto const open = open_of(tracker, order);
  if (!open) return open.problem();
  bool const is_evidence = order.kind == NoticeKind::evidence;
  Paper paper;
  paper.title = words(is_evidence ? T::evidence_title : T::notice_title, lang);
  paper.facts = {{std::string(words(T::notice_to, lang)), open->shown(lang)},
                 {std::string(words(T::notice_issued, lang)), order.issued.iso()}};
  paper.lead = intro_of(*open, is_evidence, lang);
  auto &section = paper.sections.emplace_back();
  section.tables.push_back(faults_table(open->cases, order.due, lang));
  if (is_evidence) section.tables.push_back(visits_table(open->cases, lang));
  if (rests_on_memory(open->cases)) paper.notes.emplace_back(words(T::notice_memory, lang));
  auto const &articles = is_evidence ? kEvidenceArticles : kNoticeArticles;
  for (LawArticle const &article : law_articles(tracker, articles))
    paper.notes.push_back(filled(T::law_article, lang, article.article, article.content.in(lang)));
  return paper;
}

}  // namespace wza::audit

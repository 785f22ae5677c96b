// SPDX-License-Identifier: Apache-2.0
#include "audit/report/form.h"

#include "audit/pages/format.h"
#include "audit/pages/template.h"
#include "db/model/inspection.h"
#include "db/store/facilities.h"
#include "db/store/reference.h"
#include "gis/field/fact_words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace wza::audit {
namespace {

/// What is ticked where the item asks whether something is there that should not be.
constexpr TextView kThereIs{"□ 有　□ 无", "□ yes　□ no"};

/// "□ 日常督导", "□ 专项检查" …
template <class E>
View boxes(Lang lang) {
  View list(View::type::list);
  for (auto const &name : Names<E>::kAll)
    list << View(fmt::format("□ {}", label(name.value).in(lang)));
  return list;
}

/// The same of "□ 有　□ 无": apart, so that no line ends between a box and its word.
View boxes_in(std::string_view text) {
  constexpr std::string_view kBetween = "　";
  View list(View::type::list);
  for (std::size_t at = 0; at <= text.size();) {
    auto const end = std::min(text.find(kBetween, at), text.size());
    list << View(std::string(text.substr(at, end - at)));
    at = end + kBetween.size();
  }
  return list;
}

/// A unit at the end stays on the line of its number.
std::string with_unit_kept(std::string text) {
  auto const at = text.rfind(' ');
  if (at != std::string::npos && at + 5 > text.size()) text.replace(at, 1, "\u00a0");
  return text;
}

/// "坡道净宽：净宽应不小于 1.20 m"; the demand alone where it has the name in it.
std::string name_and_demand(gis::FormItem const &item, Lang lang) {
  auto const name = item.criterion.name.in(lang);
  auto const demand = item.demand.in(lang);
  if (demand.find(name) != std::string_view::npos) return with_unit_kept(std::string(demand));
  return with_unit_kept(fmt::format("{}{}{}", name, lang == Lang::zh ? "：" : ": ", demand));
}

/// "GB 55019-2021 2.3.1", with a star where its value is from memory.
std::string clause_words(Criterion const &criterion, Lang lang) {
  return fmt::format("{} {}{}{}", criterion.standard, criterion.clause,
                     criterion.confidence == Confidence::memory ? "*" : "",
                     criterion.obligation == Obligation::should
                         ? fmt::format(fmt::runtime(TextView{"（{}）", " ({})"}.in(lang)),
                                       words(T::form_advice, lang))
                         : "");
}

View item_view(gis::FormItem const &item, Lang lang) {
  Criterion const &criterion = item.criterion;
  View view(View::type::object);
  view.set("number", item.number);
  view.set("asked", name_and_demand(item, lang));
  view.set("clause", clause_words(criterion, lang));
  view.set("id", criterion.id.value);
  std::string const condition = criterion.condition.in(lang);
  view.set("condition", condition.empty() ? View(false) : View(condition));
  bool const slope = criterion.unit == "1:n";
  view.set("measured", is_measured(criterion));
  view.set("before", std::string(slope ? "1:" : ""));
  view.set("unit", slope ? std::string() : unit_words(criterion.unit, lang));
  bool const absent = criterion.comparator == Comparator::absent;
  view.set("answers", boxes_in(absent ? kThereIs.in(lang) : words(T::form_yes_no, lang)));
  view.set("results", boxes_in(words(T::form_result_words, lang)));
  return view;
}

View fact_view(Fact const &fact, Lang lang) {
  View view(View::type::object);
  auto const question = fact.question.in(lang);
  bool const asks = question.ends_with("?") || question.ends_with("？");
  view.set("question", fmt::format("{}{}", question, asks ? "" : lang == Lang::zh ? "：" : ":"));
  auto const unit = gis::asked_unit(fact);
  View answers(View::type::list);
  if (fact.kind == FactKind::yes) {
    answers = boxes_in(words(T::form_yes_no, lang));
  } else if (fact.kind == FactKind::choice) {
    for (std::string const &word : fact.words)
      answers << View(fmt::format("□ {}", gis::choice_label(word).in(lang)));
  } else {
    answers << View(unit == "1:n" ? std::string("1:________ / ________ %")
                                  : fmt::format("________ {}", unit_words(unit, lang)));
  }
  view.set("answers", answers);
  return view;
}

View section_view(gis::FormSection const &section, Lang lang) {
  View items(View::type::list);
  for (gis::FormItem const &item : section.items)
    items << item_view(item, lang);
  View facts(View::type::list);
  for (Fact const &fact : section.facts)
    facts << fact_view(fact, lang);
  View view(View::type::object);
  view.set("heading", filled(T::form_caption, lang, section.number, section.name.in(lang)));
  view.set("anchor", section.number);
  view.set("required", section.required);
  view.set("element", !section.element.empty());
  View some(View::type::object);
  some.set("list", facts);
  view.set("facts", section.facts.empty() ? View(false) : some);
  view.set("items", items);
  return view;
}

Problem no_such_place(Tracker &tracker, std::string_view place) {
  std::vector<std::string> names;
  for (PlaceType const &type : ReferenceStore(tracker).place_types())
    names.push_back(fmt::format("{} {}", type.code.value, type.name.zh));
  return {.code = ProblemCode::usage,
          .where = std::string(place),
          .field = "--place",
          .row = std::nullopt,
          .reason = {"没有这种场所类型。", "There is no such type of place."},
          .remedy = {fmt::format("可用的有：{}。", fmt::join(names, "、")),
                     fmt::format("There are: {}.", fmt::join(names, ", "))}};
}

Problem nothing_to_inspect(PlaceType const &place) {
  return {.code = ProblemCode::not_found,
          .where = place.code.value,
          .field = "--place",
          .row = std::nullopt,
          .reason = {fmt::format("标准里没有针对“{}”的可现场检查的条文。", place.name.zh),
                     fmt::format("No clause asks for anything to be inspected at “{}”.",
                                 place.name.en)},
          .remedy = {"可以为它添加本单位的条文。", "An office may add rows of its own for it."}};
}

}  // namespace

Result<gis::Form> form_for(Tracker &tracker, std::string_view place,
                           std::optional<AppliesTo> build) {
  auto const code = FacilityStore(tracker).place_type(place);
  auto form = code ? gis::form_of(tracker, *code, build) : std::nullopt;
  if (!form) return no_such_place(tracker, place);
  if (form->sections.empty()) return nothing_to_inspect(form->place);
  return *std::move(form);
}

std::string form_html(gis::Form const &form, Lang lang) {
  View sections(View::type::list);
  std::size_t items = 0;
  for (gis::FormSection const &section : form.sections) {
    sections << section_view(section, lang);
    items += section.items.size();
  }
  View view(View::type::object);
  view.set("sections", sections);
  view.set("kinds", boxes<InspectionKind>(lang));
  view.set("accesses", boxes<AccessState>(lang));
  view.set("builds", boxes_in(words(T::form_build_words, lang)));
  view.set("version", filled(T::form_version, lang, form.version, form.sections.size(), items));
  return render_document("form", lang, filled(T::form_title, lang, form.place.name.in(lang)),
                         std::move(view));
}

}  // namespace wza::audit

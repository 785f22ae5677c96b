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
#include <array>
#include <span>
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

/// The rest of a visit, and of each fault what the notice to its unit needs (field_form.tsv).
constexpr std::array kOfTheVisit{
    TextView{"权属或管理单位", "Owner or manager"},
    TextView{"天气、地面", "Weather and ground"},
};
constexpr std::array kOfAFault{
    TextView{"编号", "No."},
    TextView{"位置说明", "Where in the place"},
    TextView{"长度或数量", "How much"},
    TextView{"问题等级", "How grave"},
    TextView{"责任单位", "Who has to mend it"},
    TextView{"整改期限", "By when"},
    TextView{"整改要求", "What to do"},
};
constexpr int kRoomForFaults = 8;

View words_in(std::span<TextView const> texts, Lang lang) {
  View list(View::type::list);
  for (TextView const &text : texts)
    list << View(std::string(text.in(lang)));
  return list;
}

/// The table of what does not conform, with room to write.
View faults_view(Lang lang) {
  View rows(View::type::list);
  for (int i = 0; i < kRoomForFaults; ++i) {
    View row(View::type::object);
    row.set("cells", words_in(std::array<TextView, kOfAFault.size() - 1>{}, lang));
    rows << row;
  }
  View view(View::type::object);
  view.set("heading", std::string(TextView{"不符合项的处理", "What is to be mended"}.in(lang)));
  view.set("head", words_in(kOfAFault, lang));
  view.set("rows", rows);
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
  view.set("visit", words_in(kOfTheVisit, lang));
  view.set("faults", faults_view(lang));
  view.set("version", filled(T::form_version, lang, form.version, form.sections.size(), items));
  return render_document("form", lang, filled(T::form_title, lang, form.place.name.in(lang)),
                         std::move(view));
}

}  // namespace wza::audit

// SPDX-License-Identifier: Apache-2.0
#include "gis/field/xlsform.h"

#include "db/model/inspection.h"
#include "gis/field/fact_words.h"
#include "gis/io/xlsx.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace wza::gis {
namespace {

constexpr char const *kZh = "label::中文 (zh)";
constexpr char const *kEn = "label::English (en)";

std::vector<Column> columns(std::vector<std::string> names) {
  std::vector<Column> out;
  for (std::string &name : names)
    out.push_back({std::move(name), CellKind::text});
  return out;
}

/// Names may hold letters, digits, '-', '_' and '.', and begin with a letter or '_'.
std::string form_name(std::string_view prefix, std::string_view text) {
  std::string name(prefix);
  for (char const c : text) {
    bool const plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '_' || c == '.';
    name += plain ? c : '_';
  }
  return name;
}

struct Question {
  std::string type, name;
  Text label;
  Text hint{};
  bool required = false;
  std::string relevant{}, constraint{}, appearance{};
  Text constraint_message{};
};

/// No number alone: import refuses a measurement without its unit where it is in doubt.
void demand_unit(Question &question, std::string_view unit) {
  question.constraint = "not(regex(., '^[ 0-9.]+$')) or . = '0'";
  question.constraint_message = {fmt::format("请写明单位，如 {}", example_in(unit)),
                                 fmt::format("Write the unit, as {}", example_in(unit))};
}

class Survey {
 public:
  void ask(Question const &q) {
    m_rows.push_back(
        {static_cast<std::int64_t>(m_rows.size()) + 2,
         {q.type, q.name, q.label.zh, q.label.en, q.hint.zh, q.hint.en, q.required ? "yes" : "",
          q.relevant, q.constraint, q.appearance, q.constraint_message.zh, q.constraint_message.en},
         {},
         {},
         false});
  }
  void choice(std::string const &list, std::string const &name, Text const &label) {
    m_choices.push_back({static_cast<std::int64_t>(m_choices.size()) + 2,
                         {list, name, label.zh, label.en},
                         {},
                         {},
                         false});
  }
  template <class E>
  void choices(std::string const &list) {
    for (auto const &name : Names<E>::kAll)
      choice(list, std::string(name.key), label(name.value).str());
  }
  std::vector<Row> m_rows, m_choices;
};

void ask_fact(Survey &survey, std::string const &group, Fact const &fact) {
  Question question{"text", form_name(group + ".", fact.name), fact.question};
  if (fact.kind == FactKind::yes) question.type = "select_one yes_no";
  if (fact.kind == FactKind::measured) {
    auto const unit = asked_unit(fact);
    question.label.zh += fmt::format("（{}）", unit);
    question.label.en += fmt::format(" ({})", unit);
    question.hint = {fmt::format("数值和单位，如 {}", example_in(unit)),
                     fmt::format("A value with its unit, as {}", example_in(unit))};
    if (fact.dimension != Dimension::count) demand_unit(question, unit);
  }
  if (fact.kind == FactKind::choice) {
    question.type = "select_one " + form_name("fact_", fact.name);
  }
  survey.ask(question);
}

void ask_item(Survey &survey, FormItem const &item) {
  Criterion const &criterion = item.criterion;
  Text const label{fmt::format("{} {}：{}", item.number, criterion.name.zh, item.demand.zh),
                   fmt::format("{} {}: {}", item.number, criterion.name.en, item.demand.en)};
  Text hint{fmt::format("{} {}。{}", criterion.standard, criterion.clause, criterion.condition.zh),
            fmt::format("{} {}. {}", criterion.standard, criterion.clause, criterion.condition.en)};
  if (!is_measured(criterion)) {
    bool const absent = criterion.comparator == Comparator::absent;
    std::string const list = absent ? "there_is" : "yes_no";
    survey.ask({"select_one " + list, criterion.id.value, label, hint});
    std::string_view const bad = absent ? "yes" : "no";
    survey.ask({"text",
                criterion.id.value + ".extent",
                {"涉及多长或多少", "How much is concerned"},
                {"连同单位，如 121 m、3 个；不清楚的留空",
                 "With its unit, as 121 m or 3 pcs; empty where not known"},
                false,
                fmt::format("${{{}}} = '{}'", criterion.id.value, bad)});
    return;
  }
  hint.zh += fmt::format(" 数值和单位，如 {}", example_in(criterion.unit));
  hint.en += fmt::format(" Value with its unit, as {}", example_in(criterion.unit));
  Question question{"text", criterion.id.value, label, hint};
  if (criterion.unit != "个") demand_unit(question, criterion.unit);
  survey.ask(question);
}

/// Who has to mend what is found wrong, and by when: for the whole visit, and for one part of the
/// place where it differs. The names are those that submissions.cpp reads.
void ask_assignment(Survey &survey, std::string const &before, Text const &no_unit,
                    Text const &no_day) {
  Question unit{"text", before + "responsible", {"整改责任单位", "Who has to mend what fails"}};
  unit.hint = {"只写单位名称，不写个人。" + no_unit.zh,
               "The name of a unit, of no person. " + no_unit.en};
  survey.ask(unit);
  Question due{"date", before + "due", {"整改期限", "To be mended by"}, no_day};
  due.constraint = ". >= ${inspected_on}";
  due.constraint_message = {"不能早于督导日期", "Not before the day of the visit"};
  survey.ask(due);
}

void ask_head(Survey &survey) {
  survey.ask({"start", "start", {}});
  survey.ask({"today", "inspected_on", {"督导日期", "Day of the visit"}});
  survey.ask({"text", "facility", {"设施编号", "Number of the facility"}, {}, true});
  survey.ask({"geopoint", "position", {"坐标", "Position"}});
  survey.ask({"select_one kind", "kind", {"督导类型", "Kind of visit"}, {}, true});
  survey.ask({"text", "inspector", {"督导人员", "Inspectors"}});
  survey.ask({"select_one access", "access", {"进入状态", "Access"}, {}, true});
  survey.ask({"text", "weather", {"天气、地面", "Weather and ground"}});
  ask_assignment(survey, "", {"不填则由场所的业主负责", "Empty: who owns the place"},
                 {"不填则由通知书规定", "Empty: the notice sets it"});
}

void ask_section(Survey &survey, FormSection const &section) {
  std::string const group =
      section.element.empty() ? std::string("place") : form_name("", section.element);
  Text const name{fmt::format("{} {}", section.number, section.name.zh),
                  fmt::format("{} {}", section.number, section.name.en)};
  survey.ask({"begin_group", group, name, {}, false, "${access} = 'allowed'", {}, "field-list"});
  if (!section.element.empty())
    survey.ask({"text", group + ".component", {"部位编号", "Which one"}});
  survey.ask({"text", group + ".location", {"位置说明", "Where in the place"}});
  for (Fact const &fact : section.facts)
    ask_fact(survey, group, fact);
  for (FormItem const &item : section.items)
    ask_item(survey, item);
  Text const differs{"只在与整次督导不同时填写", "Only where it is not that of the whole visit"};
  ask_assignment(survey, group + ".", differs, differs);
  survey.ask({"select_one severity",
              group + ".severity",
              {"不符合项的问题等级", "How grave what fails is"},
              {"不填则按条款", "Empty: as the clauses have it"}});
  survey.ask({"image", group + ".photo", {"照片", "Photo"}});
  survey.ask({"text", group + ".note", {"备注", "Remarks"}});
  survey.ask({"end_group", "", {}});
}

void add_choices(Survey &survey, Form const &form) {
  survey.choice("yes_no", "yes", {"有/是", "yes"});
  survey.choice("yes_no", "no", {"无/否", "no"});
  // The names are those of earlier forms, whose submissions still come: yes, the thing is there.
  survey.choice("there_is", "yes", {"有", "yes"});
  survey.choice("there_is", "no", {"无", "no"});
  survey.choices<InspectionKind>("kind");
  survey.choices<AccessState>("access");
  survey.choices<Severity>("severity");
  std::vector<std::string> known;
  for (FormSection const &section : form.sections) {
    for (Fact const &fact : section.facts) {
      if (fact.kind != FactKind::choice || std::ranges::count(known, fact.name) > 0) continue;
      known.push_back(fact.name);
      for (std::string const &word : fact.words)
        survey.choice(form_name("fact_", fact.name), word, choice_label(word));
    }
  }
}

}  // namespace

std::string xlsform_bytes(Form const &form, UtcTime made) {
  Survey survey;
  ask_head(survey);
  for (FormSection const &section : form.sections)
    ask_section(survey, section);
  add_choices(survey, form);
  auto const survey_columns =
      columns({"type", "name", kZh, kEn, "hint::中文 (zh)", "hint::English (en)", "required",
               "relevant", "constraint", "appearance", "constraint_message::中文 (zh)",
               "constraint_message::English (en)"});
  auto const choice_columns = columns({"list_name", "name", kZh, kEn});
  auto const settings_columns = columns({"form_title", "form_id", "version", "default_language"});
  std::string const title = fmt::format("无障碍设施检查表：{}", form.place.name.zh);
  std::vector<Row> const settings{
      {2,
       {title, form_name("wza_", form.place.code.value), form.version, "中文 (zh)"},
       {},
       {},
       false}};
  return xlsx_bytes({{"survey", survey_columns, survey.m_rows},
                     {"choices", choice_columns, survey.m_choices},
                     {"settings", settings_columns, settings}},
                    title, made);
}

}  // namespace wza::gis

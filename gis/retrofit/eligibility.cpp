// SPDX-License-Identifier: Apache-2.0
#include "gis/retrofit/eligibility.h"

#include "db/store/retrofit_evidence.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace wza::gis {
namespace {

bool has(std::vector<std::string> const &words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string yuan(std::int64_t fen) {
  return fmt::format("{:.2f}", static_cast<double>(fen) / 100);
}

std::optional<std::int64_t> most_of(Retrofit const &retrofit) {
  return std::max(retrofit.planned_fen, retrofit.paid_fen);
}

std::optional<Text> over_ceiling(Retrofit const &retrofit, std::int64_t ceiling) {
  auto const most = most_of(retrofit);
  if (!most || *most <= ceiling) return std::nullopt;
  return Text{fmt::format("{} 元超过每户上限 {} 元。", yuan(*most), yuan(ceiling)),
              fmt::format("{} yuan exceed the ceiling of {} yuan.", yuan(*most), yuan(ceiling))};
}

class Examination {
 public:
  Examination(Tracker &tracker, RetrofitId id, Retrofit const &retrofit)
      : m_tracker(tracker),
        m_id(id),
        m_retrofit(retrofit),
        m_household(RetrofitStore(tracker).household(retrofit.household)),
        m_programme(ProgrammeStore(tracker).find(retrofit.programme, retrofit.year)) {}

  std::vector<ConditionOutcome> all() {
    for (auto const &name : Names<Condition>::kAll) {
      if (!m_programme || !m_household) {
        add(name.value, Outcome::cant_tell,
            {"该项目没有设置条件。", "The programme has no settings."});
        continue;
      }
      switch (name.value) {
        case Condition::cert:
          cert();
          break;
        case Condition::severe:
          severe();
          break;
        case Condition::poor:
          poor();
          break;
        case Condition::cap:
          cap();
          break;
        case Condition::once:
          once();
          break;
        case Condition::no_substitute:
          no_substitute();
          break;
      }
    }
    return std::move(m_out);
  }

 private:
  void add(Condition condition, Outcome outcome, Text reason) {
    m_out.push_back({condition, outcome, std::move(reason)});
  }
  void not_asked(Condition condition) {
    add(condition, Outcome::inapplicable, {"该项目不要求。", "The programme does not ask for it."});
  }

  /// Only a certificate tells both.
  void cert() {
    if (!m_programme->needs_certificate) return not_asked(Condition::cert);
    if (m_household->category && m_household->grade) {
      add(Condition::cert, Outcome::passed, {"类别和等级已知。", "Category and grade are known."});
    } else {
      add(Condition::cert, Outcome::cant_tell,
          {"没有登记残疾人证的类别和等级。",
           "No category and grade of a certificate are recorded."});
    }
  }

  void severe() {
    if (m_programme->grades.empty()) return not_asked(Condition::severe);
    if (!m_household->grade) {
      return add(Condition::severe, Outcome::cant_tell,
                 {"没有登记等级。", "No grade is recorded."});
    }
    auto const grade = fmt::format("{}", *m_household->grade);
    if (has(m_programme->grades, grade) ||
        (m_household->category &&
         has(m_programme->further_grades, *m_household->category + "-" + grade))) {
      return add(Condition::severe, Outcome::passed,
                 {"等级在范围内。", "The grade is one that it takes."});
    }
    if (!m_household->category && !m_programme->further_grades.empty()) {
      return add(Condition::severe, Outcome::cant_tell,
                 {"没有登记类别，该等级只对部分类别开放。",
                  "No category is recorded, and the grade is taken for some only."});
    }
    add(Condition::severe, Outcome::failed,
        {fmt::format("该项目只收 {} 级。", fmt::join(m_programme->grades, "、")),
         fmt::format("The programme takes grades {} only.", fmt::join(m_programme->grades, ", "))});
  }

  void poor() {
    if (m_programme->incomes.empty()) return not_asked(Condition::poor);
    auto const income = m_household->eligibility
                            ? ProgrammeStore(m_tracker).income(*m_household->eligibility)
                            : std::nullopt;
    if (!income) {
      return add(Condition::poor, Outcome::cant_tell,
                 {"没有登记困难类型，或其写法不认识。",
                  "No economic state is recorded, or its word is not known."});
    }
    bool const taken = has(m_programme->incomes, income->code);
    add(Condition::poor, taken ? Outcome::passed : Outcome::failed,
        taken ? Text{"困难类型在范围内。", "The economic state is one that it takes."}
              : Text{"困难类型不在该项目范围内。",
                     "The economic state is none that the programme takes."});
  }

  void cap() {
    if (!m_programme->ceiling_fen) return not_asked(Condition::cap);
    if (!most_of(m_retrofit)) {
      return add(Condition::cap, Outcome::cant_tell, {"没有登记金额。", "No money is recorded."});
    }
    if (auto const over = over_ceiling(m_retrofit, *m_programme->ceiling_fen))
      return add(Condition::cap, Outcome::failed, *over);
    add(Condition::cap, Outcome::passed,
        {"金额未超过上限。", "The money does not exceed the ceiling."});
  }

  void once() {
    for (auto const &other : EvidenceStore(m_tracker).same_homes(m_id)) {
      if (other.state == RetrofitState::withdrawn || other.state == RetrofitState::rejected)
        continue;
      auto const theirs = ProgrammeStore(m_tracker).find(other.programme, other.year);
      bool const same_programme =
          other.programme == m_retrofit.programme || (theirs && theirs->id == m_programme->id);
      int const apart = std::abs(other.year - m_retrofit.year);
      bool const too_soon =
          !m_programme->again_after_years || apart < *m_programme->again_after_years;
      if (!same_programme || !too_soon) continue;
      // The same words for a place may be two flats of one house: a person has to look.
      return add(Condition::once, other.same_person ? Outcome::failed : Outcome::cant_tell,
                 {fmt::format("同一{}在 {} 年度已有记录 {}。", other.same_person ? "人" : "住址",
                              other.year, other.id.value),
                  fmt::format("The same {} has record {} of {}.",
                              other.same_person ? "person" : "place", other.id.value, other.year)});
    }
    add(Condition::once, Outcome::passed, {"没有重复。", "There is no other record."});
  }

  void no_substitute() {
    if (m_programme->devices_alone) return not_asked(Condition::no_substitute);
    bool unknown = m_retrofit.works.empty();
    auto kind = m_tracker.db().prepare("SELECT kind FROM retrofit_items WHERE code = ?1");
    for (auto const &work : m_retrofit.works) {
      if (!work.item || !kind.bind(*work.item).step()) {
        unknown = true;
      } else if (kind.text(0) == "fixed_works") {
        return add(Condition::no_substitute, Outcome::passed,
                   {"包含施工项目。", "Works are among the items."});
      }
    }
    if (unknown) {
      return add(Condition::no_substitute, Outcome::cant_tell,
                 {"没有登记项目，或有目录以外的项目。",
                  "No item is recorded, or one that the catalogue does not have."});
    }
    add(Condition::no_substitute, Outcome::failed,
        {"只有辅具，没有施工项目。", "There are devices only and no works."});
  }

  Tracker &m_tracker;
  RetrofitId m_id;
  Retrofit const &m_retrofit;
  std::optional<Household> m_household;
  std::optional<Programme> m_programme;
  std::vector<ConditionOutcome> m_out;
};

}  // namespace

std::optional<Text> Ceilings::exceeded(Retrofit const &retrofit) {
  auto const [at, is_new] = m_known.try_emplace({retrofit.programme, retrofit.year}, std::nullopt);
  if (is_new) {
    if (auto const settings = m_programmes.find(retrofit.programme, retrofit.year))
      at->second = settings->ceiling_fen;
  }
  return at->second ? over_ceiling(retrofit, *at->second) : std::nullopt;
}

std::vector<ConditionOutcome> eligibility_of(Tracker &tracker, RetrofitId id,
                                             Retrofit const &retrofit) {
  return Examination(tracker, id, retrofit).all();
}

}  // namespace wza::gis

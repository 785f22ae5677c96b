// SPDX-License-Identifier: Apache-2.0
#include "gis/retrofit/proofs.h"

#include "db/base/nfkc.h"
#include "db/model/personal_text.h"

#include <algorithm>

namespace wza::gis {
namespace {

constexpr EvidenceSet kNamesUnit = evidence(Evidence::contract, Evidence::acceptance);

constexpr std::size_t kTwoLetters = 6;  // Chinese ones, in UTF-8

/// The name in plain and simplified letters, without blanks, brackets and what stands in a bracket
/// at its end.
std::string plain_unit(std::string_view name) {
  std::string out;
  for (char const c : ascii_lower(simplified_chinese(nfkc(name))))
    if (c != ' ' && c != '\t') out += c;
  while (out.ends_with(')')) {
    auto const open = out.rfind('(');
    if (open == std::string::npos || open == 0) break;
    out.resize(open);
  }
  std::erase_if(out, [](char c) { return c == '(' || c == ')'; });
  return out;
}

/// The same without the words for the kind of company, which papers leave out as they please:
/// 宏达建设有限公司 is 宏达建设.
std::string bare_unit(std::string_view name) {
  auto out = plain_unit(name);
  for (bool again = true; again;) {
    again = false;
    for (std::string_view word :
         {"有限责任公司", "有限公司", "总公司", "公司", "股份", "集团", "个体工商户", "个体户"}) {
      if (!out.ends_with(word) || out.size() < word.size() + kTwoLetters) continue;
      out.resize(out.size() - word.size());
      again = true;
    }
  }
  return out;
}

bool is_office_of(std::string_view office, std::string_view unit) {
  if (unit.size() < kTwoLetters || !office.starts_with(unit)) return false;
  for (std::string_view word : {"分公司", "项目部", "经理部", "分部", "施工队"})
    if (office.ends_with(word)) return true;
  return false;
}

Problem personal_number(std::string_view field) {
  return refused(ProblemCode::forbidden, field, personal_number_words(),
                 {"请只写单位和文件编号；个人信息不得写入台账。",
                  "Write units and numbers of papers only; personal data must not enter the "
                  "tracker."});
}

bool is_digest(std::string_view reference) {
  return reference.starts_with("sha256:") &&
         reference.find_first_not_of("0123456789abcdef", 7) == std::string_view::npos;
}

}  // namespace

Problem refused(ProblemCode code, std::string_view field, Text reason, Text remedy) {
  Problem p;
  p.code = code;
  p.field = std::string(field);
  p.reason = std::move(reason);
  p.remedy = std::move(remedy);
  return p;
}

std::vector<Evidence> missing_evidence(Retrofit const &retrofit, RetrofitStep const &step,
                                       std::vector<Proof> const &proofs,
                                       std::optional<LocalDate> const &on) {
  auto const reached = [&](RetrofitState state) {
    return retrofit.reached_on[static_cast<std::size_t>(state)];
  };
  std::vector<Evidence> missing;
  for (auto const &name : Names<Evidence>::kAll) {
    if (!holds(step.needs, name.value)) continue;
    // Each return, refusal or withdrawal has a reason of its own.
    bool const why = step.needs == evidence(name.value) && name.value == Evidence::reason;
    auto const since = reached(why ? retrofit.state : RetrofitState::returned);
    bool const anew =
        holds(kShownAnew | evidence(Evidence::reason, Evidence::defect_list), name.value);
    bool const shown = std::any_of(proofs.begin(), proofs.end(), [&](Proof const &proof) {
      return proof.kind == name.value && (!anew || !since || proof.on >= *since) &&
             (!on || proof.on <= *on) && !(holds(kNamesUnit, proof.kind) && proof.by.empty());
    });
    if (!shown) missing.push_back(name.value);
  }
  return missing;
}

bool same_unit(std::string_view a, std::string_view b) {
  auto const one = bare_unit(a), other = bare_unit(b);
  return one == other || is_office_of(plain_unit(a), other) || is_office_of(plain_unit(b), one);
}

bool is_same_photo(Proof const &one, Proof const &other) {
  bool const both = (one.kind == Evidence::photo_before && other.kind == Evidence::photo_after) ||
                    (one.kind == Evidence::photo_after && other.kind == Evidence::photo_before);
  return both && is_digest(one.reference) && one.reference == other.reference;
}

Problem one_photo_for_both() {
  return refused(
      ProblemCode::conflict, "file",
      {"改造前和改造后用的是同一个照片文件。", "One photo file stands for both before and after."},
      {"请登记改造后另拍的照片。", "Record a photo that was taken after the works."});
}

std::optional<Problem> without_photo_of_its_own(std::vector<Proof> const &proofs) {
  bool shared = false;
  for (auto const &proof : proofs) {
    if (proof.kind != Evidence::photo_after) continue;
    bool const before = std::any_of(proofs.begin(), proofs.end(), [&](Proof const &other) {
      return is_same_photo(proof, other);
    });
    if (!before) return std::nullopt;
    shared = true;
  }
  return shared ? std::optional(one_photo_for_both()) : std::nullopt;
}

std::optional<Problem> accepted_by_installer(std::vector<Proof> const &proofs, LocalDate on) {
  bool accepted = false, built = false;
  for (auto const &proof : proofs) {
    built |= proof.kind == Evidence::contract && !proof.by.empty();
    if (proof.kind != Evidence::acceptance || proof.by.empty() || proof.on > on) continue;
    accepted = true;
    bool const own = std::any_of(proofs.begin(), proofs.end(), [&](Proof const &other) {
      bool const works = other.kind == Evidence::contract || other.kind == Evidence::self_check;
      return works && !other.by.empty() && same_unit(other.by, proof.by);
    });
    if (!own && built) return std::nullopt;
  }
  if (!accepted || !built) {
    return refused(ProblemCode::missing_value, "by",
                   {"没有登记是谁施工、谁验收。", "It is not recorded who installed or accepted."},
                   {"请在登记合同和验收表时写 --by 单位。",
                    "Give --by UNIT with the contract and the acceptance."});
  }
  return refused(
      ProblemCode::forbidden, "by",
      {"验收单位与施工或自检单位相同。", "Who accepted is who installed or checked the works."},
      {"验收须由施工方以外的单位进行。", "Have it accepted by somebody other than the installer."});
}

Result<Done> check_proof(Retrofit const &home, Proof const &proof, LocalDate today) {
  if (proof.on > today) {
    return refused(ProblemCode::bad_date, "on", {"日期在将来。", "The day lies in the future."},
                   {"请填写凭证上的日期。", "Give the day that stands on it."});
  }
  if (holds(kNamesUnit, proof.kind) && trimmed(proof.by).empty()) {
    return refused(ProblemCode::missing_value, "by",
                   {"合同须写明施工单位，验收表须写明验收单位。",
                    "A contract needs its installer, an acceptance who accepted."},
                   {"请加 --by 单位。", "Give --by UNIT."});
  }
  if (holds_personal_number(proof.by)) return personal_number("by");
  if (!is_digest(proof.reference) && holds_personal_number(proof.reference))
    return personal_number("ref");
  if (proof.kind != Evidence::follow_up) return Done{};
  auto const &accepted = home.reached_on[static_cast<std::size_t>(RetrofitState::accepted)];
  if (home.state == RetrofitState::accepted && (!accepted || proof.on >= *accepted)) return Done{};
  return refused(ProblemCode::bad_date, "on",
                 {"该户当时还没有验收，不能回访。",
                  "The home was not accepted by then, so there was nothing to follow up."},
                 {"请核对日期和该户的状态。", "Check the day and the state of the home."});
}

}  // namespace wza::gis

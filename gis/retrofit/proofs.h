// SPDX-License-Identifier: Apache-2.0
// Which evidence counts for a step, and whether those who accept are others than those who built.
#pragma once

#include "db/base/error.h"
#include "db/model/retrofit.h"

#include <optional>
#include <string_view>
#include <vector>

namespace wza::gis {

/// A step or a piece of evidence that is refused; `field` as in wza retrofit.
Problem refused(ProblemCode code, std::string_view field, Text reason, Text remedy);

/// What the step still needs. What must be shown anew after a return counts from that day on, a
/// contract or an acceptance only where it says by whom, and nothing that is dated after `on`.
std::vector<Evidence> missing_evidence(Retrofit const &retrofit, RetrofitStep const &step,
                                       std::vector<Proof> const &proofs,
                                       std::optional<LocalDate> const &on = {});

/// Whether two names are one unit: letters of any width, without blanks, brackets, the words for
/// the kind of company ("宏达建设有限公司", "宏达建设") or for its branch or site office
/// ("宏达公司（项目部）", "宏达公司城北分公司").
bool same_unit(std::string_view a, std::string_view b);

/// Whether one file stands for a photo before the works and for one after them.
bool is_same_photo(Proof const &one, Proof const &other);
Problem one_photo_for_both();
/// A Problem where all photos after the works are files that stand for before as well.
std::optional<Problem> without_photo_of_its_own(std::vector<Proof> const &proofs);

/// A Problem unless somebody accepted, by `on`, who never had a contract nor checked the works.
std::optional<Problem> accepted_by_installer(std::vector<Proof> const &proofs, LocalDate on);

/// Refuses evidence that cannot be: of a day after `today`; a contract or an acceptance without its
/// unit; a follow-up of a home that was not accepted by then; a telephone or identity number in
/// its words.
Result<Done> check_proof(Retrofit const &home, Proof const &proof, LocalDate today);

}  // namespace wza::gis

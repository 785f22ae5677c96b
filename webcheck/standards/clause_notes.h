// SPDX-License-Identifier: Apache-2.0
// Clause by clause, how far our rules decide it and what is left for a person: one table a norm,
// wcag22.cpp, gbt37668.cpp and miit_elder.cpp. A conformance table claims no more than stands here.
#pragma once

#include "db/base/enum_names.h"
#include "webcheck/standards/clause.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace wza::web {

enum class Cover : std::uint8_t {
  whole,    ///< where all rules of the clause pass, the page meets the clause
  asked,    ///< rules find all that the clause speaks of, if there is any; the note is the question
  part,     ///< rules find some failures; the note is what a person must still answer
  person,   ///< no rule; the note is the question for a person
  outside,  ///< a page test says nothing of it; the note is the reason
};

}  // namespace wza::web

template <>
struct wza::Names<wza::web::Cover> {
  static constexpr std::array kAll{
      Name{web::Cover::whole, "whole", "自动检测", "Decided automatically"},
      Name{web::Cover::asked, "asked", "有则人工检查", "Decided by a person where it applies"},
      Name{web::Cover::part, "part", "部分自动检测", "Decided in part"},
      Name{web::Cover::person, "person", "人工检查", "Decided by a person"},
      Name{web::Cover::outside, "outside", "不属于网页检测", "Outside a page test"},
  };
};
static_assert(wza::covers(wza::web::Cover::outside));

namespace wza::web {

struct ClauseNote {
  std::string_view clause;  ///< "1.1.1", "float_window"
  Cover cover{};
  /// A question such that "yes" means the page meets the clause; for `outside` a sentence; empty
  /// for `whole`.
  TextView note{};
};

/// Success criteria of WCAG 2.2, levels A and AA.
std::span<ClauseNote const> wcag22_notes();
/// Clauses of GB/T 37668-2019 that touch web pages.
std::span<ClauseNote const> gbt37668_notes();
/// MIIT's items for web sites.
std::span<ClauseNote const> miit_elder_notes();

std::span<ClauseNote const> notes_of(Norm norm);

/// The note of that clause, or nullptr.
ClauseNote const *note_of(Clause const &clause);

}  // namespace wza::web

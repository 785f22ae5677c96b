// SPDX-License-Identifier: Apache-2.0
#include "webcheck/standards/clause_notes.h"

#include <algorithm>

namespace wza::web {

std::span<ClauseNote const> notes_of(Norm norm) {
  switch (norm) {
    case Norm::wcag22:
      return wcag22_notes();
    case Norm::gbt37668:
      return gbt37668_notes();
    case Norm::miit_elder:
      return miit_elder_notes();
  }
  return {};
}

ClauseNote const *note_of(Clause const &clause) {
  std::span<ClauseNote const> const all = notes_of(clause.norm);
  auto const found = std::ranges::find(all, clause.id, &ClauseNote::clause);
  return found == all.end() ? nullptr : &*found;
}

}  // namespace wza::web

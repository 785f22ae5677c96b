// SPDX-License-Identifier: Apache-2.0
// The facts of facts.tsv and the words of their choices as people read and write them.
#pragma once

#include "db/model/standard.h"
#include "db/store/tracker.h"
#include "gis/field/applicability.h"

#include <string_view>

namespace wza::gis {

/// All facts of the tracker by the question that asks for them, and what else a judgement may name
/// as missing: build, place_type and applies.
FactNames fact_names(Tracker &tracker);

/// "平坡出入口" of level_slope; the word itself where it has no other name.
Text choice_label(std::string_view word);

/// "场地受限" of "场地是否受限": the question of a fact as a plain statement.
std::string plain_question(std::string_view question);

}  // namespace wza::gis

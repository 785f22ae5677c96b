// SPDX-License-Identifier: Apache-2.0
// Free text that would stand in the tracker, looked through for what must not: numbers of people.
#pragma once

#include "db/base/text.h"

#include <string_view>

namespace wza {

/// Whether `text` holds what looks like a mobile or fixed telephone number of China, a citizen
/// identification number of 15 or 18 places (its birthday exists) or what begins with one, as a
/// certificate number does: in digits of any script, blanks and signs between them passed over.
/// Dates, amounts and an office's own numbers ("合同 2024-015") are none.
bool holds_personal_number(std::string_view text);

/// What is said to whom wrote one: a sentence.
Text personal_number_words();

}  // namespace wza

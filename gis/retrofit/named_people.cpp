// SPDX-License-Identifier: Apache-2.0
#include "gis/retrofit/named_people.h"

#include "gis/retrofit/household_words.h"

namespace wza::gis {

bool names_people(PrivateRecord const &record, std::string_view text) {
  constexpr std::size_t kTwoLetters = 6;
  if (text.empty()) return false;
  auto const plain = place_words(text);
  for (auto const part : {PrivateField::name, PrivateField::guardian, PrivateField::address}) {
    auto const known = record.find(part);
    if (known == record.end()) continue;
    auto const words = place_words(known->second.reveal());
    if (words.size() >= kTwoLetters && plain.find(words) != std::string::npos) return true;
  }
  return false;
}

}  // namespace wza::gis

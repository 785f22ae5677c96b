// SPDX-License-Identifier: Apache-2.0
#include "db/base/harmless.h"

#include "db/base/text.h"

namespace wza {
namespace {

bool is_steering(std::string_view sequence) {
  auto const at = [&](std::size_t i) { return static_cast<unsigned char>(sequence[i]); };
  if (sequence.size() == 1)
    return (at(0) < 0x20 && sequence != "\n" && sequence != "\t") || at(0) == 0x7F;
  if (sequence.size() == 2)  // U+0080 to U+009F, U+061C
    return (at(0) == 0xC2 && at(1) < 0xA0) || sequence == "\xD8\x9C";
  if (sequence.size() != 3 || at(0) != 0xE2) return false;
  return (at(1) == 0x80 && at(2) >= 0xAA && at(2) <= 0xAE) ||
         (at(1) == 0x81 && at(2) >= 0xA6 && at(2) <= 0xA9);
}

}  // namespace

std::string harmless(std::string_view text) {
  std::string const whole = well_formed(text);
  std::string out;
  out.reserve(whole.size());
  for (std::string_view rest = whole; !rest.empty();) {
    auto const sequence = rest.substr(0, utf8_sequence_length(rest));
    out += is_steering(sequence) ? std::string_view("\xEF\xBF\xBD") : sequence;
    rest.remove_prefix(sequence.size());
  }
  return out;
}

}  // namespace wza

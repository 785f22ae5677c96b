// SPDX-License-Identifier: Apache-2.0
#include "webcheck/text/words.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace wza::web {

Wording wording_of(std::string_view text) {
  auto const *const bytes = reinterpret_cast<std::uint8_t const *>(text.data());
  auto const size = static_cast<std::int32_t>(text.size());
  Wording wording = Wording::none;
  int row = 0;
  for (std::int32_t i = 0; i < size;) {
    UChar32 c = 0;
    U8_NEXT(bytes, i, size, c);
    if (c < 0 || !u_isalnum(c)) {
      row = 0;
      continue;
    }
    if (u_getIntPropertyValue(c, UCHAR_LINE_BREAK) == U_LB_IDEOGRAPHIC &&
        u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC)) {
      return Wording::words;
    }
    if (++row == 2) return Wording::words;
    wording = Wording::single;
  }
  return wording;
}

}  // namespace wza::web

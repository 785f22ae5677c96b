// SPDX-License-Identifier: Apache-2.0
#include "db/base/nfkc.h"

#include "db/base/error.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <memory>

namespace wza {

std::string nfkc(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  auto const *form = icu::Normalizer2::getNFKCInstance(status);
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  if (U_SUCCESS(status)) {
    form->normalizeUTF8(0, {text.data(), static_cast<std::int32_t>(text.size())}, sink, nullptr,
                        status);
  }
  if (U_FAILURE(status)) throw Error("ICU cannot normalize a text");
  return out;
}

std::string simplified_chinese(std::string_view text) {
  static auto const transform = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Transliterator const> made(
        icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, status));
    if (U_FAILURE(status)) throw Error("ICU has no transform from traditional Chinese");
    return made;
  }();
  auto letters = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  transform->transliterate(letters);
  std::string out;
  return letters.toUTF8String(out);
}

}  // namespace wza

// SPDX-License-Identifier: Apache-2.0
#include "webcheck/url/idna.h"

#include "db/base/text.h"

#include <unicode/uidna.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>

namespace wza::web {
namespace {

struct Closer {
  void operator()(UIDNA *idna) const { uidna_close(idna); }
};

/// A run of code points that UTS 46 maps otherwise since Unicode 15.1 or 16.
struct Remapped {
  UChar32 first, last, to;  ///< first..last become to, to + 1, …
};
constexpr std::array kRemapped{
    Remapped{0x04C0, 0x04C0, 0x04CF},   Remapped{0x10A0, 0x10C5, 0x2D00},
    Remapped{0x10C7, 0x10C7, 0x2D27},   Remapped{0x10CD, 0x10CD, 0x2D2D},
    Remapped{0x1E9E, 0x1E9E, 0x00DF},   Remapped{0x2132, 0x2132, 0x214E},
    Remapped{0x2183, 0x2183, 0x2184},   Remapped{0x2F868, 0x2F868, 0x36FC},
    Remapped{0x2F874, 0x2F874, 0x5F53}, Remapped{0x2F91F, 0x2F91F, 0x243AB},
    Remapped{0x2F95F, 0x2F95F, 0x7AEE}, Remapped{0x2F9BF, 0x2F9BF, 0x45D7},
};

/// Code points that were refused and are now passed over.
bool is_ignored(UChar32 c) {
  return c == 0x115F || c == 0x1160 || c == 0x17B4 || c == 0x17B5 || c == 0x3164 || c == 0xFFA0 ||
         (c >= 0x1D173 && c <= 0x1D17A);
}

UChar32 remapped(UChar32 c) {
  for (Remapped const &run : kRemapped) {
    if (c >= run.first && c <= run.last) return run.to + (c - run.first);
  }
  return c;
}

/// `domain`, which is UTF-8, with the newer mappings done.
std::string with_newer_mappings(std::string_view domain) {
  std::string out;
  auto const *data = reinterpret_cast<std::uint8_t const *>(domain.data());
  auto const length = static_cast<std::int32_t>(domain.size());
  for (std::int32_t i = 0; i < length;) {
    UChar32 point = 0;
    U8_NEXT(data, i, length, point);
    if (is_ignored(point)) continue;
    std::array<std::uint8_t, U8_MAX_LENGTH> bytes{};
    std::int32_t size = 0;
    U8_APPEND_UNSAFE(bytes.data(), size, remapped(point));
    out.append(reinterpret_cast<char const *>(bytes.data()), static_cast<std::size_t>(size));
  }
  return out;
}

}  // namespace

std::optional<std::string> domain_to_ascii(std::string_view domain) {
  bool const plain = std::all_of(domain.begin(), domain.end(),
                                 [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  // What is all ASCII is taken in lower case, "xn--" labels of any content too: registries hold
  // names that UTS 46 has come to refuse.
  if (plain) return domain.empty() ? std::nullopt : std::optional(ascii_lower(domain));
  std::string const mapped = with_newer_mappings(domain);
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<UIDNA, Closer> const idna(
      uidna_openUTS46(UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ | UIDNA_NONTRANSITIONAL_TO_ASCII |
                          UIDNA_NONTRANSITIONAL_TO_UNICODE,
                      &status));
  if (U_FAILURE(status)) return std::nullopt;
  UIDNAInfo info = UIDNA_INFO_INITIALIZER;
  std::string out(mapped.size() * 8 + 64, '\0');
  std::int32_t const length =
      uidna_nameToASCII_UTF8(idna.get(), mapped.data(), static_cast<std::int32_t>(mapped.size()),
                             out.data(), static_cast<std::int32_t>(out.size()), &info, &status);
  constexpr std::uint32_t kTolerated =
      UIDNA_ERROR_EMPTY_LABEL | UIDNA_ERROR_LABEL_TOO_LONG | UIDNA_ERROR_DOMAIN_NAME_TOO_LONG |
      UIDNA_ERROR_LEADING_HYPHEN | UIDNA_ERROR_TRAILING_HYPHEN | UIDNA_ERROR_HYPHEN_3_4;
  if (U_FAILURE(status) || (info.errors & ~kTolerated) != 0 || length <= 0) return std::nullopt;
  out.resize(static_cast<std::size_t>(length));
  return out;
}

}  // namespace wza::web

// SPDX-License-Identifier: Apache-2.0
#include "db/base/encoding.h"

#include "db/base/encoding_labels.h"
#include "db/base/error.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucsdet.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <utility>
#include <vector>

namespace wza {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

CharsetRow const *row_of(std::string_view name) {
  auto const found = std::find_if(kCharsets.begin(), kCharsets.end(),
                                  [&](CharsetRow const &row) { return row.name == name; });
  return found == kCharsets.end() ? nullptr : &*found;
}

std::uint64_t count(std::string_view text, std::string_view what) {
  std::uint64_t n = 0;
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string_view::npos; ++n) {
    at += what.size();
  }
  return n;
}

void append_utf8(std::string &out, char32_t c) {
  auto const put = [&out](char32_t byte) { out += static_cast<char>(byte); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xE0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

Converted decode_utf8(std::string_view bytes) {
  if (is_utf8(bytes)) return {std::string(bytes), 0};
  Converted out{well_formed(bytes), 0};
  out.replaced = count(out.utf8, kReplacement) - count(bytes, kReplacement);
  return out;
}

/// Charsets of one byte a character that ICU does not have.
template <class Map>
Converted decode_single(std::string_view bytes, Map map) {
  Converted out;
  for (char const c : bytes)
    append_utf8(out.utf8, map(static_cast<unsigned char>(c)));
  return out;
}

char32_t iso_8859_16(unsigned char byte) {
  using Pair = std::pair<unsigned char, char16_t>;
  static constexpr std::array kDifferent{
      // from ISO 8859-1
      Pair{0xA1, 0x0104}, Pair{0xA2, 0x0105}, Pair{0xA3, 0x0141}, Pair{0xA4, 0x20AC},
      Pair{0xA5, 0x201E}, Pair{0xA6, 0x0160}, Pair{0xA8, 0x0161}, Pair{0xAA, 0x0218},
      Pair{0xAC, 0x0179}, Pair{0xAE, 0x017A}, Pair{0xAF, 0x017B}, Pair{0xB2, 0x010C},
      Pair{0xB3, 0x0142}, Pair{0xB4, 0x017D}, Pair{0xB5, 0x201D}, Pair{0xB8, 0x017E},
      Pair{0xB9, 0x010D}, Pair{0xBA, 0x0219}, Pair{0xBC, 0x0152}, Pair{0xBD, 0x0153},
      Pair{0xBE, 0x0178}, Pair{0xBF, 0x017C}, Pair{0xC3, 0x0102}, Pair{0xC5, 0x0106},
      Pair{0xD0, 0x0110}, Pair{0xD1, 0x0143}, Pair{0xD5, 0x0150}, Pair{0xD7, 0x015A},
      Pair{0xD8, 0x0170}, Pair{0xDD, 0x0118}, Pair{0xDE, 0x021A}, Pair{0xE3, 0x0103},
      Pair{0xE5, 0x0107}, Pair{0xF0, 0x0111}, Pair{0xF1, 0x0144}, Pair{0xF5, 0x0151},
      Pair{0xF7, 0x015B}, Pair{0xF8, 0x0171}, Pair{0xFD, 0x0119}, Pair{0xFE, 0x021B},
  };
  for (auto const &[from, to] : kDifferent) {
    if (from == byte) return to;
  }
  return byte;
}

struct ToUnicode {
  std::uint64_t replaced = 0;
  bool gb = false;
};

/// Counts what ICU cannot convert. The Encoding Standard reads a lone 0x80 in GBK and GB18030 as
/// the euro sign (section 10.2.1), ICU refuses it.
void on_malformed(void const *context, UConverterToUnicodeArgs *args, char const *units,
                  std::int32_t length, UConverterCallbackReason reason, UErrorCode *error) {
  if (reason > UCNV_IRREGULAR) return;
  auto *const state = static_cast<ToUnicode *>(const_cast<void *>(context));
  bool const euro = state->gb && length == 1 && static_cast<unsigned char>(units[0]) == 0x80;
  if (!euro) ++state->replaced;
  UChar const out = euro ? u'\u20AC' : u'\uFFFD';
  *error = U_ZERO_ERROR;
  ucnv_cbToUWriteUChars(args, &out, 1, 0, error);
}

/// Where the Encoding Standard's index for GB18030 (2022) differs from ICU's table (2005): the
/// private characters on the left are reached by these two-byte codes only.
void patch_gb18030(std::vector<UChar> &text) {
  using Pair = std::pair<UChar, UChar>;
  static constexpr std::array kDifferent{
      Pair{0xE5E5, 0x3000}, Pair{0xE78D, 0xFE10}, Pair{0xE78E, 0xFE12}, Pair{0xE78F, 0xFE11},
      Pair{0xE790, 0xFE13}, Pair{0xE791, 0xFE14}, Pair{0xE792, 0xFE15}, Pair{0xE793, 0xFE16},
      Pair{0xE794, 0xFE17}, Pair{0xE795, 0xFE18}, Pair{0xE796, 0xFE19}, Pair{0xE81E, 0x9FB4},
      Pair{0xE826, 0x9FB5}, Pair{0xE82B, 0x9FB6}, Pair{0xE82C, 0x9FB7}, Pair{0xE832, 0x9FB8},
      Pair{0xE843, 0x9FB9}, Pair{0xE854, 0x9FBA}, Pair{0xE864, 0x9FBB},
  };
  for (UChar &c : text) {
    if (c < 0xE5E5 || c > 0xE864) continue;
    for (auto const &[from, to] : kDifferent) {
      if (c == from) c = to;
    }
  }
}

void demand(UErrorCode status, char const *what) {
  if (U_FAILURE(status)) {
    std::string const words = std::string("ICU: ") + what + ": " + u_errorName(status);
    throw Error(Text{words + "。请检查 ICU 数据文件是否已安装。",
                     words + ". Check that the ICU data files are installed."});
  }
}

Converted decode_icu(std::string_view bytes, char const *converter, bool gb) {
  struct Close {
    void operator()(UConverter *c) const { ucnv_close(c); }
  };
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<UConverter, Close> const from(ucnv_open(converter, &status));
  demand(status, converter);
  ToUnicode state{0, gb};
  ucnv_setToUCallBack(from.get(), on_malformed, &state, nullptr, nullptr, &status);
  demand(status, "callback");
  std::vector<UChar> wide(bytes.size() * 2 + 4);
  UChar *to = wide.data();
  char const *source = bytes.data();
  ucnv_toUnicode(from.get(), &to, wide.data() + wide.size(), &source, source + bytes.size(),
                 nullptr, true, &status);
  demand(status, "conversion");
  wide.resize(static_cast<std::size_t>(to - wide.data()));
  if (gb) patch_gb18030(wide);
  Converted out;
  out.replaced = state.replaced;
  out.utf8.resize(wide.size() * 3);
  std::int32_t length = 0;
  u_strToUTF8WithSub(out.utf8.data(), static_cast<std::int32_t>(out.utf8.size()), &length,
                     wide.data(), static_cast<std::int32_t>(wide.size()), 0xFFFD, nullptr, &status);
  demand(status, "conversion to UTF-8");
  out.utf8.resize(static_cast<std::size_t>(length));
  return out;
}

/// Sequences of `bytes` seen as UTF-8.
struct Utf8Count {
  std::uint64_t wide = 0;       ///< well-formed, of two bytes or more
  std::uint64_t three = 0;      ///< well-formed, of three bytes or more
  std::uint64_t malformed = 0;  ///< bytes that belong to none
};

Utf8Count count_utf8(std::string_view bytes) {
  Utf8Count n;
  while (!bytes.empty()) {
    std::size_t const length = utf8_sequence_length(bytes);
    n.wide += length > 1;
    n.three += length > 2;
    n.malformed += length == 0;
    bytes.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return n;
}

/// What ICU makes of the first 64 KiB; Chinese wins where it is nearly as likely as the best guess,
/// since that is what our pages are in.
std::string_view detected(std::string_view bytes) {
  constexpr std::size_t kSample = std::size_t{64} << 10;
  constexpr std::int32_t kNearly = 20;  // of ICU's 100
  struct Close {
    void operator()(UCharsetDetector *d) const { ucsdet_close(d); }
  };
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<UCharsetDetector, Close> const detector(ucsdet_open(&status));
  demand(status, "detector");
  bytes = bytes.substr(0, kSample);
  ucsdet_setText(detector.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
  ucsdet_enableInputFilter(detector.get(), 1);
  std::int32_t found = 0;
  UCharsetMatch const **const matches = ucsdet_detectAll(detector.get(), &found, &status);
  if (U_FAILURE(status) || found == 0) return {};
  std::int32_t const best = ucsdet_getConfidence(matches[0], &status);
  std::string_view choice;
  for (std::int32_t i = 0; i < found; ++i) {
    if (ucsdet_getConfidence(matches[i], &status) + kNearly < best) break;
    auto const name = charset_of_label(ucsdet_getName(matches[i], &status));
    if (!name || *name == "replacement") continue;
    if (*name == "gb18030" || *name == "big5") return *name;
    if (choice.empty()) choice = *name;
  }
  return best >= 10 ? choice : std::string_view();
}

/// The charset that the bytes plainly are in, against what they are declared to be; empty where the
/// declaration can stand.
std::string_view contradiction(std::string_view bytes, std::string_view declared) {
  if (declared.starts_with("utf-16")) return {};
  Utf8Count const utf8 = count_utf8(bytes);
  if (declared == "utf-8") {
    // A few broken characters do not make a page GB18030: most of it must be malformed.
    if (utf8.malformed <= utf8.wide + 1) return {};
    if (decode_icu(bytes, "gb18030", true).replaced == 0) return "gb18030";
    std::string_view const guess = detected(bytes);
    if (guess.empty() || guess == "utf-8") return {};
    return decode_as(bytes, guess)->replaced == 0 ? guess : std::string_view();
  }
  // Text in a legacy charset is hardly ever well-formed UTF-8 by chance, never for long.
  return utf8.malformed == 0 && utf8.three >= 3 ? "utf-8" : std::string_view();
}

}  // namespace

std::optional<std::string_view> charset_of_label(std::string_view label) {
  constexpr std::string_view kBlank = " \t\n\f\r";
  std::size_t const first = label.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return std::nullopt;
  label = label.substr(first, label.find_last_not_of(kBlank) - first + 1);
  std::string const wanted = ascii_lower(label);
  if (wanted.find(' ') != std::string::npos) return std::nullopt;
  for (CharsetRow const &row : kCharsets) {
    std::string_view rest = row.labels;
    while (!rest.empty()) {
      std::size_t const end = std::min(rest.find(' '), rest.size());
      if (rest.substr(0, end) == wanted) return row.name;
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return std::nullopt;
}

std::optional<Converted> decode_as(std::string_view bytes, std::string_view charset) {
  CharsetRow const *const row = row_of(charset);
  if (row == nullptr) return std::nullopt;
  if (row->icu != nullptr) {
    if (bytes.size() > std::numeric_limits<std::int32_t>::max() / 8) {
      throw Error(Text{"超过 256 MiB 的文本无法转换编码，请拆分后重试。",
                       "A text of more than 256 MiB cannot be converted. Split it and try again."},
                  ExitCode::refused);
    }
    return decode_icu(bytes, row->icu, charset == "gbk" || charset == "gb18030");
  }
  if (charset == "utf-8") return decode_utf8(bytes);
  if (charset == "iso-8859-16") return decode_single(bytes, iso_8859_16);
  if (charset == "x-user-defined") {
    return decode_single(bytes,
                         [](unsigned char b) -> char32_t { return b < 0x80 ? b : 0xF700U + b; });
  }
  // "replacement" (Encoding Standard, section 14.1): nothing of it may be read.
  if (bytes.empty()) return Converted{};
  return Converted{std::string(kReplacement), 1};
}

Decoded decode_page(std::string_view bytes, std::string_view http_charset) {
  Decoded out;
  auto const meta = prescan_meta(bytes);
  auto const http = charset_of_label(http_charset);
  out.declared = http ? std::string(trimmed(http_charset)) : meta ? meta->label : std::string();
  std::string_view const declared = http ? *http : meta ? meta->charset : std::string_view();

  std::string_view charset;
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    charset = "utf-8";
    bytes.remove_prefix(3);
  } else if (bytes.starts_with("\xFE\xFF")) {
    charset = "utf-16be";
    bytes.remove_prefix(2);
  } else if (bytes.starts_with("\xFF\xFE")) {
    charset = "utf-16le";
    bytes.remove_prefix(2);
  }
  if (!charset.empty()) {
    out.step = CharsetStep::bom;
    out.contradicted = !declared.empty() && declared != charset;
  } else if (!declared.empty()) {
    charset = declared;
    out.step = http ? CharsetStep::http : CharsetStep::meta;
    if (std::string_view const actual = contradiction(bytes, declared); !actual.empty()) {
      charset = actual;
      out.step = actual == "utf-8" ? CharsetStep::utf8 : CharsetStep::detector;
      out.contradicted = true;
    }
  } else if (bytes.find('\0') == std::string_view::npos && is_utf8(bytes)) {
    charset = "utf-8";
    out.step = CharsetStep::utf8;
  } else if (charset = detected(bytes); !charset.empty()) {
    out.step = CharsetStep::detector;
  } else {
    charset = "gb18030";
    out.step = CharsetStep::fallback;
  }
  Converted converted = *decode_as(bytes, charset);
  out.charset = charset;
  out.utf8 = std::move(converted.utf8);
  out.replaced = converted.replaced;
  return out;
}

}  // namespace wza

// SPDX-License-Identifier: Apache-2.0
// From a page's bytes to UTF-8. Labels and names follow the WHATWG Encoding Standard, the search
// for a <meta> the HTML Standard (section 13.2.3.2), the conversion ICU with the differences to the
// Encoding Standard patched for GB18030. Beyond the standards: what a page declares is not believed
// where its bytes plainly say otherwise, and the contradiction is told.
#pragma once

#include "db/base/enum_names.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace wza {

/// Which step decided on the charset.
enum class CharsetStep : std::uint8_t { bom, http, meta, utf8, detector, fallback };
template <>
struct Names<CharsetStep> {
  static constexpr std::array kAll{
      Name{CharsetStep::bom, "bom", "字节顺序标记", "Byte order mark"},
      Name{CharsetStep::http, "http", "HTTP 响应头", "HTTP header"},
      Name{CharsetStep::meta, "meta", "页面中的声明", "Declaration in the page"},
      Name{CharsetStep::utf8, "utf8", "内容是有效的 UTF-8", "The bytes are valid UTF-8"},
      Name{CharsetStep::detector, "detector", "根据内容推断", "Inferred from the bytes"},
      Name{CharsetStep::fallback, "fallback", "默认编码", "Default"},
  };
};
static_assert(covers(CharsetStep::fallback));

/// A page as UTF-8, and how it was come by.
struct Decoded {
  std::string utf8;      ///< well-formed, without byte order mark
  std::string charset;   ///< the Encoding Standard's name in lower case: "gbk", "utf-8", "big5"
  std::string declared;  ///< label in HTTP or, without that, in <meta>; empty without both
  CharsetStep step{};    ///< what decided on `charset`
  bool contradicted = false;   ///< the declared charset is known and is not what the bytes are in
  std::uint64_t replaced = 0;  ///< malformed places that became U+FFFD
};

/// The name of a label ("GB2312" and " cp936 " are "gbk"); nothing for an unknown label.
std::optional<std::string_view> charset_of_label(std::string_view label);

/// The charset that a <meta> within the first 1024 bytes declares, or the label of an XML
/// declaration there; nothing without.
struct MetaCharset {
  std::string label;  ///< as written
  std::string_view
      charset;  ///< its name, after the standard's corrections (UTF-16 is read as UTF-8)
};
std::optional<MetaCharset> prescan_meta(std::string_view bytes);

/// The charset parameter of a Content-Type header, unquoted; empty without.
std::string charset_in_content_type(std::string_view content_type);

/// Converts from a named charset; malformed places become U+FFFD and are counted. Nothing for a
/// name that charset_of_label() does not give.
struct Converted {
  std::string utf8;
  std::uint64_t replaced = 0;
};
std::optional<Converted> decode_as(std::string_view bytes, std::string_view charset);

/// Decides on the charset and converts. `http_charset` is the label in Content-Type, may be empty.
/// Order: byte order mark, HTTP, <meta>, valid UTF-8, ICU's detector (told to expect Chinese),
/// GB18030.
Decoded decode_page(std::string_view bytes, std::string_view http_charset = {});

}  // namespace wza

// SPDX-License-Identifier: Apache-2.0
// The properties that we compute: one row each, with how it is read and how it is computed.
#pragma once

#include "webcheck/css/length.h"
#include "webcheck/css/value.h"

#include <span>
#include <string_view>
#include <vector>

namespace wza::web::css {

/// How quirks mode reads colours without # and lengths without unit (Quirks Mode, section 3).
enum class Mode : std::uint8_t { standard, quirks };

struct ParseContext {
  TokenArena &arena;
  Mode mode = Mode::standard;
};

/// What lies behind a font size: Chromium scales keyword sizes anew where the family turns into
/// `monospace` alone, whose medium is 13 px.
struct FontState {
  std::uint8_t keyword = 4;  ///< 1 xx-small .. 4 medium .. 8 xxx-large; 0 where it is no keyword
  bool absolute = false;
};

struct Computing {
  ComputedStyle const &parent;
  FontState const &parent_font;
  FontState &font;
  LengthContext lengths;  ///< `em` is that of the element once its font size is computed
};

struct PropertyRow {
  std::string_view name;
  bool inherited = false;
  bool (*parse)(TokenSpan, ParseContext const &, Value &) = nullptr;
  void (*compute)(Value const &, Computing const &, ComputedStyle &) = nullptr;
  void (*copy)(ComputedStyle const &from, ComputedStyle &to) = nullptr;
  void (*forget)(ComputedStyle &) = nullptr;
};

/// Indexed by Property, `custom` excluded.
std::span<PropertyRow const> properties();

ComputedStyle const &initial_style();

/// Reads the value of a property or shorthand (name in any case) into declarations of longhands.
/// Nothing is added where the name is not ours or the value is invalid. `importance` is copied.
void parse_declaration(std::string_view name, TokenSpan value, bool important,
                       ParseContext const &context, std::vector<Declaration> &out);

/// True where parse_declaration takes the name and the value (for @supports).
bool supports_declaration(std::string_view name, TokenSpan value);

/// The size of a font-size keyword (1 to 8) in pixels.
float font_size_of_keyword(std::uint8_t keyword, bool monospace);

}  // namespace wza::web::css

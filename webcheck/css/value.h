// SPDX-License-Identifier: Apache-2.0
// Declarations as they are kept in a parsed style sheet: specified values, not yet computed.
#pragma once

#include "webcheck/css/computed.h"
#include "webcheck/css/tokens.h"

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace wza::web::css {

/// The longhands that we compute, in the order in which they must be computed. Rows of kProperties.
enum class Property : std::uint8_t {
  font_family,
  font_size,
  color,
  display,
  visibility,
  background_color,
  background_image,
  font_weight,
  opacity,
  position,
  float_,
  overflow_x,
  overflow_y,
  clip,
  clip_path,
  text_indent,
  width,
  height,
  max_width,
  max_height,
  top,
  right,
  bottom,
  left,
  transform,
  pointer_events,
  white_space,
  text_transform,
  content_visibility,
  line_height,
  letter_spacing,
  word_spacing,
  rotate,
  z_index,
  filter,
  mix_blend_mode,
  background_clip,
  text_shadow,
  text_fill_color,
  text_decoration_line,
  border_style,
  box_shadow,
  font_style,
  content,  // of ::before and ::after
  custom,   // any --name; the last
};
inline constexpr std::size_t kPropertyCount = static_cast<std::size_t>(Property::custom) + 1;

enum class ValueKind : std::uint8_t {
  keyword,
  number,
  px,
  percent,
  quantity,  ///< `tokens`: relative units or calc()
  rgba,
  current_color,
  tokens,     ///< as written: custom properties, content
  variables,  ///< `tokens` of the whole declaration hold var()
  unknown,    ///< valid, beyond what we compute
  initial,
  inherit,
  unset,
  revert,
  revert_layer,
};

struct Value {
  ValueKind kind = ValueKind::unknown;
  std::uint8_t keyword = 0;  ///< an enumerator of the property's type, or as its row says
  float number = 0;
  Rgba rgba{};
  TokenSpan tokens;  ///< kept by the TokenArena of the sheet
};

struct Declaration {
  Property property{};
  bool important = false;
  /// With ValueKind::variables: the property or shorthand as written, to be expanded later.
  std::string_view name;
  Value value;
};

/// Keeps token sequences at fixed places.
class TokenArena {
 public:
  TokenSpan keep(TokenSpan tokens) {
    if (tokens.empty()) return {};
    if (m_chunks.empty() || m_chunks.back().capacity() - m_chunks.back().size() < tokens.size()) {
      // Style attributes need little, sheets much.
      std::size_t const chunk = std::size_t{8} << (m_chunks.size() < 7 ? m_chunks.size() : 7);
      m_chunks.emplace_back().reserve(tokens.size() > chunk ? tokens.size() : chunk);
    }
    std::vector<Token> &chunk = m_chunks.back();
    std::size_t const at = chunk.size();
    chunk.insert(chunk.end(), tokens.begin(), tokens.end());
    return TokenSpan(chunk).subspan(at);
  }

 private:
  std::vector<std::vector<Token>> m_chunks;
};

}  // namespace wza::web::css

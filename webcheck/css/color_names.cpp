// SPDX-License-Identifier: Apache-2.0
// The named colours of CSS Color 4, sections 6.1 and 6.2, sorted by name.
#include "webcheck/css/color.h"

#include <algorithm>
#include <array>

namespace wza::web::css {
namespace {

struct ColorRow {
  std::string_view name;
  std::uint32_t rgb;
};
// clang-format off
constexpr auto kColors = std::to_array<ColorRow>({
    {"-webkit-activelink", 0xFF0000}, {"-webkit-link", 0x0000EE}, {"-webkit-text", 0x000000},
    {"accentcolor", 0x0075FF}, {"accentcolortext", 0xFFFFFF}, {"activeborder", 0x000000},
    {"activecaption", 0xFFFFFF}, {"activetext", 0xFF0000}, {"aliceblue", 0xF0F8FF},
    {"antiquewhite", 0xFAEBD7}, {"appworkspace", 0xFFFFFF}, {"aqua", 0x00FFFF},
    {"aquamarine", 0x7FFFD4}, {"azure", 0xF0FFFF}, {"background", 0xFFFFFF}, {"beige", 0xF5F5DC},
    {"bisque", 0xFFE4C4}, {"black", 0x000000}, {"blanchedalmond", 0xFFEBCD}, {"blue", 0x0000FF},
    {"blueviolet", 0x8A2BE2}, {"brown", 0xA52A2A}, {"burlywood", 0xDEB887},
    {"buttonborder", 0x000000}, {"buttonface", 0xEFEFEF}, {"buttonhighlight", 0xEFEFEF},
    {"buttonshadow", 0xEFEFEF}, {"buttontext", 0x000000}, {"cadetblue", 0x5F9EA0},
    {"canvas", 0xFFFFFF}, {"canvastext", 0x000000}, {"captiontext", 0x000000},
    {"chartreuse", 0x7FFF00}, {"chocolate", 0xD2691E}, {"coral", 0xFF7F50},
    {"cornflowerblue", 0x6495ED}, {"cornsilk", 0xFFF8DC}, {"crimson", 0xDC143C}, {"cyan", 0x00FFFF},
    {"darkblue", 0x00008B}, {"darkcyan", 0x008B8B}, {"darkgoldenrod", 0xB8860B},
    {"darkgray", 0xA9A9A9}, {"darkgreen", 0x006400}, {"darkgrey", 0xA9A9A9},
    {"darkkhaki", 0xBDB76B}, {"darkmagenta", 0x8B008B}, {"darkolivegreen", 0x556B2F},
    {"darkorange", 0xFF8C00}, {"darkorchid", 0x9932CC}, {"darkred", 0x8B0000},
    {"darksalmon", 0xE9967A}, {"darkseagreen", 0x8FBC8F}, {"darkslateblue", 0x483D8B},
    {"darkslategray", 0x2F4F4F}, {"darkslategrey", 0x2F4F4F}, {"darkturquoise", 0x00CED1},
    {"darkviolet", 0x9400D3}, {"deeppink", 0xFF1493}, {"deepskyblue", 0x00BFFF},
    {"dimgray", 0x696969}, {"dimgrey", 0x696969}, {"dodgerblue", 0x1E90FF}, {"field", 0xFFFFFF},
    {"fieldtext", 0x000000}, {"firebrick", 0xB22222}, {"floralwhite", 0xFFFAF0},
    {"forestgreen", 0x228B22}, {"fuchsia", 0xFF00FF}, {"gainsboro", 0xDCDCDC},
    {"ghostwhite", 0xF8F8FF}, {"gold", 0xFFD700}, {"goldenrod", 0xDAA520}, {"gray", 0x808080},
    {"graytext", 0x808080}, {"green", 0x008000}, {"greenyellow", 0xADFF2F}, {"grey", 0x808080},
    {"highlight", 0x3297FD}, {"highlighttext", 0xFFFFFF}, {"honeydew", 0xF0FFF0},
    {"hotpink", 0xFF69B4}, {"inactiveborder", 0x000000}, {"inactivecaption", 0xFFFFFF},
    {"inactivecaptiontext", 0x808080}, {"indianred", 0xCD5C5C}, {"indigo", 0x4B0082},
    {"infobackground", 0xFFFFFF}, {"infotext", 0x000000}, {"ivory", 0xFFFFF0}, {"khaki", 0xF0E68C},
    {"lavender", 0xE6E6FA}, {"lavenderblush", 0xFFF0F5}, {"lawngreen", 0x7CFC00},
    {"lemonchiffon", 0xFFFACD}, {"lightblue", 0xADD8E6}, {"lightcoral", 0xF08080},
    {"lightcyan", 0xE0FFFF}, {"lightgoldenrodyellow", 0xFAFAD2}, {"lightgray", 0xD3D3D3},
    {"lightgreen", 0x90EE90}, {"lightgrey", 0xD3D3D3}, {"lightpink", 0xFFB6C1},
    {"lightsalmon", 0xFFA07A}, {"lightseagreen", 0x20B2AA}, {"lightskyblue", 0x87CEFA},
    {"lightslategray", 0x778899}, {"lightslategrey", 0x778899}, {"lightsteelblue", 0xB0C4DE},
    {"lightyellow", 0xFFFFE0}, {"lime", 0x00FF00}, {"limegreen", 0x32CD32}, {"linen", 0xFAF0E6},
    {"linktext", 0x0000EE}, {"magenta", 0xFF00FF}, {"mark", 0xFFFF00}, {"marktext", 0x000000},
    {"maroon", 0x800000}, {"mediumaquamarine", 0x66CDAA}, {"mediumblue", 0x0000CD},
    {"mediumorchid", 0xBA55D3}, {"mediumpurple", 0x9370DB}, {"mediumseagreen", 0x3CB371},
    {"mediumslateblue", 0x7B68EE}, {"mediumspringgreen", 0x00FA9A}, {"mediumturquoise", 0x48D1CC},
    {"mediumvioletred", 0xC71585}, {"menu", 0xFFFFFF}, {"menutext", 0x000000},
    {"midnightblue", 0x191970}, {"mintcream", 0xF5FFFA}, {"mistyrose", 0xFFE4E1},
    {"moccasin", 0xFFE4B5}, {"navajowhite", 0xFFDEAD}, {"navy", 0x000080}, {"oldlace", 0xFDF5E6},
    {"olive", 0x808000}, {"olivedrab", 0x6B8E23}, {"orange", 0xFFA500}, {"orangered", 0xFF4500},
    {"orchid", 0xDA70D6}, {"palegoldenrod", 0xEEE8AA}, {"palegreen", 0x98FB98},
    {"paleturquoise", 0xAFEEEE}, {"palevioletred", 0xDB7093}, {"papayawhip", 0xFFEFD5},
    {"peachpuff", 0xFFDAB9}, {"peru", 0xCD853F}, {"pink", 0xFFC0CB}, {"plum", 0xDDA0DD},
    {"powderblue", 0xB0E0E6}, {"purple", 0x800080}, {"rebeccapurple", 0x663399}, {"red", 0xFF0000},
    {"rosybrown", 0xBC8F8F}, {"royalblue", 0x4169E1}, {"saddlebrown", 0x8B4513},
    {"salmon", 0xFA8072}, {"sandybrown", 0xF4A460}, {"scrollbar", 0xFFFFFF}, {"seagreen", 0x2E8B57},
    {"seashell", 0xFFF5EE}, {"selecteditem", 0x3297FD}, {"selecteditemtext", 0xFFFFFF},
    {"sienna", 0xA0522D}, {"silver", 0xC0C0C0}, {"skyblue", 0x87CEEB}, {"slateblue", 0x6A5ACD},
    {"slategray", 0x708090}, {"slategrey", 0x708090}, {"snow", 0xFFFAFA}, {"springgreen", 0x00FF7F},
    {"steelblue", 0x4682B4}, {"tan", 0xD2B48C}, {"teal", 0x008080}, {"thistle", 0xD8BFD8},
    {"threeddarkshadow", 0x000000}, {"threedface", 0xEFEFEF}, {"threedhighlight", 0x000000},
    {"threedlightshadow", 0x000000}, {"threedshadow", 0x000000}, {"tomato", 0xFF6347},
    {"turquoise", 0x40E0D0}, {"violet", 0xEE82EE}, {"visitedtext", 0x551A8B}, {"wheat", 0xF5DEB3},
    {"white", 0xFFFFFF}, {"whitesmoke", 0xF5F5F5}, {"window", 0xFFFFFF}, {"windowframe", 0x000000},
    {"windowtext", 0x000000}, {"yellow", 0xFFFF00}, {"yellowgreen", 0x9ACD32},
});
// clang-format on

static_assert(std::is_sorted(kColors.begin(), kColors.end(),
                             [](ColorRow a, ColorRow b) { return a.name < b.name; }));

}  // namespace

std::optional<Rgba> named_color(std::string_view lower) {
  auto const found =
      std::lower_bound(kColors.begin(), kColors.end(), lower,
                       [](ColorRow const &row, std::string_view name) { return row.name < name; });
  if (found == kColors.end() || found->name != lower) return std::nullopt;
  auto channel = [&](int shift) { return static_cast<std::uint8_t>(found->rgb >> shift & 0xFF); };
  return Rgba{channel(16), channel(8), channel(0), 1};
}

}  // namespace wza::web::css

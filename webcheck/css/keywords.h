// SPDX-License-Identifier: Apache-2.0
// The keywords of the properties that take one of a list, each with its enumerator.
#pragma once

#include "webcheck/css/computed.h"

#include <array>
#include <string_view>

namespace wza::web::css {

template <class E>
struct Keyword {
  std::string_view word;
  E value;
};

inline constexpr std::array kDisplay{
    Keyword{"none", Display::none},
    Keyword{"block", Display::block},
    Keyword{"inline", Display::inline_},
    Keyword{"inline-block", Display::inline_block},
    Keyword{"flex", Display::flex},
    Keyword{"inline-flex", Display::inline_flex},
    Keyword{"grid", Display::grid},
    Keyword{"inline-grid", Display::inline_grid},
    Keyword{"contents", Display::contents},
    Keyword{"list-item", Display::list_item},
    Keyword{"flow-root", Display::flow_root},
    Keyword{"table", Display::table},
    Keyword{"inline-table", Display::inline_table},
    Keyword{"table-row", Display::table_row},
    Keyword{"table-cell", Display::table_cell},
    Keyword{"table-caption", Display::table_caption},
    Keyword{"table-row-group", Display::table_part},
    Keyword{"table-header-group", Display::table_part},
    Keyword{"table-footer-group", Display::table_part},
    Keyword{"table-column", Display::table_part},
    Keyword{"table-column-group", Display::table_part},
    Keyword{"ruby", Display::ruby},
    Keyword{"ruby-text", Display::ruby},
    Keyword{"flow", Display::block},
    Keyword{"math", Display::inline_},
    Keyword{"-webkit-box", Display::flex},
    Keyword{"-webkit-inline-box", Display::inline_flex},
    Keyword{"-webkit-flex", Display::flex},
    Keyword{"-webkit-inline-flex", Display::inline_flex},
};
inline constexpr std::array kVisibility{Keyword{"visible", Visibility::visible},
                                        Keyword{"hidden", Visibility::hidden},
                                        Keyword{"collapse", Visibility::collapse}};
inline constexpr std::array kPosition{
    Keyword{"static", Position::static_},    Keyword{"relative", Position::relative},
    Keyword{"absolute", Position::absolute}, Keyword{"fixed", Position::fixed},
    Keyword{"sticky", Position::sticky},     Keyword{"-webkit-sticky", Position::sticky}};
inline constexpr std::array kFloat{
    Keyword{"none", Float::none}, Keyword{"left", Float::left}, Keyword{"right", Float::right},
    Keyword{"inline-start", Float::left}, Keyword{"inline-end", Float::right}};
inline constexpr std::array kOverflow{
    Keyword{"visible", Overflow::visible}, Keyword{"hidden", Overflow::hidden},
    Keyword{"clip", Overflow::clip},       Keyword{"scroll", Overflow::scroll},
    Keyword{"auto", Overflow::auto_},      Keyword{"overlay", Overflow::auto_}};
/// The other values are for SVG, where they let events through as the shapes say.
inline constexpr std::array kPointerEvents{
    Keyword{"auto", PointerEvents::auto_},           Keyword{"none", PointerEvents::none},
    Keyword{"visiblepainted", PointerEvents::auto_}, Keyword{"visiblefill", PointerEvents::auto_},
    Keyword{"visiblestroke", PointerEvents::auto_},  Keyword{"visible", PointerEvents::auto_},
    Keyword{"painted", PointerEvents::auto_},        Keyword{"fill", PointerEvents::auto_},
    Keyword{"stroke", PointerEvents::auto_},         Keyword{"all", PointerEvents::auto_},
    Keyword{"bounding-box", PointerEvents::auto_}};
inline constexpr std::array kWhiteSpace{
    Keyword{"normal", WhiteSpace::normal},     Keyword{"nowrap", WhiteSpace::nowrap},
    Keyword{"pre", WhiteSpace::pre},           Keyword{"pre-wrap", WhiteSpace::pre_wrap},
    Keyword{"pre-line", WhiteSpace::pre_line}, Keyword{"break-spaces", WhiteSpace::break_spaces},
    Keyword{"wrap", WhiteSpace::normal}};
inline constexpr std::array kTextTransform{
    Keyword{"none", TextTransform::none}, Keyword{"capitalize", TextTransform::capitalize},
    Keyword{"uppercase", TextTransform::uppercase}, Keyword{"lowercase", TextTransform::lowercase},
    Keyword{"full-width", TextTransform::full_width}};
inline constexpr std::array kContentVisibility{Keyword{"visible", ContentVisibility::visible},
                                               Keyword{"auto", ContentVisibility::auto_},
                                               Keyword{"hidden", ContentVisibility::hidden}};

}  // namespace wza::web::css

// SPDX-License-Identifier: Apache-2.0
// What the cascade knows of each element: a table of Known<T> columns, by NodeId. The static
// cascade fills what it can prove and leaves the rest unknown; a rendered page fills all. Rules
// never ask who filled it. To add a property: a member here, a row in css/properties.cpp.
#pragma once

#include "db/base/known.h"
#include "webcheck/dom/document.h"

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace wza::web {

/// The outer display types that our rules tell apart (CSS Display 3).
enum class Display : std::uint8_t {
  none,
  contents,
  inline_,
  block,
  inline_block,
  flex,
  inline_flex,
  grid,
  inline_grid,
  table,
  inline_table,
  table_row,
  table_cell,
  table_caption,
  table_part,
  list_item,
  ruby,
  flow_root,
};
enum class Visibility : std::uint8_t { visible, hidden, collapse };
enum class Position : std::uint8_t { static_, relative, absolute, fixed, sticky };
enum class Float : std::uint8_t { none, left, right };
enum class Overflow : std::uint8_t { visible, hidden, clip, scroll, auto_ };
enum class PointerEvents : std::uint8_t { auto_, none };
enum class WhiteSpace : std::uint8_t { normal, nowrap, pre, pre_wrap, pre_line, break_spaces };
enum class ContentVisibility : std::uint8_t { visible, auto_, hidden };
enum class TextTransform : std::uint8_t { none, capitalize, uppercase, lowercase, full_width };
/// What `clip` and `clip-path` leave of the element.
enum class Clip : std::uint8_t { none, some, all };
/// `transform`, `scale`, `rotate`: `vanished` scales the element to nothing.
enum class Transform : std::uint8_t { none, some, vanished };
/// `gradient`: one gradient, whose colours are known.
enum class BackgroundImage : std::uint8_t { none, gradient, present };

/// A colour in sRGB, as painted: channels rounded to eight bits.
struct Rgba {
  std::uint8_t red = 0, green = 0, blue = 0;
  float alpha = 1;
  constexpr bool operator==(Rgba const &) const = default;
};

/// The turn about the z axis by the functions of `transform`, or by `rotate` (CSS Transforms 2).
struct Rotation {
  bool present = false;  ///< some function speaks of a rotation, be it of nothing
  float degrees = 0;     ///< clockwise
  constexpr bool operator==(Rotation const &) const = default;
};

/// A length of `px` CSS pixels plus `percent` of what the property measures it by; or `auto`,
/// which stands for `none` and `normal` too where a property has those.
struct Length {
  float px = 0, percent = 0;
  bool is_auto = false;
  constexpr bool operator==(Length const &) const = default;
};

/// Computed values of one element. `..._important`: its style attribute sets the spacing of text by
/// !important and a value of its own (not `inherit`), which no user style sheet can override.
struct ComputedStyle {
  Known<Display> display = Known<Display>::unknown();
  Known<Visibility> visibility = Known<Visibility>::unknown();
  Known<Rgba> color = Known<Rgba>::unknown();
  Known<Rgba> background_color = Known<Rgba>::unknown();
  Known<BackgroundImage> background_image = Known<BackgroundImage>::unknown();
  /// With BackgroundImage::gradient: the colours along it, stops and samples between them.
  std::shared_ptr<std::vector<Rgba> const> gradient;
  Known<float> font_size = Known<float>::unknown();    ///< CSS pixels
  Known<float> font_weight = Known<float>::unknown();  ///< 1 to 1000; 400 is normal
  Known<float> opacity = Known<float>::unknown();      ///< 0 to 1
  Known<Position> position = Known<Position>::unknown();
  Known<Float> float_ = Known<Float>::unknown();
  Known<Overflow> overflow_x = Known<Overflow>::unknown();
  Known<Overflow> overflow_y = Known<Overflow>::unknown();
  Known<Clip> clip = Known<Clip>::unknown();
  Known<Clip> clip_path = Known<Clip>::unknown();
  Known<Length> text_indent = Known<Length>::unknown();
  Known<Length> width = Known<Length>::unknown();
  Known<Length> height = Known<Length>::unknown();
  Known<Length> max_width = Known<Length>::unknown();
  Known<Length> max_height = Known<Length>::unknown();
  Known<Length> top = Known<Length>::unknown();
  Known<Length> right = Known<Length>::unknown();
  Known<Length> bottom = Known<Length>::unknown();
  Known<Length> left = Known<Length>::unknown();
  Known<Transform> transform = Known<Transform>::unknown();
  Known<Rotation> transform_rotation = Known<Rotation>::unknown();
  Known<Rotation> rotate = Known<Rotation>::unknown();
  Known<float> z_index = Known<float>::unknown();  ///< `auto` counts as 0
  // Whether there is any: what they do to the colours that people see is not computed.
  Known<bool> filter = Known<bool>::unknown();
  Known<bool> blend = Known<bool>::unknown();               ///< mix-blend-mode
  Known<bool> background_clipped = Known<bool>::unknown();  ///< background-clip: text
  Known<bool> text_shadow = Known<bool>::unknown();
  Known<bool> text_fill = Known<bool>::unknown();  ///< -webkit-text-fill-color
  // Whether there is any: what sets a piece of text off from that around it but for its colour.
  Known<bool> text_line = Known<bool>::unknown();  ///< text-decoration-line of the element itself
  /// A line on some side, or an outline. One that a side alone takes away again still counts.
  Known<bool> border = Known<bool>::unknown();
  Known<bool> box_shadow = Known<bool>::unknown();
  Known<bool> slanted = Known<bool>::unknown();        ///< font-style: italic or oblique
  Known<float> font_family = Known<float>::unknown();  ///< a number that stands for the list
  Known<PointerEvents> pointer_events = Known<PointerEvents>::unknown();
  Known<WhiteSpace> white_space = Known<WhiteSpace>::unknown();
  Known<TextTransform> text_transform = Known<TextTransform>::unknown();
  Known<ContentVisibility> content_visibility = Known<ContentVisibility>::unknown();
  Known<Length> line_height = Known<Length>::unknown();  ///< a plain number counts as percent
  Known<Length> letter_spacing = Known<Length>::unknown();
  Known<Length> word_spacing = Known<Length>::unknown();
  Known<bool> monospace = Known<bool>::unknown();  ///< font-family is `monospace` alone
  bool line_height_important = false;
  bool letter_spacing_important = false;
  bool word_spacing_important = false;
};

/// A ::before or ::after that generates a box.
struct GeneratedContent {
  /// The text for the accessible name: the alternative text where one stands behind a slash.
  /// Unknown where it needs counters, images without alternative, or layout.
  Known<std::string> text = Known<std::string>::unknown();
  ComputedStyle style;
};

/// One ComputedStyle a node (text nodes: that of their parent).
class ComputedStyles {
 public:
  ComputedStyles() = default;
  explicit ComputedStyles(std::vector<ComputedStyle> by_node) : m_styles(std::move(by_node)) {}
  /// `of_node` gives each node its place in `styles`.
  ComputedStyles(std::vector<ComputedStyle> styles, std::vector<std::uint32_t> of_node)
      : m_styles(std::move(styles)), m_of_node(std::move(of_node)) {}

  ComputedStyle const &operator[](NodeId n) const {
    return m_styles[m_of_node.empty() ? n.value : m_of_node[n.value]];
  }
  bool empty() const { return m_styles.empty(); }

  /// The pseudo-element's content; nullptr where it generates nothing.
  GeneratedContent const *before(NodeId n) const { return find(m_before, n); }
  GeneratedContent const *after(NodeId n) const { return find(m_after, n); }
  void set_before(NodeId n, GeneratedContent content) {
    m_before.insert_or_assign(n.value, std::move(content));
  }
  void set_after(NodeId n, GeneratedContent content) {
    m_after.insert_or_assign(n.value, std::move(content));
  }

 private:
  using Generated = std::unordered_map<std::uint32_t, GeneratedContent>;
  static GeneratedContent const *find(Generated const &all, NodeId n) {
    auto const found = all.find(n.value);
    return found == all.end() ? nullptr : &found->second;
  }
  std::vector<ComputedStyle> m_styles;
  std::vector<std::uint32_t> m_of_node;
  Generated m_before, m_after;
};

/// The page on a small screen that is turned: equally wide in both, so that nothing differs but
/// what the style sheets make of the orientation.
struct TurnedStyles {
  ComputedStyles landscape, portrait;
};

}  // namespace wza::web

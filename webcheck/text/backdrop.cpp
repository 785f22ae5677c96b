// SPDX-License-Identifier: Apache-2.0
#include "webcheck/text/backdrop.h"

#include "webcheck/text/contrast.h"

#include <algorithm>

namespace wza::web {
namespace {

constexpr std::size_t kMaxLayers = 400;
constexpr std::size_t kMaxSiblings = 64;
constexpr std::uint64_t kMaxSteps = 5'000'000;  // a rich page: 100,000

/// The text with what lies behind it, and that alone, as far as the walk up has come.
struct Layer {
  Paint text, back;
  bool sure = true;
  bool opaque() const { return back.opaque(); }
  void put_on(Paint const &under) {
    text = text.over(under);
    back = back.over(under);
  }
};

bool moved(Known<Length> const &offset) {
  return !offset.is_known() ||
         (!offset.value().is_auto && (offset.value().px != 0 || offset.value().percent != 0));
}

/// The position must be known.
bool lies_elsewhere(ComputedStyle const &style) {
  if (!style.transform.is(Transform::none).is_true()) return true;
  switch (style.position.value()) {
    case Position::static_:
      return false;
    case Position::relative:
      return moved(style.top) || moved(style.right) || moved(style.bottom) || moved(style.left);
    default:
      return true;
  }
}

/// True if the box is out of the flow, so that it may lie behind what is not in it.
bool is_loose(ComputedStyle const &style) {
  if (style.display.is(Display::none).is_true()) return false;
  if (style.position.is(Position::static_).is_true()) return false;
  return !style.position.is(Position::relative).is_true() || lies_elsewhere(style);
}

/// True if the element alone, its children apart, neither paints, moves nor hides anything.
bool is_plain(ComputedStyle const &style) {
  return style.filter.is(false).is_true() && style.blend.is(false).is_true() &&
         style.opacity.is_known() && style.opacity.value() >= 1 &&
         style.position.is(Position::static_).is_true() &&
         style.transform.is(Transform::none).is_true() &&
         !style.display.is(Display::contents).is_true() &&
         style.background_image.is(BackgroundImage::none).is_true() &&
         style.background_color.is_known() && style.background_color.value().alpha <= 0 &&
         style.background_clipped.is_known();
}

}  // namespace

/// From a text up to the root.
class Backdrops::Walk {
 public:
  explicit Walk(Backdrops const &all)
      : m_all(all), m_document(all.m_document), m_styles(all.m_styles) {}

  TextColors run(NodeId element) {
    ComputedStyle const &own = m_styles[element];
    if (!own.color.is_known()) return {{}, ColorDoubt::style};
    if (m_doubt = doubt_of_text(own); m_doubt != ColorDoubt::none) return {{}, m_doubt};
    Paint const text = Paint::of(own.color.value());
    m_layers.push_back({text, {}, true});
    NodeId from = kNoNode;
    for (NodeId n = element; n.valid() && m_document.is_element(n); n = m_document.parent(from)) {
      if (Run const &run = m_all.m_runs[n.value]; run.length != 0) {
        if (!opaque()) m_steps += run.length;
        from = run.top;
        continue;
      }
      pass(n, from);
      if (m_doubt != ColorDoubt::none) return {{}, m_doubt};
      from = n;
    }
    TextColors colors;
    if (light_on_far_light()) m_overlap = true;
    for (Layer &layer : m_layers) {
      layer.put_on({1, 1, 1, 1});  // the canvas
      colors.pairs.push_back({layer.text.rounded(), layer.back.rounded(), layer.sure});
    }
    if (m_overlap) colors.doubt = ColorDoubt::overlap;
    return colors;
  }

 private:
  static ColorDoubt doubt_of_text(ComputedStyle const &style) {
    if (!style.text_shadow.is_known() || !style.text_fill.is_known()) return ColorDoubt::style;
    if (style.text_fill.value()) return ColorDoubt::effect;
    return style.text_shadow.value() ? ColorDoubt::shadow : ColorDoubt::none;
  }

  bool opaque() const {
    return std::ranges::all_of(m_layers, [](Layer const &layer) { return layer.opaque(); });
  }

  void pass(NodeId n, NodeId from) {
    ComputedStyle const &style = m_styles[n];
    if (!style.filter.is_known() || !style.blend.is_known() || !style.opacity.is_known() ||
        !style.position.is_known() || !m_all.spend(1)) {
      m_doubt = ColorDoubt::style;
      return;
    }
    if (style.filter.value() || style.blend.value()) {
      m_doubt = ColorDoubt::effect;
      return;
    }
    if (!opaque()) {
      if (covered_by_others(n, from)) m_overlap = true;
      if (!style.display.is(Display::contents).is_true()) {
        paint_background(style);
        if (m_doubt != ColorDoubt::none) return;
        if (!opaque()) ++m_steps;
        if (!opaque() && lies_elsewhere(style)) m_overlap = true;
      }
    }
    if (style.opacity.value() < 1) {
      for (Layer &layer : m_layers) {
        layer.text = layer.text.faded(style.opacity.value());
        layer.back = layer.back.faded(style.opacity.value());
      }
    }
    m_raised = m_raised || style.position.value() != Position::static_ ||
               !style.transform.is(Transform::none).is_true();
  }

  void paint_background(ComputedStyle const &style) {
    if (!style.background_image.is_known() || !style.background_color.is_known() ||
        !style.background_clipped.is_known()) {
      m_doubt = ColorDoubt::style;
      return;
    }
    BackgroundImage const image = style.background_image.value();
    Paint const color = Paint::of(style.background_color.value());
    bool const empty = image == BackgroundImage::none && color.alpha <= 0;
    if (empty) return;
    if (style.background_clipped.value()) {
      m_doubt = ColorDoubt::effect;
      return;
    }
    if (image == BackgroundImage::present) {
      m_doubt = ColorDoubt::image;
      return;
    }
    if (image == BackgroundImage::gradient) paint_gradient(*style.gradient);
    for (Layer &layer : m_layers) {
      if (!layer.opaque()) layer.put_on(color);
    }
  }

  /// Each colour of the gradient may lie behind each letter. The gradient need not fill its box, so
  /// that what is beneath may show as well.
  void paint_gradient(std::vector<Rgba> const &colors) {
    std::vector<Layer> next;
    for (Layer const &layer : m_layers) {
      if (layer.opaque()) {
        next.push_back(layer);
        continue;
      }
      for (Rgba const &color : colors) {
        next.push_back(layer);
        next.back().put_on(Paint::of(color));
      }
      next.push_back(layer);
      next.back().sure = false;
      if (next.size() > kMaxLayers) {
        m_doubt = ColorDoubt::image;
        return;
      }
    }
    m_layers = std::move(next);
  }

  /// True if the box may lie behind our text: below all that is in the flow, or among what is
  /// raised above it, as our text is.
  bool may_lie_behind(ComputedStyle const &style) const {
    return is_loose(style) && (m_raised || !style.z_index.is_known() || style.z_index.value() < 0);
  }

  bool covered_by_others(NodeId n, NodeId from) const {
    Around const &around = m_all.m_around[n.value];
    std::size_t const others = around.children - (from.valid() ? 1U : 0U);
    if (!around.loose) return m_raised && others > kMaxSiblings;
    for (GeneratedContent const *one : {m_styles.before(n), m_styles.after(n)}) {
      if (one != nullptr && may_lie_behind(one->style)) return true;
    }
    std::size_t seen = 0;
    for (NodeId c = m_document.first_child(n); c.valid(); c = m_document.next_sibling(c)) {
      if (!m_document.is_element(c) || c == from) continue;
      if (++seen > kMaxSiblings || !m_all.spend(1)) return m_raised;
      if (may_lie_behind(m_styles[c])) return true;
    }
    return false;
  }

  /// Nobody writes white on white. Where it looks so, and the light ground is none of the element
  /// and its parent, a picture lies between them that we do not know of.
  bool light_on_far_light() const {
    if (m_steps < 2) return false;
    return std::ranges::any_of(m_layers, [](Layer layer) {
      layer.put_on({1, 1, 1, 1});
      Rgba const text = layer.text.rounded(), back = layer.back.rounded();
      return relative_luminance(text) > 0.6 && contrast_ratio(text, back) < 1.6;
    });
  }

  Backdrops const &m_all;
  Document const &m_document;
  ComputedStyles const &m_styles;
  std::vector<Layer> m_layers;
  ColorDoubt m_doubt = ColorDoubt::none;
  bool m_overlap = false;
  bool m_raised = false;  ///< something between the text and here is lifted out of the flow's layer
  std::uint32_t m_steps = 0;  ///< elements that left the ground open
};

Backdrops::Backdrops(Page const &page)
    : m_document(page.dom()),
      m_styles(page.styles()),
      m_around(m_document.size()),
      m_runs(m_document.size()),
      m_left(kMaxSteps) {
  if (m_styles.empty()) return;
  for (NodeId const n : m_document.elements()) {
    for (GeneratedContent const *one : {m_styles.before(n), m_styles.after(n)}) {
      if (one != nullptr && is_loose(one->style)) m_around[n.value].loose = true;
    }
    NodeId const parent = m_document.parent(n);
    if (!parent.valid()) continue;
    Around &around = m_around[parent.value];
    ++around.children;
    around.loose = around.loose || is_loose(m_styles[n]);
  }
  for (NodeId const n : m_document.elements()) {
    Around const &around = m_around[n.value];
    if (around.loose || around.children > kMaxSiblings || !is_plain(m_styles[n])) continue;
    NodeId const parent = m_document.parent(n);
    Run const above = parent.valid() ? m_runs[parent.value] : Run{};
    m_runs[n.value] = {above.length != 0 ? above.top : n, above.length + 1};
  }
}

bool Backdrops::spend(std::uint64_t steps) const {
  if (m_left < steps) return false;
  m_left -= steps;
  return true;
}

TextColors Backdrops::colors(NodeId element) const {
  return Walk(*this).run(element);
}

}  // namespace wza::web

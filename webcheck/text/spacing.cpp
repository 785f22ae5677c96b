// SPDX-License-Identifier: Apache-2.0
#include "webcheck/text/spacing.h"

#include "db/base/text.h"
#include "webcheck/text/sight.h"
#include "webcheck/text/text_width.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <optional>

namespace wza::web {
namespace {

constexpr double kTolerance = 1e-4;  // of the font size: computed values are single-precision

bool is_fixed(ComputedStyle const &style, Spacing spacing) {
  switch (spacing) {
    case Spacing::letter:
      return style.letter_spacing_important;
    case Spacing::word:
      return style.word_spacing_important;
    case Spacing::line:
      return style.line_height_important;
  }
  return false;
}

Known<Length> const &value_of(ComputedStyle const &style, Spacing spacing) {
  switch (spacing) {
    case Spacing::letter:
      return style.letter_spacing;
    case Spacing::word:
      return style.word_spacing;
    default:
      return style.line_height;
  }
}

/// As a multiple of the font size; nothing where that is not known.
std::optional<double> multiple(ComputedStyle const &style, Spacing spacing) {
  Known<Length> const &value = value_of(style, spacing);
  if (!value.is_known()) return std::nullopt;
  if (value.value().is_auto) return spacing == Spacing::line ? 1.2 : 0;  // `normal`
  double const percent = value.value().percent / 100.0;
  if (value.value().px == 0 && spacing == Spacing::line) return percent;
  if (!style.font_size.is_known() || style.font_size.value() <= 0) return std::nullopt;
  return value.value().px / style.font_size.value() + percent;
}

/// Calls `each` for the element and those in it that inherit its value, with text of their own.
template <class Each>
void each_text_under(Page const &page, NodeId top, Spacing spacing, Each each) {
  Document const &document = page.dom();
  Known<Length> const &value = value_of(page.styles()[top], spacing);
  for (NodeId n = top; n < document.subtree_end(top);) {
    bool const inner = document.is_element(n) && n != top;
    bool const other = inner && (is_fixed(page.styles()[n], spacing) ||
                                 !(value_of(page.styles()[n], spacing) == value));
    if (other) {
      n = document.subtree_end(n);
      continue;
    }
    if (document.is_element(n) && has_own_text(document, n)) each(n);
    n.value += 1;
  }
}

bool has_words_apart(Document const &document, NodeId n) {
  for (NodeId c = document.first_child(n); c.valid(); c = document.next_sibling(c)) {
    if (document.kind(c) != NodeKind::text) continue;
    std::string_view const text = trimmed(document.text(c));
    for (std::size_t i = text.find_first_of(" \t\n\f\r"); i != std::string_view::npos;
         i = text.find_first_of(" \t\n\f\r", i + 1)) {
      auto const latin = [](char b) { return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z'); };
      std::size_t const next = text.find_first_not_of(" \t\n\f\r", i);
      // A script beyond ASCII may write words apart or not: only what is sure counts.
      if (i > 0 && next != std::string_view::npos && latin(text[i - 1]) && latin(text[next])) {
        return true;
      }
    }
  }
  return false;
}

Trilean concerned(Page const &page, NodeId n, Spacing spacing) {
  switch (spacing) {
    case Spacing::letter:
      return true;
    case Spacing::word:
      return has_words_apart(page.dom(), n);
    case Spacing::line:
      return wraps(page.dom(), page.styles(), n);
  }
  return true;
}

std::string three_digits(double value) {
  std::array<char, 32> out{};
  std::snprintf(out.data(), out.size(), "%.3g", value);
  return out.data();
}

}  // namespace

double wanted_spacing(Spacing spacing) {
  return spacing == Spacing::letter ? 0.12 : spacing == Spacing::word ? 0.16 : 1.5;
}

std::vector<SpacedElement> fixed_spacings(Page const &page, Spacing spacing) {
  Document const &document = page.dom();
  std::vector<SpacedElement> out;
  for (NodeId const n : document.with_attr(atom::style)) {
    if (document.ns(n) != Namespace::html || !is_fixed(page.styles()[n], spacing)) continue;
    std::vector<Trilean> const &seen = page.facts<Sight>().of;
    Trilean applies = false;
    each_text_under(page, n, spacing, [&](NodeId text) {
      if (!applies.is_true())
        applies = applies || (seen[text.value] && concerned(page, text, spacing));
    });
    if (!applies.is_false()) out.push_back({n, applies});
  }
  return out;
}

SpacingResult judge_spacing(Page const &page, NodeId n, Spacing spacing) {
  double const wanted = wanted_spacing(spacing);
  std::optional<double> least_own, least_inherited;
  bool unknown = false;
  each_text_under(page, n, spacing, [&](NodeId text) {
    auto const found = multiple(page.styles()[text], spacing);
    if (!found) {
      unknown = true;
      return;
    }
    std::optional<double> &least = text == n ? least_own : least_inherited;
    if (!least || *found < *least) least = found;
  });
  auto const narrow = [&](std::optional<double> const &found) {
    return found && *found < wanted - kTolerance;
  };
  auto const told = [&](double found, char const *sign) {
    return three_digits(found) + " " + sign + " " + three_digits(wanted);
  };
  if (narrow(least_own)) return {SpacingState::narrow, told(*least_own, "<")};
  if (narrow(least_inherited)) {
    return {SpacingState::narrow_inherited, told(*least_inherited, "<")};
  }
  if (unknown || (!least_own && !least_inherited)) return {SpacingState::unknown, {}};
  double const least = std::fmin(least_own.value_or(1e9), least_inherited.value_or(1e9));
  return {SpacingState::wide, told(least, "≥")};
}

}  // namespace wza::web

// SPDX-License-Identifier: Apache-2.0
#include "webcheck/css/pseudo_names.h"

#include "webcheck/css/tokens.h"

#include <algorithm>
#include <array>

namespace wza::web::css {
namespace {

constexpr auto kPseudoClasses = std::to_array<PseudoClassRow>({
    {"hover"},
    {"active"},
    {"focus"},
    {"focus-visible"},
    {"focus-within"},
    {"target"},
    {"visited"},
    {"user-valid"},
    {"user-invalid"},
    {"autofill"},
    {"-webkit-autofill"},
    {"fullscreen"},
    {"-webkit-full-screen"},
    {"modal"},
    {"popover-open"},
    {"picture-in-picture"},
    {"target-current"},
    {"host"},
    {"-webkit-drag"},
    {"window-inactive"},
    {"horizontal"},
    {"vertical"},
    {"decrement"},
    {"increment"},
    {"start"},
    {"end"},
    {"double-button"},
    {"single-button"},
    {"no-button"},
    {"corner-present"},
    {"-internal-autofill-selected"},
    {"active-view-transition"},
    {"xr-overlay"},
    {"first", SimpleKind::never},
    {"left", SimpleKind::never},
    {"right", SimpleKind::never},
    {"root", SimpleKind::root},
    {"scope", SimpleKind::root},
    {"empty", SimpleKind::empty},
    {"first-child", SimpleKind::nth_child, 1},
    {"last-child", SimpleKind::nth_last_child, 1},
    {"only-child", SimpleKind::nth_child, 1, true},
    {"first-of-type", SimpleKind::nth_of_type, 1},
    {"last-of-type", SimpleKind::nth_last_of_type, 1},
    {"only-of-type", SimpleKind::nth_of_type, 1, true},
    {"link", SimpleKind::link},
    {"any-link", SimpleKind::link},
    {"-webkit-any-link", SimpleKind::link},
    {"checked", SimpleKind::checked},
    {"disabled", SimpleKind::disabled},
    {"enabled", SimpleKind::enabled},
    {"required", SimpleKind::required},
    {"optional", SimpleKind::optional},
    {"read-only", SimpleKind::read_only},
    {"read-write", SimpleKind::read_write},
    {"placeholder-shown", SimpleKind::placeholder_shown},
    {"default", SimpleKind::default_},
    {"indeterminate", SimpleKind::indeterminate},
    {"open", SimpleKind::open},
    {"defined", SimpleKind::defined},
    {"valid", SimpleKind::valid},
    {"invalid", SimpleKind::invalid},
    {"in-range", SimpleKind::in_range},
    {"out-of-range", SimpleKind::out_of_range},
});

constexpr auto kLegacyElements =
    std::to_array<std::string_view>({"before", "after", "first-line", "first-letter"});

constexpr auto kElements = std::to_array<std::string_view>({
    "before",
    "after",
    "first-line",
    "first-letter",
    "selection",
    "marker",
    "placeholder",
    "backdrop",
    "file-selector-button",
    "cue",
    "target-text",
    "spelling-error",
    "grammar-error",
    "details-content",
    "view-transition",
    "scroll-marker",
    "scroll-marker-group",
    "checkmark",
    "picker-icon",
    "column",
    "search-text",
});

constexpr auto kFunctionalElements = std::to_array<std::string_view>({
    "slotted",
    "part",
    "cue",
    "highlight",
    "view-transition-group",
    "view-transition-image-pair",
    "view-transition-old",
    "view-transition-new",
    "picker",
    "scroll-button",
});

template <class Names>
bool among(Names const &names, std::string_view name) {
  return std::any_of(names.begin(), names.end(),
                     [&](std::string_view one) { return equals_lower(name, one); });
}

}  // namespace

PseudoClassRow const *find_pseudo_class(std::string_view name) {
  auto const found =
      std::find_if(kPseudoClasses.begin(), kPseudoClasses.end(),
                   [&](PseudoClassRow const &row) { return equals_lower(name, row.name); });
  return found == kPseudoClasses.end() ? nullptr : &*found;
}

bool is_legacy_pseudo_element(std::string_view name) {
  return among(kLegacyElements, name);
}

bool is_pseudo_element(std::string_view name) {
  // Selectors 4, section 3.6.5: any -webkit- pseudo-element is valid, and may match nothing.
  return among(kElements, name) || equals_lower(name.substr(0, 8), "-webkit-");
}

bool is_functional_pseudo_element(std::string_view name) {
  return among(kFunctionalElements, name);
}

}  // namespace wza::web::css

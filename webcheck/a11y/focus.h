// SPDX-License-Identifier: Apache-2.0
// Which elements can take the focus by their markup alone (HTML, section 6.6.2). Whether they are
// rendered at all is A11yTree's to say.
#pragma once

#include "db/base/known.h"
#include "webcheck/dom/document.h"

#include <optional>

namespace wza::web {

/// The number of the tabindex attribute by HTML's rules for integers; nothing where there is none.
std::optional<long> tabindex(Document const &document, NodeId n);

/// What the elements around one decide about its focus.
struct FocusContext {
  bool disabled = false;        ///< a form control that is disabled, by itself or by a fieldset
  bool details_button = false;  ///< the first <summary> child of a <details>
};

/// True for a form control with the attribute `disabled`.
bool has_disabled(Document const &document, NodeId n);

/// True for the elements that a disabled fieldset disables.
bool is_form_control(Document const &document, NodeId n);

/// True if the element would take the focus if it were rendered.
bool is_focusable_by_markup(Document const &document, NodeId n, FocusContext context);

/// Whether the Tab key would stop there if it were rendered. Unknown for frames, which pass the
/// focus on to what is in them.
Trilean is_tab_stop_by_markup(Document const &document, NodeId n, FocusContext context);

}  // namespace wza::web

// SPDX-License-Identifier: Apache-2.0
// Whether a page is the version of a site for older people (工信厅信管函〔2021〕67号), as far as
// its title or main heading says so.
#pragma once

#include "webcheck/page.h"

namespace wza::web {

/// True where the title begins or ends with such a name, or an <h1> is nothing else: news about one
/// speaks of it in the middle.
bool is_elder_version(Page const &page);

}  // namespace wza::web

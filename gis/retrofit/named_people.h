// SPDX-License-Identifier: Apache-2.0
// Words that would stand in the tracker, looked through for the people of a home.
#pragma once

#include "db/store/private_store.h"

#include <string_view>

namespace wza::gis {

/// Whether `text` holds the name, the guardian's name or the address of `record`, however it is
/// spaced and whatever the width of its letters. Names of one letter are not looked for: they are
/// words of their own.
bool names_people(PrivateRecord const &record, std::string_view text);

}  // namespace wza::gis

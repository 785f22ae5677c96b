// SPDX-License-Identifier: Apache-2.0
// Texts that a spreadsheet program would compute: whoever fills in a form chooses the text of a
// cell, and who opens the export must not run it ("CSV injection", CWE-1236).
#pragma once

#include <string>
#include <string_view>

namespace wza::gis {

/// True if a spreadsheet takes `cell`, typed or read from CSV, for a formula: it begins with
/// = + - @ (also fullwidth), a tab or a carriage return, and is no plain number like -5.
bool looks_like_formula(std::string_view cell);

/// `cell` as it is, or with an apostrophe before it where it looks like a formula. CSV has no other
/// way to say that a cell is text; who needs the bare texts takes another format.
std::string guarded(std::string cell);

}  // namespace wza::gis

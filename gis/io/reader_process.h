// SPDX-License-Identifier: Apache-2.0
// Files from outside are read in a process of their own, which is confined before it opens them
// (gis/io/confine.h) and gives rows back through a pipe. It sees the file under a name that we
// made, in a folder that holds nothing else.
#pragma once

#include "db/base/error.h"
#include "gis/io/formats.h"
#include "gis/io/table_sink.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace wza::gis {

/// Reads `path` into `sink`, within Limits and WireLimits. Problems name the file. Error where no
/// process can be started.
Result<Done> read_apart(std::string const &path, Format const &format, LayerWish const &wish,
                        TableSink &sink);

/// First argument of the program in the process that reads.
inline constexpr std::string_view kReaderWord = "read-table-apart";

/// What that process does: the rest of main(). The words are those behind kReaderWord.
inline constexpr std::size_t kReaderWords = 5;
int run_reader(std::span<std::string const> words);

/// The program whose main() knows kReaderWord; until this is called, the running one itself.
void set_reader_program(std::string path);

}  // namespace wza::gis

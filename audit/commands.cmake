# SPDX-License-Identifier: Apache-2.0
# Writes the list of commands from the file names in cli/commands/: `import.cpp` must define
# `wza::audit::import_command`. A file without it, or an object without its file, does not link.
file(GLOB command_files CONFIGURE_DEPENDS cli/commands/*.cpp)
list(SORT command_files)
set(declarations "")
set(rows "")
foreach(file IN LISTS command_files)
  get_filename_component(name ${file} NAME_WE)
  string(APPEND declarations "extern Command const ${name}_command;\n")
  string(APPEND rows "      &${name}_command,\n")
endforeach()
set(commands_source ${CMAKE_BINARY_DIR}/generated/audit/commands.cpp)
file(GENERATE OUTPUT ${commands_source} CONTENT
"#include \"audit/cli/command.h\"
namespace wza::audit {
${declarations}std::span<Command const *const> all_commands() {
  static Command const *const commands[]{
${rows}  };
  return commands;
}
}  // namespace wza::audit
")
target_sources(wza_audit PRIVATE ${commands_source})

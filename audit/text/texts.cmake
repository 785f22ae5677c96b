# SPDX-License-Identifier: Apache-2.0
# Turns texts.tsv (key, Chinese, English) into `enum class T` and its table. A row without both
# languages, with a bad key or with a key twice ends the configuration.
set(texts_file ${CMAKE_CURRENT_SOURCE_DIR}/text/texts.tsv)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${texts_file})
file(READ ${texts_file} texts)
# What CMake's lists would swallow is put aside and brought back.
string(ASCII 1 semicolon)
string(ASCII 2 open)
string(ASCII 3 close)
string(REPLACE ";" "${semicolon}" texts "${texts}")
string(REPLACE "[" "${open}" texts "${texts}")
string(REPLACE "]" "${close}" texts "${texts}")
string(REPLACE "\n" ";" lines "${texts}")
set(seen "")
set(enumerators "")
set(rows "")
foreach(line IN LISTS lines)
  if(line STREQUAL "" OR line MATCHES "^#" OR line MATCHES "^key\t")
    continue()
  endif()
  if(NOT line MATCHES "^([a-z][a-z0-9_]*)\t([^\t]+)\t([^\t]+)$")
    message(FATAL_ERROR "texts.tsv: this row lacks a key, the Chinese or the English: ${line}")
  endif()
  set(key ${CMAKE_MATCH_1})
  set(zh "${CMAKE_MATCH_2}")
  set(en "${CMAKE_MATCH_3}")
  if(key IN_LIST seen)
    message(FATAL_ERROR "texts.tsv: the key ${key} stands there twice")
  endif()
  list(APPEND seen ${key})
  string(APPEND enumerators "  ${key},\n")
  string(APPEND rows "      {\"${key}\", {R\"~(${zh})~\", R\"~(${en})~\"}},\n")
endforeach()
foreach(part enumerators rows)
  string(REPLACE "${semicolon}" ";" ${part} "${${part}}")
  string(REPLACE "${open}" "[" ${part} "${${part}}")
  string(REPLACE "${close}" "]" ${part} "${${part}}")
endforeach()
set(texts_base ${CMAKE_BINARY_DIR}/generated/audit/text/texts_table)
file(CONFIGURE OUTPUT ${texts_base}.h CONTENT
"// Made from audit/text/texts.tsv.
#pragma once
#include <cstdint>
namespace wza::audit {
enum class T : std::uint16_t {
@enumerators@};
}
" @ONLY)
file(CONFIGURE OUTPUT ${texts_base}.cpp CONTENT
"#include \"audit/text/texts.h\"
namespace wza::audit {
std::span<UiText const> all_texts() {
  static constexpr UiText kTexts[]{
@rows@  };
  return kTexts;
}
}
" @ONLY)
target_sources(wza_audit PRIVATE ${texts_base}.cpp)

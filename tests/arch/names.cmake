# SPDX-License-Identifier: Apache-2.0
# What our files are called and how they begin: no drawers for odds and ends (util, common, helper,
# misc, manager), snake_case, and the licence line on top of each source.
# Run as: cmake -D ROOT=<source folder> -P names.cmake
file(GLOB_RECURSE files RELATIVE ${ROOT} ${ROOT}/*.h ${ROOT}/*.cpp ${ROOT}/*.cmake ${ROOT}/*.sql
     ${ROOT}/*/CMakeLists.txt ${ROOT}/*.py ${ROOT}/*.sh)
list(FILTER files INCLUDE REGEX "^(db|gis|webcheck|audit|tests)/")
list(FILTER files EXCLUDE REGEX "node_modules/")
foreach(file IN LISTS files)
  get_filename_component(name ${file} NAME_WE)
  if(name MATCHES "(^|_)(util|utils|common|helper|helpers|misc|manager)($|_)")
    message(SEND_ERROR "${file}: name a file after the noun it defines")
  elseif(NOT name MATCHES "^([a-z0-9_]+|CMakeLists)$")
    message(SEND_ERROR "${file}: file names are snake_case")
  endif()
  file(STRINGS ${ROOT}/${file} first LIMIT_COUNT 2)
  if(NOT first MATCHES "SPDX-License-Identifier: Apache-2[.]0")
    message(SEND_ERROR "${file}: the first line names the licence (SPDX-License-Identifier)")
  endif()
endforeach()

# SPDX-License-Identifier: Apache-2.0
# Installs what package-lock.json names, unless it is there: npm keeps a copy of the lock file in
# node_modules that is newer than the one from which it was made.
if(NOT NPM)
  message(FATAL_ERROR "npm is missing: install what .ci/packages.txt names")
endif()
if(EXISTS node_modules/.package-lock.json
   AND node_modules/.package-lock.json IS_NEWER_THAN package-lock.json)
  return()
endif()
execute_process(COMMAND ${NPM} ci --ignore-scripts RESULT_VARIABLE result)
if(result)
  message(FATAL_ERROR "npm ci ended with ${result}")
endif()

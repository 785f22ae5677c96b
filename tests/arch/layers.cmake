# SPDX-License-Identifier: Apache-2.0
# Who may include whom (gis and webcheck never see each other): cmake -D ROOT=<sources> -P layers.cmake
# A row is within|outside FILES, GOVERNED, ALLOWED: there, what matches GOVERNED must match ALLOWED.
set(w ^webcheck)
set(house "^(db|gis|webcheck|audit)/")
set(rows
  "within | ^db/ | ${house} | ^db/"
  "within | ^gis/ | ${house} | ^(db|gis)/"
  "within | ${w}/ | ${house} | ^(db|webcheck)/"
  "within | ^db/base/ | ${house} | ^db/base/"
  "within | ^db/model/ | ${house} | ^db/(base|model)/"
  "within | ^db/sqlite/ | ${house} | ^db/(base|model|sqlite)/"
  "within | ${w}/spec/ | ${house} | (${w}/spec|^db/base)/"
  "within | ${w}/dom/ | ${house} | (${w}/dom|^db/base)/"
  "within | ${w}/css/ | ${house} | (${w}/(css|dom)|^db/base)/"
  "within | ${w}/a11y/ | ${house} | ${w}/page.h|(${w}/(a11y|dom|css|spec|text)|^db/base)/"
  "within | ${w}/rules/ | ${house} | ${w}/(page|rule|surroundings).h|(${w}/(rules|a11y|dom|css|spec|text|toolbar|url)|^db/(base|model))/"
  "within | ${w}/toolbar/ | ${house} | ${w}/page.h|(${w}/(toolbar|a11y|dom|text)|^db)/"
  "within | ${w}/standards/ | ${house} | ${w}/(page|rule|engine|check).h|${w}/standards/|^db/(base|model)/|^db/tsv.h"
  "within | ${w}/crawl/ | ${w}/rules/ | ^$"
  "outside | ^db/sqlite/ | ^sqlite3 | ^$"                                         # one owner of connections
  "outside | ${w}/dom/from_gumbo.cpp | ^gumbo | ^$"                               # views into its input
  "outside | ^gis/io/(.*cpp|vsi_file.h) | ^(gdal|ogr|cpl).*[.]h | ^$"                          # 1.3 s a file
  "outside | ${w}/fetch/ | ${w}/fetch/connect(ion|or).h | ^$"                      # Boost stays there
  "outside | ${w}/fetch/(.*[.]cpp|connect(ion|or)[.]h)|^audit/http/(server|session)[.]cpp | ^boost/ | ^$")  # 4.9 s a file
file(GLOB_RECURSE files RELATIVE ${ROOT} ${ROOT}/*.h ${ROOT}/*.cpp)
list(FILTER files INCLUDE REGEX ${house})
foreach(file IN LISTS files)
  file(STRINGS ${ROOT}/${file} includes REGEX "^[ \t]*#[ \t]*include")
  list(TRANSFORM includes REPLACE "^[^<\"]*[<\"]([^>\"]+).*" "\\1")
  foreach(row IN LISTS rows)
    string(REPLACE " | " ";" fields "${row}")
    list(POP_FRONT fields where files_of governed allowed)
    if((where STREQUAL within AND file MATCHES ${files_of}) OR (where STREQUAL outside AND NOT file MATCHES ${files_of}))
      set(bad ${includes})
      list(FILTER bad INCLUDE REGEX ${governed})
      list(FILTER bad EXCLUDE REGEX "${allowed}")
      if(bad)
        message(SEND_ERROR "${file} includes ${bad}: not allowed ${where} ${files_of}")
      endif()
    endif()
  endforeach()
endforeach()

# Writes statements.h, one std::string_view for each sql/*.sql, named after the file:
# sql/row_count_exact.sql becomes gonogo::sql::kRowCountExact; kAll lists them by name. A script:
#   cmake -D OUTPUT=... -P EmbedSql.cmake FILE...
set(declarations "")
set(list "")
math(EXPR last "${CMAKE_ARGC} - 1")
foreach(index RANGE ${last})
  set(file "${CMAKE_ARGV${index}}")
  if(NOT file MATCHES "\\.sql$")
    continue()
  endif()
  file(READ "${file}" text)
  get_filename_component(stem "${file}" NAME_WE)
  string(REPLACE "_" ";" words "${stem}")
  set(name "k")
  foreach(word IN LISTS words)
    string(SUBSTRING "${word}" 0 1 head)
    string(SUBSTRING "${word}" 1 -1 tail)
    string(TOUPPER "${head}" head)
    string(APPEND name "${head}${tail}")
  endforeach()
  string(APPEND declarations "inline constexpr std::string_view ${name} = R\"sql(${text})sql\";\n\n")
  string(APPEND list "    {\"${stem}\", ${name}},\n")
endforeach()
file(WRITE "${OUTPUT}.new"
  "// Generated from sql/*.sql by cmake/EmbedSql.cmake.\n"
  "#pragma once\n\n#include <string_view>\n#include <utility>\n\nnamespace gonogo::sql {\n\n"
  "${declarations}inline constexpr std::pair<std::string_view, std::string_view> kAll[] = {\n"
  "${list}};\n\n}  // namespace gonogo::sql\n")
file(COPY_FILE "${OUTPUT}.new" "${OUTPUT}" ONLY_IF_DIFFERENT)
file(REMOVE "${OUTPUT}.new")

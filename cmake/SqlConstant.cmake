# Names and writes the constant of the program that an SQL file becomes.

# Sets `variable` to the constant's name: kRowCountExact for row_count_exact.sql.
function(gonogo_constant_name file variable)
  cmake_path(GET file STEM stem)
  string(REPLACE "_" ";" words "${stem}")
  set(name "k")
  foreach(word IN LISTS words)
    string(SUBSTRING "${word}" 0 1 head)
    string(SUBSTRING "${word}" 1 -1 tail)
    string(TOUPPER "${head}" head)
    string(APPEND name "${head}${tail}")
  endforeach()
  set(${variable} "${name}" PARENT_SCOPE)
endfunction()

# Sets `variable` to the constant's definition, in C++.
function(gonogo_constant_definition name text variable)
  set(${variable}
    "extern const std::string_view ${name};\nconstexpr std::string_view ${name} = R\"sql(${text})sql\";\n\n"
    PARENT_SCOPE)
endfunction()

# Sets `variable` to the header that declares the constants of a namespace. `comment` is its first line.
function(gonogo_constant_header comment namespace names variable)
  set(declarations "")
  foreach(name IN LISTS names)
    string(APPEND declarations "extern const std::string_view ${name};\n")
  endforeach()
  set(${variable}
"// ${comment}
#pragma once

#include <string_view>

namespace ${namespace} {

${declarations}
}  // namespace ${namespace}
" PARENT_SCOPE)
endfunction()

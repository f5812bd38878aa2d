# Writes the table of all gates to the file `output`. The other arguments are all files gates/**/*.cc.
# A file gates/FAMILY/.../NAME.cc without a header is a gate, and defines the function
# gonogo::NAME::Definition().
function(gonogo_gate_table output)
  set(gates "")
  foreach(file IN LISTS ARGN)
    cmake_path(RELATIVE_PATH file BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}/gates" OUTPUT_VARIABLE path)
    cmake_path(REMOVE_EXTENSION path OUTPUT_VARIABLE stem)
    if(EXISTS "${CMAKE_CURRENT_SOURCE_DIR}/gates/${stem}.h" OR NOT stem MATCHES "/")
      continue()
    endif()
    string(REGEX REPLACE "/.*" "" family "${stem}")
    cmake_path(GET stem FILENAME name)
    list(APPEND gates "${family}/${name}")
  endforeach()
  list(SORT gates)
  set(declarations "")
  set(calls "")
  foreach(gate IN LISTS gates)
    cmake_path(GET gate PARENT_PATH family)
    cmake_path(GET gate FILENAME name)
    string(APPEND declarations "namespace ${name} {\nGate Definition();\n}\n")
    string(APPEND calls "      InFamily(\"${family}\", ${name}::Definition()),\n")
  endforeach()
  file(CONFIGURE OUTPUT "${output}" @ONLY CONTENT
"// The gates of gates/, by cmake/GateTable.cmake.
#include \"gates/gate_table.h\"

namespace gonogo {

@declarations@
namespace {

Gate InFamily(const char* family, Gate gate) {
  gate.family = family;
  return gate;
}

}  // namespace

std::span<const Gate> BuiltInGates() {
  static const Gate gates[] = {
@calls@  };
  return gates;
}

}  // namespace gonogo
")
endfunction()

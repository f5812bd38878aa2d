# Writes the table of all gates: a gate is a file gates/NAME.cc without a header, and its function
# is NAME. Call with the list of gates/*.cc; sets `table` in the caller to the generated file.
function(gonogo_gate_table output)
  set(declarations "")
  set(calls "")
  foreach(file IN LISTS ARGN)
    get_filename_component(name "${file}" NAME_WE)
    get_filename_component(folder "${file}" DIRECTORY)
    if(EXISTS "${folder}/${name}.h")
      continue()
    endif()
    string(APPEND declarations "Gate ${name}();\n")
    string(APPEND calls "      ${name}(),\n")
  endforeach()
  file(CONFIGURE OUTPUT "${output}" @ONLY CONTENT
"// Generated from gates/*.cc by cmake/GateTable.cmake.
#include \"gates/catalogue.h\"

namespace gonogo {

@declarations@
std::span<const Gate> AllGates() {
  static const Gate gates[] = {
@calls@  };
  return gates;
}

}  // namespace gonogo
")
endfunction()

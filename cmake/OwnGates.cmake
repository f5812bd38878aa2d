# Adds gates of your own to a program of your own, the target `gonogo`: the whole gonogo, with these
# gates beside its own.
#   gonogo_add_gates(gates/my_gate.cc sql/my_gate.sql ...) may be called several times. my_gate.cc
#   defines the function gonogo::my_gate::Definition(); my_gate.sql becomes the constant
#   gonogo::sql::kMyGate of "sql/own.h".
# As a script this file writes the table of these gates and their statements:
#   cmake -D FOLDER=DIR -P OwnGates.cmake FILE...

include("${CMAKE_CURRENT_LIST_DIR}/SqlConstant.cmake")

# Sets `variable` to the absolute path. Fails if it can't be a file of a gate.
function(gonogo_gate_file file variable)
  cmake_path(ABSOLUTE_PATH file BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}" NORMALIZE)
  if(NOT EXISTS "${file}")
    message(FATAL_ERROR "gonogo_add_gates: ${file}: no such file")
  endif()
  if(NOT file MATCHES "/[a-z][a-z0-9_]*\\.(cc|sql)$")
    message(FATAL_ERROR "gonogo_add_gates: ${file}: want NAME.cc or NAME.sql, with a to z, 0 to 9 and _ in the name")
  endif()
  set(${variable} "${file}" PARENT_SCOPE)
endfunction()

function(gonogo_add_gates)
  if(NOT ARGN)
    message(FATAL_ERROR "gonogo_add_gates: no files; name a gate: gonogo_add_gates(gates/my_gate.cc sql/my_gate.sql)")
  endif()
  get_property(plan DIRECTORY PROPERTY GONOGO_PLAN)
  if(plan AND NOT TARGET gonogo)
    message(FATAL_ERROR "gonogo_add_gates: call it before gonogo_add_plan, whose tests run the program")
  endif()
  set(files "")
  foreach(name IN LISTS ARGN)
    gonogo_gate_file("${name}" file)
    list(APPEND files "${file}")
  endforeach()
  if(NOT TARGET gonogo)
    set(generated "${CMAKE_CURRENT_BINARY_DIR}/own_gates")
    add_custom_command(
      OUTPUT "${generated}/own_gates.cc" "${generated}/sql/own.h"
      COMMAND "${CMAKE_COMMAND}" -D "FOLDER=${generated}" -P "${CMAKE_CURRENT_FUNCTION_LIST_FILE}"
              "$<TARGET_PROPERTY:gonogo,GONOGO_GATE_FILES>"
      DEPENDS "$<TARGET_PROPERTY:gonogo,GONOGO_GATE_FILES>" "${CMAKE_CURRENT_FUNCTION_LIST_FILE}"
      COMMAND_EXPAND_LISTS VERBATIM)
    add_executable(gonogo "${generated}/own_gates.cc" "${generated}/sql/own.h")
    set_target_properties(gonogo PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}")
    target_include_directories(gonogo PRIVATE "${generated}")
    target_link_libraries(gonogo PRIVATE gonogo::app)
  endif()
  set_property(TARGET gonogo APPEND PROPERTY GONOGO_GATE_FILES ${files})
  target_sources(gonogo PRIVATE ${files})
endfunction()

if(NOT CMAKE_SCRIPT_MODE_FILE)
  return()
endif()

set(constants "")
set(definitions "")
set(declarations "")
set(functions "")
set(digests "")
math(EXPR last "${CMAKE_ARGC} - 1")
foreach(index RANGE ${last})
  set(file "${CMAKE_ARGV${index}}")
  if(NOT file MATCHES "\\.(cc|sql)$")
    continue()
  endif()
  cmake_path(GET file STEM stem)
  file(SHA256 "${file}" digest)
  string(APPEND digests "${stem} ${digest}\n")
  if(file MATCHES "\\.sql$")
    gonogo_constant_name("${file}" name)
    file(READ "${file}" text)
    gonogo_constant_definition("${name}" "${text}" definition)
    list(APPEND constants "${name}")
    string(APPEND definitions "${definition}")
  else()
    string(APPEND declarations "namespace ${stem} {\nGate Definition();\n}\n")
    string(APPEND functions "      gonogo::${stem}::Definition,\n")
  endif()
endforeach()
string(SHA256 version "${digests}")
string(SUBSTRING "${version}" 0 12 version)

# Leaves a file alone that has the text already, so that the build compiles nothing again.
function(gonogo_write file text)
  file(WRITE "${file}.new" "${text}")
  file(COPY_FILE "${file}.new" "${file}" ONLY_IF_DIFFERENT)
  file(REMOVE "${file}.new")
endfunction()

# A namespace of their own, because gonogo may have a statement of the same name.
gonogo_constant_header("The statements of your gates, by OwnGates.cmake." "gonogo::sql::inline own" "${constants}" header)
gonogo_write("${FOLDER}/sql/own.h" "${header}")
gonogo_write("${FOLDER}/own_gates.cc"
"// The program with the gates of your own, by OwnGates.cmake.
#include <gonogo/app/program/program.h>

#include \"sql/own.h\"

namespace gonogo {
namespace sql::inline own {

${definitions}}  // namespace sql::inline own

${declarations}
}  // namespace gonogo

int main(int argc, char** argv) {
  gonogo::OwnGates own;
  own.version = \"${version}\";
  own.definitions = {
${functions}  };
  return gonogo::RunProgram(argc, argv, own);
}
")

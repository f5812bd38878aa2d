# Makes the checks of a plan ctest tests, labelled with their phases.
#   gonogo_add_plan(migration.json) enables testing. If gonogo_add_gates made a program, that one
#   runs the checks; call it first.

# Lets ctest ask `program` for the checks each time it starts, so that a changed plan needs no build.
# `words` name the plan, on the command line of gonogo. `labels` are those of other tests that must
# fail, too, if the plan can't be read.
function(gonogo_plan_tests program words labels)
  file(READ "${CMAKE_CURRENT_FUNCTION_LIST_DIR}/PlanTests.cmake.in" text)
  string(CONFIGURE "${text}" text @ONLY)
  set(script "${CMAKE_CURRENT_BINARY_DIR}/PlanTests.cmake")
  file(GENERATE OUTPUT "${script}" CONTENT "${text}")
  set_property(DIRECTORY APPEND PROPERTY TEST_INCLUDE_FILES "${script}")
endfunction()

# A macro, because enable_testing() has no effect in a function.
macro(gonogo_add_plan plan)
  enable_testing()
  gonogo_add_tests_of_plan("${plan}")
endmacro()

function(gonogo_add_tests_of_plan plan)
  cmake_path(ABSOLUTE_PATH plan BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}" NORMALIZE)
  if(NOT EXISTS "${plan}")
    message(FATAL_ERROR "gonogo_add_plan: ${plan}: no such file")
  endif()
  get_property(other DIRECTORY PROPERTY GONOGO_PLAN)
  if(other)
    message(FATAL_ERROR "gonogo_add_plan: ${plan}: this folder has ${other} already; put each plan into a folder of its own, with add_subdirectory")
  endif()
  set_property(DIRECTORY PROPERTY GONOGO_PLAN "${plan}")
  if(TARGET gonogo)
    set(program "$<TARGET_FILE:gonogo>")
  else()
    set(program "$<TARGET_FILE:gonogo::gonogo>")
  endif()
  gonogo_plan_tests("${program}" "--plan [==[${plan}]==]" "")
endfunction()

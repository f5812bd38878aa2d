# The CMake package gonogo, for find_package(gonogo): gonogo_add_gates and gonogo_add_plan.
include("${CMAKE_CURRENT_LIST_DIR}/LinkedLibraries.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/gonogoTargets.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/OwnGates.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/PlanTests.cmake")

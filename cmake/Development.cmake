# What gates of one's own need: headers, static libraries and the CMake package, as the component
# "development". No path of this machine is in it, so that it can be moved.
include(CMakePackageConfigHelpers)
include(PublicHeaders)

set(package_folder "${CMAKE_INSTALL_LIBDIR}/cmake/gonogo")
set(library_folder "${CMAKE_INSTALL_LIBDIR}/gonogo")

gonogo_headers_of(headers gates/public/gate.h app/program/program.h)
list(REMOVE_ITEM headers gates/public/gate.h)
install(FILES gates/public/gate.h DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/gonogo" COMPONENT development)
foreach(header IN LISTS headers)
  cmake_path(GET header PARENT_PATH folder)
  install(FILES "${header}" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/gonogo/${folder}" COMPONENT development)
endforeach()

# Headers include each other as in the repository: "core/error.h".
target_include_directories(gonogo_core INTERFACE
  "$<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR};${CMAKE_INSTALL_INCLUDEDIR}/gonogo>")
set(libraries core fixtures compare gates stages reporters app)
foreach(library IN LISTS libraries)
  set_target_properties(gonogo_${library} PROPERTIES EXPORT_NAME ${library})
  install(TARGETS gonogo_${library} EXPORT gonogo ARCHIVE DESTINATION "${library_folder}" COMPONENT development)
endforeach()

install(EXPORT gonogo FILE gonogoTargets.cmake NAMESPACE gonogo:: DESTINATION "${package_folder}" COMPONENT development)
write_basic_package_version_file("${CMAKE_CURRENT_BINARY_DIR}/gonogoConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
install(
  FILES cmake/gonogoConfig.cmake "${CMAKE_CURRENT_BINARY_DIR}/gonogoConfigVersion.cmake" cmake/LinkedLibraries.cmake
        cmake/OwnGates.cmake cmake/PlanTests.cmake cmake/PlanTests.cmake.in cmake/SqlConstant.cmake
  DESTINATION "${package_folder}" COMPONENT development)

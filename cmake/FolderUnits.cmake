# Compiles the files of each folder as one (CMAKE_UNITY_BUILD), which halves the build time: templates
# and inline functions are compiled once a folder instead of once a file. Names in the anonymous
# namespaces of a folder must therefore differ. The presets gcc, asan and tidy compile each file alone,
# and find includes that are missing.
function(gonogo_folder_units target)
  set_target_properties(${target} PROPERTIES UNITY_BUILD_MODE GROUP)
  foreach(file IN LISTS ARGN)
    cmake_path(GET file PARENT_PATH folder)
    cmake_path(RELATIVE_PATH folder BASE_DIRECTORY "${PROJECT_SOURCE_DIR}" OUTPUT_VARIABLE group)
    string(REPLACE "/" "_" group "${group}")
    set_source_files_properties("${file}" PROPERTIES UNITY_GROUP "${group}")
  endforeach()
endfunction()

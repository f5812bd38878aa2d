# Puts files of a folder into the program.
#   gonogo_embed_folder(OUTPUT HEADER FUNCTION FOLDER PATTERN...) writes the source file at configure time: the
#   function, which the header declares, returns the texts of the files by their paths in the folder. Ninja configures
#   again if a file changes.
function(gonogo_embed_folder output header function folder)
  list(TRANSFORM ARGN PREPEND "${folder}/" OUTPUT_VARIABLE patterns)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE "${folder}" ${patterns})
  set(list "")
  foreach(file IN LISTS files)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${folder}/${file}")
    file(READ "${folder}/${file}" text)
    string(APPEND list "      {\"${file}\", R\"text(${text})text\"},\n")
  endforeach()
  # Not file(CONFIGURE), which would replace the files' own @words@.
  file(WRITE "${output}.new"
"// The files of ${folder}, by cmake/EmbedFolder.cmake.
#include \"${header}\"

namespace gonogo {

const std::map<std::string, std::string>& ${function}() {
  static const std::map<std::string, std::string> files = {
${list}  };
  return files;
}

}  // namespace gonogo
")
  file(COPY_FILE "${output}.new" "${output}" ONLY_IF_DIFFERENT)
endfunction()

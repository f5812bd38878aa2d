# Puts the files of reporters/pipelines/forms/ and shell/ into the program, for its pipelines.
#   gonogo_embed_pipelines(pipeline_texts.cc FOLDER) writes the source file at configure time. Ninja
#   configures again if a file changes.
function(gonogo_embed_pipelines output folder)
  file(GLOB files CONFIGURE_DEPENDS RELATIVE "${folder}" "${folder}/forms/*" "${folder}/shell/*")
  set(list "")
  foreach(file IN LISTS files)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${folder}/${file}")
    file(READ "${folder}/${file}" text)
    string(APPEND list "      {\"${file}\", R\"text(${text})text\"},\n")
  endforeach()
  # Not file(CONFIGURE), which would replace the forms' own @words@.
  file(WRITE "${output}.new"
"// The files of reporters/pipelines/, by cmake/EmbedPipelines.cmake.
#include \"reporters/pipelines/pipeline_texts.h\"

#include <map>

namespace gonogo {

const std::string& PipelineText(const std::string& file) {
  static const std::map<std::string, std::string> files = {
${list}  };
  return files.at(file);
}

}  // namespace gonogo
")
  file(COPY_FILE "${output}.new" "${output}" ONLY_IF_DIFFERENT)
endfunction()

# Puts the files of sql/providers/ into the program, for core/values/provider.cc.
#   gonogo_embed_providers(providers.cc FILE...) writes the source file at configure time. Ninja
#   configures again if a file changes.
function(gonogo_embed_providers output)
  set(list "")
  foreach(file IN LISTS ARGN)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
    cmake_path(GET file STEM name)
    file(READ "${file}" text)
    string(APPEND list "      {\"${name}\", R\"text(${text})text\"},\n")
  endforeach()
  file(CONFIGURE OUTPUT "${output}" @ONLY CONTENT
"// The files of sql/providers/, by cmake/EmbedProviders.cmake.
#include \"core/values/provider.h\"

namespace gonogo {

std::span<const ProviderFile> ProviderFiles() {
  static constexpr ProviderFile files[] = {
${list}  };
  return files;
}

}  // namespace gonogo
")
endfunction()

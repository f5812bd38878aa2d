# Puts the files of reporters/html/ into the program: the templates, the style and the scripts of
# report.html.
#   gonogo_embed_page(page_files.cc FOLDER) writes the source file at configure time. Ninja configures
#   again if a file changes.
function(gonogo_embed_page output folder)
  set(constants "")
  foreach(pair IN ITEMS kPageTemplate=page.mustache kFleetTemplate=fleet.mustache kPageStyle=page.css kPageScript=page.js kBoardScript=board.js)
    string(REGEX MATCH "(.+)=(.+)" pair "${pair}")
    set(name "${CMAKE_MATCH_1}")
    set(file "${folder}/${CMAKE_MATCH_2}")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
    file(READ "${file}" text)
    string(APPEND constants "const std::string_view ${name} = R\"page(${text})page\";\n\n")
  endforeach()
  file(CONFIGURE OUTPUT "${output}" @ONLY CONTENT
"// The files of reporters/html/, by cmake/EmbedPage.cmake.
#include \"reporters/html/page_files.h\"

namespace gonogo {

${constants}}  // namespace gonogo
")
endfunction()

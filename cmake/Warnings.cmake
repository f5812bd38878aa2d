# The warnings that all of our code is built with.
add_library(gonogo_warnings INTERFACE)
target_compile_options(gonogo_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion
  # Structs are initialised by name; a member left out has its default.
  -Wno-missing-field-initializers
  # g++ 12 sees overlapping copies in "text" + std::string (GCC bug 105651).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict -Wno-array-bounds>)

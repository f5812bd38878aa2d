# The warnings that all of our code is built with.
add_library(gonogo_warnings INTERFACE)
target_compile_options(gonogo_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion
  # Structs are initialised by name; a member left out has its default.
  -Wno-missing-field-initializers
  # g++ 12 sees overlapping and overlong copies in "text" + std::string (GCC bugs 105651, 105329).
  "$<$<CXX_COMPILER_ID:GNU>:-Wno-restrict;-Wno-array-bounds;-Wno-stringop-overflow>")

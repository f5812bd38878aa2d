# Defines gonogo_warnings, with the warnings for all of our code.
add_library(gonogo_warnings INTERFACE)
target_compile_options(gonogo_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion
  # A designated initializer may omit members, which then have their defaults.
  -Wno-missing-field-initializers
  # g++ 12 wrongly reports overlapping or too long copies in "text" + std::string (GCC bugs 105651, 105329).
  "$<$<CXX_COMPILER_ID:GNU>:-Wno-restrict;-Wno-array-bounds;-Wno-stringop-overflow>")

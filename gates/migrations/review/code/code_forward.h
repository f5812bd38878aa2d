// The part of a migration in code that goes forward.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gonogo {

// The words around the part to go back.
struct CodeParts {
  std::string_view comment;
  std::vector<std::string_view> down;        // what begins the part to go back
  std::vector<std::string_view> up;          // what begins the part to go forward
  std::vector<std::string_view> down_block;  // what begins a block to go back, inside of it
  bool ends_at_top_level = false;            // whether a line that isn't indented ends it, too
};

// Blanks comments and the part to go back, and keeps every byte's place.
std::string ForwardPart(const CodeParts& parts, const std::string& code);

}  // namespace gonogo

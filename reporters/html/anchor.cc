// An id may have any character but white space.
#include "reporters/html/anchor.h"

#include "reporters/model/shown_text.h"

namespace gonogo {

std::string AnchorOf(const std::string& text) {
  std::string anchor = Shown(text, 300);
  for (char& c : anchor) {
    if (c == ' ' || c == '\t' || c == '\n') c = '_';
  }
  return anchor;
}

}  // namespace gonogo

// A blank variable counts as unset, because shells and env files often leave one empty.
#include "core/text/environment.h"

#include "core/text/text.h"

namespace gonogo {

std::string ValueOf(const Environment& environment, const std::string& variable) {
  const auto found = environment.find(variable);
  const bool blank = found == environment.end() || Trim(found->second).empty();
  return blank ? "" : found->second;
}

}  // namespace gonogo

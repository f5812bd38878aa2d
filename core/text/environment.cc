// A variable that is empty or blank is as good as not set: shells and env files write both.
#include "core/text/environment.h"

#include "core/text/text.h"

namespace gonogo {

std::string ValueOf(const Environment& environment, const std::string& variable) {
  const auto found = environment.find(variable);
  const bool blank = found == environment.end() || Trim(found->second).empty();
  return blank ? "" : found->second;
}

}  // namespace gonogo

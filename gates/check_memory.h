// What one case of a check found out for the other cases of the same check.
#pragma once

#include <map>
#include <memory>

#include "core/values/arguments.h"

namespace gonogo {

class CheckMemory {
 public:
  // Returns what `make` returned when a case of the check with these arguments called this first. A
  // gate asks for one type only. If `make` throws, the next case calls it again.
  template <typename T, typename Make>
  const T& Get(const Arguments& arguments, Make make) {
    std::shared_ptr<const void>& kept = kept_[&arguments];
    if (!kept) kept = std::make_shared<const T>(make());
    return *static_cast<const T*>(kept.get());
  }

 private:
  std::map<const Arguments*, std::shared_ptr<const void>>
      kept_;  // each check has its own arguments
};

}  // namespace gonogo

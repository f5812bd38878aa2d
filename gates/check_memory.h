// What one case found out for the other cases of its check, or of the run.
#pragma once

#include <map>
#include <memory>
#include <typeindex>
#include <utility>

#include "core/values/arguments.h"
#include "core/values/side.h"

namespace gonogo {

class CheckMemory {
 public:
  // Returns what `make` returned when a case of the check with these arguments called this first
  // for the type. If `make` throws, the next case calls it again.
  template <typename T, typename Make>
  T& Get(const Arguments& arguments, Make make) {
    return Kept<T>(of_checks_[{typeid(T), &arguments}], make);
  }

  // Returns what `make` returned when any case of the run first called this for the type and the
  // side. If `make` throws, the next case calls it again.
  template <typename T, typename Make>
  T& Get(SideName side, Make make) {
    return Kept<T>(of_sides_[{typeid(T), side}], make);
  }

 private:
  template <typename T, typename Make>
  static T& Kept(std::shared_ptr<void>& kept, Make make) {
    if (!kept) kept = std::make_shared<T>(make());
    return *static_cast<T*>(kept.get());
  }

  // Each check has its own arguments.
  std::map<std::pair<std::type_index, const Arguments*>, std::shared_ptr<void>> of_checks_;
  std::map<std::pair<std::type_index, SideName>, std::shared_ptr<void>> of_sides_;
};

}  // namespace gonogo

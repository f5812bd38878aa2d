#include "gates/records/record_age.h"

#include <chrono>

#include "fixtures/system/clock.h"

namespace gonogo {

bool IsRecent(const std::string& at, const std::string& now, std::int64_t days) {
  const auto age = TimeBetween(at, now);
  return std::chrono::ceil<std::chrono::days>(age).count() <= days && age >= std::chrono::hours(-1);
}

}  // namespace gonogo

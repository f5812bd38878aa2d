// The exit statuses of gonogo. Pipelines rely on them.
#pragma once

#include "core/record/verdict.h"
#include "fixtures/system/interrupt.h"

namespace gonogo {

inline constexpr int kExitGo = 0;
inline constexpr int kExitNoGo = 1;
inline constexpr int kExitUsage = 2;
inline constexpr int kExitUndecided = 3;

inline constexpr const char* kExitStatuses =
    "Exit status: 0 GO, 1 NO-GO, 2 wrong usage or plan, 3 could not decide, 130 interrupted.";

constexpr int ExitStatusOf(Decision decision) {
  switch (decision) {
    case Decision::kGo:
      return kExitGo;
    case Decision::kNoGo:
      return kExitNoGo;
    case Decision::kUndecided:
      return kExitUndecided;
  }
  return kExitUndecided;
}

}  // namespace gonogo

// Lists the sign-off items with their status, for people and for programs.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/record/signoff.h"

namespace gonogo {

struct SignoffLine {
  SignoffItem item;
  SignoffStatus status;
  std::vector<std::string> changed{};  // the plan's files that have changed since
};

// Returns a heading per phase, a line per item with its signature, and how many are signed.
std::string SignoffListText(std::span<const SignoffLine> lines);

// Returns a list of {phase, check, item, role, text, status}. A signed item also has by, at, note,
// expires, plan and plan_digest, and `changed` if files changed since.
std::string SignoffListJson(std::span<const SignoffLine> lines);

}  // namespace gonogo

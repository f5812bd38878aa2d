// What one side must do to hold what the other holds: the rows that differ, as a patch.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "compare/forms/compared_relation.h"
#include "compare/passes/scan.h"
#include "fixtures/pair.h"

namespace gonogo {

enum class PatchTarget { kTarget, kSource };  // the side that the patch is for

struct Reconciliation {
  std::vector<std::string> different;  // "public.users: 2 rows missing", of each that differs
  std::int64_t rows = 0;               // that differ
  std::vector<std::string> remarks;    // what no statement can undo
};

// Compares all of `relations` and writes the patch to `path`, also where nothing differs. Throws
// DatabaseError where any of them cannot be compared, std::runtime_error where the file cannot be
// written.
Reconciliation WritePatch(Pair& pair, const std::vector<ComparedRelation>& relations,
                          PatchTarget towards, const Effort& effort, const std::string& title,
                          const std::filesystem::path& path);

}  // namespace gonogo

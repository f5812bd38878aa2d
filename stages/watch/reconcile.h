// Compares relations and writes a patch that makes one side equal to the other.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "compare/forms/compared_relation.h"
#include "compare/passes/scan.h"
#include "core/values/side.h"
#include "fixtures/pair.h"

namespace gonogo {

struct Reconciliation {
  std::vector<std::string> different;  // one for each relation: "public.users: 2 rows missing"
  std::int64_t rows = 0;               // that differ
  std::vector<std::string> remarks;    // differences that the patch can't remove
};

// Compares all of `relations` and writes the patch to `path`, also if nothing differs. `side`: the
// one to run the patch on. The patch begins with `title`. Throws DatabaseError if a relation can't
// be compared, std::runtime_error if the file can't be written, Interrupted.
Reconciliation WritePatch(Pair& pair, const std::vector<ComparedRelation>& relations, SideName side,
                          const Effort& effort, const std::string& title,
                          const std::filesystem::path& path);

}  // namespace gonogo

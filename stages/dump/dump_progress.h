// Shows the progress of a client program, which says nothing about it itself.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "stages/ledger/stage_run.h"

namespace gonogo {

// Returns the function that RunClient calls while the program runs: it tells whether a signal came,
// and once a second shows "  ...    WHAT" with the size of what the program has written to `folder`
// so far, if that isn't empty.
std::function<bool()> ShowingProgress(const StageOutput& output, const std::string& what,
                                      const std::filesystem::path& folder = {});

// Returns the size of the files directly in `folder`, 0 if there is none.
std::int64_t BytesIn(const std::filesystem::path& folder);

}  // namespace gonogo

// Runs the checks of many databases, each in a process of its own.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <span>
#include <string>

#include "app/fleet/prepared_fleet.h"
#include "app/run/run_options.h"
#include "core/fleet/fleet.h"

namespace gonogo {

// Called for each database whose run has ended, by one thread after the other.
using DatabaseEnded = std::function<void(DatabaseResult)>;

// Runs `gonogo run` for each database, `at_once` of them at a time, in the order given. Each writes
// its evidence to databases/NAME in the folder. Children get the variables by their environment.
// Throws what `ended` throws, and Interrupted after a signal: then no child is left, and those that
// were ended with it aren't told. `options`: their phases, checks and how to run them.
void RunDatabases(const std::string& plan_file, std::span<const PreparedDatabase> databases,
                  const std::filesystem::path& folder, const RunOptions& options,
                  std::size_t at_once, const DatabaseEnded& ended);

}  // namespace gonogo

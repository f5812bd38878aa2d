// What gonogo doctor examines on the host on which gonogo runs.
#pragma once

#include <cstdint>
#include <filesystem>

#include "app/doctor/examined.h"

namespace gonogo {

// The database of which a backup may be taken; nothing is known if it can't be reached.
struct BackedUp {
  std::string side;  // "source"
  std::int64_t major = 0;
  std::int64_t bytes = 0;
};

// Returns a line for each client program. They must be of the database's major version or newer.
// `needed`: without them it is a problem.
Examinations ExaminePrograms(const BackedUp& database, bool needed);

// Returns a line for the disk on which the backup will be: `percent` of the database's size must be
// free.
Examined ExamineDisk(const std::filesystem::path& folder, const BackedUp& database,
                     std::int64_t percent, bool needed);

}  // namespace gonogo

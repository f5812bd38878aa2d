// The extensions of one side, and the comparison of their versions.
#pragma once

#include <map>
#include <string>

#include "core/values/rows.h"

namespace gonogo {

struct Extension {
  Value version;    // installed; NULL: not installed
  Value schema;     // in which it is installed; NULL: not installed
  Value available;  // the version that the server can install; NULL: none
};

// Reads the rows of sql/catalogue/database/extensions.sql, by name.
std::map<std::string, Extension> ReadExtensions(const Rows& rows);

// Returns true if version `have` is `want` or newer: 1.10 is newer than 1.9. A version with
// anything but numbers and dots only equals itself.
bool IsSameOrNewer(const std::string& have, const std::string& want);

}  // namespace gonogo

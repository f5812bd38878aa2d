// The extensions of both sides, and which version is the newer.
#pragma once

#include <map>
#include <string>

#include "core/values/rows.h"

namespace gonogo {

struct Extension {
  Value version;    // installed; NULL: it is not
  Value schema;     // the same
  Value available;  // what the server could install; NULL: nothing
};

// By name.
std::map<std::string, Extension> ReadExtensions(const Rows& rows);

// Whether `have` is `want` or newer: 1.10 is newer than 1.9. Versions that hold anything but
// numbers and dots only equal themselves.
bool IsAsNew(const std::string& have, const std::string& want);

}  // namespace gonogo

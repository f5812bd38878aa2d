// Copies large objects with their contents, owners and privileges.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "fixtures/session/writing_session.h"

namespace gonogo {

struct CopiedLargeObjects {
  std::int64_t objects = 0;  // whose contents this call wrote
  std::int64_t bytes = 0;
  std::vector<std::string> remarks;  // what the target didn't allow
};

// Creates the source's objects that the target lacks and fills those that are empty there, in one
// transaction, then sets owners and privileges. Leaves alone what is equal, so it can be repeated.
// `absent_roles` get no privileges. Throws DatabaseError, also if an object on the target has other
// contents.
CopiedLargeObjects CopyLargeObjects(Session& source, WritingSession& target,
                                    const std::vector<std::string>& absent_roles = {});

}  // namespace gonogo

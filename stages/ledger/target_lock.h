// One run of stages at a time: an advisory lock on the target, held by a session that lives as long
// as this object.
#pragma once

#include <string>

#include "core/plan/plan.h"
#include "fixtures/session/connection_string.h"
#include "fixtures/session/writing_session.h"

namespace gonogo {

class TargetLock {
 public:
  // `who` is shown to whoever finds the lock taken. Throws DatabaseError that names the holder
  // where it is taken, and where the target cannot be reached.
  TargetLock(const ConnectionString& target, const Limits& limits, const std::string& who);

  // Throws DatabaseError where the session is gone, and the lock with it.
  void RequireHeld();

 private:
  WritingSession session_;
};

}  // namespace gonogo

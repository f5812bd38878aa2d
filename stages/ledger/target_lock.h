// A lock on the target, so that only one run of stages works at a time.
#pragma once

#include <string>

#include "core/plan/plan.h"
#include "fixtures/connection/connection_string.h"
#include "fixtures/session/writing_session.h"

namespace gonogo {

// Holds an advisory lock in its own session. The server releases it when the session ends.
class TargetLock {
 public:
  // Takes the lock. `who` is part of the session's application_name, for other runs to show. Throws
  // DatabaseError if another run holds the lock for 3 s (the message names it), the target can't be
  // reached, or a pooler stands before it that would give each transaction another backend.
  TargetLock(const ConnectionString& target, const Limits& limits, const std::string& who);

  // Throws DatabaseError if the session has ended, and the lock with it.
  void RequireHeld();

 private:
  WritingSession session_;
  bool is_pooled_ = false;
};

}  // namespace gonogo

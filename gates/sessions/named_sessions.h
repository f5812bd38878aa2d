// The sessions of one application, by the names that it gives them and the roles that it uses.
#pragma once

#include <cstdint>
#include <string>

#include "core/values/arguments.h"
#include "core/values/side.h"
#include "fixtures/session/session.h"

namespace gonogo {

// Returns the parameters "names" and "users", which SessionsOf reads.
std::vector<Parameter> SessionParameters();

struct NamedSessions {
  std::int64_t count;
  std::string description;  // 2 sessions: wallet as "api"
};

// Returns those in the session's database, without gonogo's own. The session must be new, because a
// snapshot keeps showing those that it saw first. Throws DatabaseError, also (42501) if the role
// can't see other roles' sessions.
NamedSessions SessionsOf(const Arguments& application, SideName side, Session& session);

}  // namespace gonogo

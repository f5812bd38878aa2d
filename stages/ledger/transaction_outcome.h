// Whether a transaction was committed whose client died before it could tell.
#pragma once

#include <string>

#include "fixtures/session/session.h"

namespace gonogo {

// Returns the number of the current transaction of `session`. Note it before COMMIT.
std::string TransactionNumber(Session& session);

// Returns whether the transaction with that number was committed. Waits up to 20 s if it is still
// in progress, because a backend may work on after its client died. Throws DatabaseError naming
// `what` if the server doesn't know or the transaction is still in progress, Interrupted.
bool WasCommitted(Session& session, const std::string& number, const std::string& what);

}  // namespace gonogo

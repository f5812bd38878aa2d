// What became of a transaction whose client did not live to note it.
#pragma once

#include <string>

#include "fixtures/session/session.h"

namespace gonogo {

// The number of the transaction that `session` is in, to be noted before it commits.
std::string TransactionNumber(Session& session);

// Whether the transaction with that number was committed. A server may work on for a while after
// its client is gone: this waits for it. Throws DatabaseError naming `what` where the server cannot
// tell, or works on for longer than 20 s; Interrupted.
bool WasCommitted(Session& session, const std::string& number, const std::string& what);

}  // namespace gonogo

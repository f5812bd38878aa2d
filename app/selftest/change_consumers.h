// Two programs that read the changes of a database by a slot, as a warehouse does: one of each
// side.
#pragma once

#include <memory>
#include <string>

#include "core/values/side.h"
#include "fixtures/rehearsal/running_server.h"
#include "fixtures/throwaway/throwaway_pair.h"

namespace gonogo {

// Run until this object is destroyed. One that was refused or ended tries again after half a
// second.
class ChangeConsumers {
 public:
  // The role, which may log in at first, and the slot must exist on both sides. Returns when both
  // read. Throws PlanError if pg_recvlogical isn't installed, std::runtime_error with its words.
  ChangeConsumers(const ThrowAwayPair& pair, const std::string& database, const std::string& role,
                  const std::string& slot);

 private:
  PerSide<std::unique_ptr<RunningServer>> programs_;
};

}  // namespace gonogo

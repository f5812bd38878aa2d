#include "gates/objects/target_mark.h"

#include "fixtures/session/server_identity.h"
#include "sql/contents.h"

namespace gonogo {

MarkFacts MarkNow(Session& target) {
  const ServerIdentity identity = ReadIdentity(target);
  return {.snapshot = target.Query(sql::kTargetMark, {}).Only().Text("snapshot"),
          .at = identity.clock,
          .system_identifier = identity.system_identifier,
          .database_oid = identity.database_oid};
}

}  // namespace gonogo

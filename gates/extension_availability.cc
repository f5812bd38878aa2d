// extension_availability: the target's server can install what the source has installed, before
// anything is restored.
#include "core/gate.h"
#include "gates/database_objects.h"
#include "gates/extension_versions.h"
#include "gates/readable.h"
#include "sql/statements.h"

namespace gonogo {
namespace {

Outcome Run(const Inspection& in) {
  const BothRows rows = in.pair.Query(sql::kExtensions, {});
  DemandReadableSource(in.pair, in.plan);
  auto target = ReadExtensions(rows.target);
  Outcome outcome{.examined = 1};  // the database: that it has none is an answer
  for (const auto& [name, extension] : ReadExtensions(rows.source)) {
    if (!extension.version) continue;
    ++outcome.examined;
    const Value& available = target[name].available;
    if (available && IsAsNew(*available, *extension.version)) continue;
    outcome.findings.push_back(
        {"extension " + name,
         available ? "version " + *available + " is available" : "not available",
         "version " + *extension.version + " or newer"});
  }
  return outcome;
}

}  // namespace

Gate extension_availability() {
  return {.name = "extension_availability",
          .summary = "The target's server can install every extension of the source.",
          .phases = {Phase::kPreflight},
          .parameters = {},
          .subjects = OneForTheDatabase,
          .run = Run};
}

}  // namespace gonogo

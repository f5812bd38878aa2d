// extension_availability: the target's server can install what the source has installed, before
// anything is restored.
#include "core/plan/gate.h"
#include "gates/catalogue/database_objects.h"
#include "gates/catalogue/extension_versions.h"
#include "gates/read_privilege.h"
#include "gates/subjects.h"
#include "sql/catalogue.h"

namespace gonogo {
namespace {

Outcome Run(const Inspection& in) {
  const BothRows rows = in.pair.Query(sql::kExtensions, {});
  RequireReadableSource(in.pair, in.plan);
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

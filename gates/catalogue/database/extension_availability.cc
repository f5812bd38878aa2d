// extension_availability: the target's server can install each extension of the source. Preflight
// checks it before anything is restored.
#include <fmt/format.h>

#include "core/plan/gate.h"
#include "gates/catalogue/extension_versions.h"
#include "gates/inspection.h"
#include "gates/reading/read_privilege.h"
#include "gates/subjects.h"
#include "sql/catalogue.h"

namespace gonogo::extension_availability {
namespace {

Outcome Run(const Inspection& in) {
  const BothRows rows = in.pair.Query(sql::kExtensions, {});
  RequireReadable(in, SideName::kSource, in.plan);
  auto target = ReadExtensions(rows.target);
  Outcome outcome{.examined = 1};  // the database: a source without extensions passes
  for (const auto& [name, extension] : ReadExtensions(rows.source)) {
    if (!extension.version) continue;
    ++outcome.examined;
    const Value& available = target[name].available;
    if (available && IsSameOrNewer(*available, *extension.version)) continue;
    outcome.findings.push_back(
        {"extension " + name,
         available ? fmt::format("version {} is available", *available) : "not available",
         fmt::format("version {} or newer", *extension.version)});
  }
  return outcome;
}

}  // namespace

Gate Definition() {
  return {
      .name = "extension_availability",
      .summary = "The target's server can install each extension of the source.",
      .meaning = "CREATE EXTENSION fails on the target, and with it the restore of the schema.",
      .remedy =
          "Install the extension's package on the target's server, or ask its provider for that "
          "version.",
      .phases = {Phase::kPreflight},
      .parameters = {},
      .subjects = OneForTheDatabase,
      .run = Run};
}

}  // namespace gonogo::extension_availability

// extensions: what the source has is on the target, in the same schema and no older. What the
// target has beyond that came with its server.
#include "core/plan/gate.h"
#include "gates/catalogue/database_objects.h"
#include "gates/catalogue/extension_versions.h"
#include "gates/objects/relation_catalogue.h"
#include "gates/read_privilege.h"
#include "gates/subjects.h"
#include "sql/catalogue.h"

namespace gonogo {
namespace {

std::string Describe(const Extension& extension) {
  return "version " + extension.version.value_or("?") + " in schema " +
         extension.schema.value_or("?");
}

std::string Missing(const Extension& extension) {
  return extension.available ? "not installed; version " + *extension.available + " is available"
                             : "not installed, and not available";
}

void Compare(const std::string& name, const Extension& want, const Extension& have,
             Outcome& outcome) {
  ++outcome.examined;
  const std::string subject = "extension " + name;
  if (!have.version) {
    outcome.findings.push_back({subject, Missing(have), Describe(want)});
  } else if (!IsAsNew(*have.version, *want.version) || have.schema != want.schema) {
    outcome.findings.push_back({subject, Describe(have), Describe(want) + ", or newer"});
  } else if (have.version != want.version) {
    outcome.notes.push_back(subject + ": version " + *have.version + ", newer than the source's " +
                            *want.version);
  }
}

Outcome Run(const Inspection& in) {
  RequireReadable(in.pair, in.plan);
  const BothRows rows = in.pair.Query(sql::kExtensions, {});
  const auto source = ReadExtensions(rows.source);
  auto target = ReadExtensions(rows.target);
  Outcome outcome{.examined = 1};  // the database: that it has none is an answer
  for (const auto& [name, extension] : source) {
    if (!extension.version) continue;
    Extension want = extension;
    want.schema = in.catalogues.renaming().SchemaOnTarget(*extension.schema);
    Compare(name, want, target[name], outcome);
  }
  for (const auto& [name, extension] : target) {
    const auto found = source.find(name);
    if (!extension.version || (found != source.end() && found->second.version)) continue;
    outcome.notes.push_back("extension " + name + " is on the target only");
  }
  return outcome;
}

}  // namespace

Gate extensions() {
  return {.name = "extensions",
          .summary = "The source's extensions are on the target, in the same schema and no older.",
          .phases = {Phase::kSchema, Phase::kGate},
          .parameters = {},
          .subjects = OneForTheDatabase,
          .run = Run,
          .with_baseline = true};
}

}  // namespace gonogo

// extensions: the target has the source's extensions, in the same schema and in the same or a newer
// version. The target may have more: they came with its server.
#include <fmt/format.h>

#include "core/error.h"
#include "core/plan/gate.h"
#include "gates/catalogue/extension_versions.h"
#include "gates/inspection.h"
#include "gates/objects/relation_catalogue.h"
#include "gates/reading/read_privilege.h"
#include "gates/subjects.h"
#include "sql/catalogue.h"

namespace gonogo::extensions {
namespace {

std::string Describe(const Extension& extension) {
  return fmt::format("version {} in schema {}", extension.version.value_or("?"),
                     extension.schema.value_or("?"));
}

std::string DescribeMissing(const Extension& extension) {
  if (!extension.available) return "not installed, and not available";
  return fmt::format("not installed; version {} is available", *extension.available);
}

void Compare(const std::string& name, const Extension& want, const Extension& have,
             Outcome& outcome) {
  ++outcome.examined;
  const std::string subject = "extension " + name;
  if (!have.version) {
    outcome.findings.push_back({subject, DescribeMissing(have), Describe(want)});
  } else if (!IsSameOrNewer(*have.version, *want.version) || have.schema != want.schema) {
    outcome.findings.push_back({subject, Describe(have), Describe(want) + ", or newer"});
  } else if (have.version != want.version) {
    outcome.notes.push_back(fmt::format("{}: version {}, newer than the source's {}", subject,
                                        *have.version, *want.version));
  }
}

Outcome Run(const Inspection& in) {
  RequireReadable(in, in.plan);
  const BothRows rows = in.pair.Query(sql::kExtensions, {});
  const auto source = ReadExtensions(rows.source);
  auto target = ReadExtensions(rows.target);
  const auto& schemas = in.plan.extensions;
  for (const auto& [name, schema] : schemas) {
    if (source.contains(name) && source.at(name).version) continue;
    throw PlanError(
        fmt::format("the plan's \"extensions\" names {}, which the source doesn't have", name));
  }
  Outcome outcome{.examined = 1};  // the database: a source without extensions passes
  for (const auto& [name, extension] : source) {
    if (!extension.version) continue;
    Extension want = extension;
    want.schema = schemas.contains(name)
                      ? schemas.at(name)
                      : in.catalogue.renaming().SchemaOnTarget(*extension.schema);
    Compare(name, want, target[name], outcome);
  }
  for (const auto& [name, extension] : target) {
    const auto found = source.find(name);
    if (!extension.version || (found != source.end() && found->second.version)) continue;
    outcome.notes.push_back(fmt::format("extension {} is on the target only", name));
  }
  return outcome;
}

}  // namespace

Gate Definition() {
  return {
      .name = "extensions",
      .summary = "The target has the source's extensions, in the same schema and not older.",
      .meaning =
          "The application doesn't find the extension's functions and types, or gets those of an "
          "older version.",
      .remedy =
          "Run CREATE EXTENSION, or ALTER EXTENSION with UPDATE or SET SCHEMA, on the target.",
      .phases = {Phase::kSchema, Phase::kGate},
      .subjects = OneForTheDatabase,
      .run = Run,
      .with_baseline = true};
}

}  // namespace gonogo::extensions

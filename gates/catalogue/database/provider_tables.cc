// provider_tables: what users created on a provider's tables, such as a trigger on the table of a
// hosted service's users, is on the target. Gates leave out a provider's schemas, because its own
// objects differ between versions of its service; here only those of users count.
#include <algorithm>
#include <set>

#include "core/json/json.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "gates/catalogue/database_objects.h"
#include "gates/reading/provider_of.h"
#include "gates/subjects.h"
#include "sql/catalogue.h"
#include "sql/gates.h"

namespace gonogo::provider_tables {
namespace {

std::vector<std::string> SchemasOfProviders(const Inspection& in) {
  std::set<std::string> schemas;
  for (const Row row : in.pair.Source().Query(sql::kExclusions, {})) {
    schemas.insert(row.Text("schema"));
  }
  for (const Relation& relation : in.plan.relations) {
    schemas.erase(ParseRelationName(relation.source).schema);
  }
  return {schemas.begin(), schemas.end()};
}

// Returns whether the provider may have created the object: then a difference isn't the user's
// loss.
bool MayBeProviders(const Finding& finding) {
  return finding.subject.starts_with("index ") || finding.subject.starts_with("check ");
}

// The provider grants to the roles of its API, too.
bool IsOfApi(const Finding& finding) {
  static const std::vector<std::string> roles = {"anon", "authenticated", "service_role"};
  return std::ranges::any_of(roles, [&](const std::string& role) {
    return finding.subject.starts_with("privileges of " + role + " on ");
  });
}

// Returns whether the target protects as much as the source, or its service has no such table.
bool IsAsSecure(const Finding& finding) {
  return finding.subject.starts_with("row security on ") &&
         (finding.have == "none on the target" || finding.want.ends_with(": no"));
}

// A service that the target doesn't have grants nothing.
bool HaveOneProvider(const Inspection& in) {
  return ProviderOf(in.plan, SideName::kSource, in.pair.Source()) ==
         ProviderOf(in.plan, SideName::kTarget, in.pair.Target());
}

Outcome Run(const Inspection& in) {
  const auto schemas = SchemasOfProviders(in);
  Outcome outcome = CompareDatabaseObjects(in, sql::kProviderTables, {ToParameter(Json(schemas))});
  std::erase_if(outcome.findings, [](const Finding& finding) {
    return finding.want == "none, as on the source" ||  // a newer version of the provider's
           IsAsSecure(finding);
  });
  if (std::ranges::any_of(outcome.findings, IsOfApi) && !HaveOneProvider(in)) {
    std::erase_if(outcome.findings, IsOfApi);
  }
  for (Finding& finding : outcome.findings) {
    if (MayBeProviders(finding) || IsOfApi(finding)) finding.severity = Severity::kAdvisory;
  }
  if (!schemas.empty()) outcome.notes.push_back("a provider's schemas: " + Join(schemas, ", "));
  return outcome;
}

}  // namespace

Gate Definition() {
  return {.name = "provider_tables",
          .summary =
              "The target has the triggers, policies, grants and other objects that users "
              "created on a provider's tables.",
          .meaning =
              "What users added to the provider's tables, such as a trigger on sign-up, no longer "
              "works.",
          .remedy =
              "Create it again on the target as the source has it: dumps of the application's "
              "schemas lack it.",
          .phases = {Phase::kSchema, Phase::kFinalize, Phase::kGate},
          .subjects = OneForTheDatabase,
          .run = Run,
          .with_baseline = true};
}

}  // namespace gonogo::provider_tables

// provider_rows: users' rows in a provider's tables, such as the accounts of a hosted service, are
// the same on both sides. The provider's versions of a table may differ: the columns of both are
// compared.
#include "core/error.h"
#include "core/json/json.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "gates/contents/unlisted_rows.h"
#include "gates/inspection.h"
#include "gates/reading/provider_of.h"
#include "gates/subjects.h"
#include "sql/contents.h"

namespace gonogo::provider_rows {
namespace {

// Returns the provider of both sides. Throws PlanError if they have none in common whose tables
// have rows of users.
const Provider& ProviderOfBoth(const Inspection& in) {
  const Provider* const source = ProviderOf(in.plan, SideName::kSource, in.pair.Source());
  const Provider* const target = ProviderOf(in.plan, SideName::kTarget, in.pair.Target());
  if (source != nullptr && source == target && !source->rows.empty()) return *source;
  throw PlanError("both sides must have the same provider, with tables that hold rows of users");
}

// Notes the tables that the source lacks: the service that would fill them isn't in use there.
void NoteMissing(const std::vector<std::string>& tables, const UnlistedRelations& source,
                 Outcome& outcome) {
  std::vector<std::string> missing;
  for (const std::string& table : tables) {
    if (!source.contains(table)) missing.push_back(table);
  }
  if (!missing.empty()) outcome.notes.push_back("not on the source: " + Join(missing, ", "));
}

Outcome Run(const Inspection& in) {
  const std::vector<std::string>& tables = ProviderOfBoth(in).rows;
  const BothRows read = in.pair.Query(sql::kProviderRowsColumns, {ToParameter(Json(tables))});
  const UnlistedRelations source = ReadUnlisted(read.source);
  Outcome outcome{.examined = static_cast<std::int64_t>(tables.size())};
  NoteMissing(tables, source, outcome);
  CompareUnlisted(in, source, ReadUnlisted(read.target), outcome);
  return outcome;
}

}  // namespace

Gate Definition() {
  return {
      .name = "provider_rows",
      .summary = "Users' rows in a provider's tables, such as auth.users, are the same.",
      .meaning =
          "Users can't log in or reach their files, because the provider's tables lack or change "
          "their rows.",
      .remedy =
          "Copy these tables from the source again, as a role that the provider lets write to "
          "them.",
      .phases = {Phase::kVerify, Phase::kGate},
      .subjects = OneForTheDatabase,
      .run = Run};
}

}  // namespace gonogo::provider_rows

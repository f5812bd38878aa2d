// provider_rows: users' rows in a provider's tables, such as the accounts of a hosted service, are
// the same on both sides. The provider's versions of a table may differ: the columns of both are
// compared.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "core/error.h"
#include "core/json/json.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "gates/inspection.h"
#include "gates/reading/provider_of.h"
#include "gates/subjects.h"
#include "sql/contents.h"

namespace gonogo::provider_rows {
namespace {

using Columns = std::map<std::string, std::set<std::string>>;  // by table

Columns ColumnsOf(const Rows& rows) {
  Columns columns;
  for (const Row row : rows) {
    columns[row.Text("name")] = ParseJson(row.Text("columns")).get<std::set<std::string>>();
  }
  return columns;
}

// Returns the provider of both sides. Throws PlanError if they have none in common whose tables
// have rows of users.
const Provider& ProviderOfBoth(const Inspection& in) {
  const Provider* const source = ProviderOf(in.plan, SideName::kSource, in.pair.Source());
  const Provider* const target = ProviderOf(in.plan, SideName::kTarget, in.pair.Target());
  if (source != nullptr && source == target && !source->rows.empty()) return *source;
  throw PlanError("both sides must have the same provider, with tables that hold rows of users");
}

// Notes the tables that the source lacks: the service that would fill them isn't in use there.
void NoteMissing(const std::vector<std::string>& tables, const Columns& source, Outcome& outcome) {
  std::vector<std::string> missing;
  for (const std::string& table : tables) {
    if (!source.contains(table)) missing.push_back(table);
  }
  if (!missing.empty()) outcome.notes.push_back("not on the source: " + Join(missing, ", "));
}

// Adds a finding for each table that the target lacks. Returns the tables that both have.
Json InBoth(const Columns& source, const Columns& target, Outcome& outcome) {
  Json shared = Json::object();
  for (const auto& [name, columns] : source) {
    const auto other = target.find(name);
    if (other == target.end()) {
      outcome.findings.push_back({name, "no such table on the target", "the table"});
      continue;
    }
    Json both = Json::array();
    std::ranges::set_intersection(columns, other->second, std::back_inserter(both));
    if (both.size() < columns.size()) {
      outcome.notes.push_back(fmt::format("{}: the target lacks {} of the source", name,
                                          Counted(columns.size() - both.size(), "column")));
    }
    if (!both.empty()) shared[name] = both;
  }
  return shared;
}

Outcome Run(const Inspection& in) {
  const std::vector<std::string>& tables = ProviderOfBoth(in).rows;
  const BothRows columns = in.pair.Query(sql::kProviderRowsColumns, {ToParameter(Json(tables))});
  const Columns source = ColumnsOf(columns.source);
  Outcome outcome{.examined = static_cast<std::int64_t>(tables.size())};
  NoteMissing(tables, source, outcome);
  const Json shared = InBoth(source, ColumnsOf(columns.target), outcome);
  if (shared.empty()) return outcome;
  const BothRows rows =
      in.pair.QueryWritten(sql::kProviderRows, {{ToParameter(shared)}, {ToParameter(shared)}});
  for (std::size_t i = 0; i < rows.source.size(); ++i) {
    const Row want = rows.source[i];
    const Row have = rows.target[i];
    outcome.notes.push_back(fmt::format("{}: {} on the source", want.Text("name"),
                                        Counted(want.Integer("rows"), "row")));
    if (have.Integer("rows") != want.Integer("rows")) {
      outcome.findings.push_back({want.Text("name"), Counted(have.Integer("rows"), "row"),
                                  Counted(want.Integer("rows"), "row")});
    } else if (have.Text("digest") != want.Text("digest")) {
      outcome.findings.push_back({want.Text("name"), "other values", "those of the source"});
    }
  }
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

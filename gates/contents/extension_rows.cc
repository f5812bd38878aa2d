// extension_rows: the rows that a dump takes along from the tables of extensions, which have what
// users configured there: partitions to make, coordinate systems, policies. A mover that copies the
// plan's relations leaves them behind.
#include <fmt/format.h>

#include "core/plan/gate.h"
#include "core/text/text.h"
#include "gates/contents/unlisted_rows.h"
#include "gates/inspection.h"
#include "gates/reading/read_privilege.h"
#include "gates/subjects.h"
#include "sql/contents.h"

namespace gonogo::extension_rows {
namespace {

// What an extension writes by itself, and what another gate compares: scheduled_jobs.
constexpr const char* kExcept = R"(["pg_cron", "partman.part_config.maintenance_last_run"])";

using Names = std::set<std::string>;

bool IsExcluded(const Names& except, const std::string& name, Outcome& outcome) {
  if (!except.contains(name)) return false;
  outcome.notes.push_back("excluded: " + name);
  return true;
}

UnlistedRelations RelationsOf(const Rows& rows, const Names& except, Outcome& outcome) {
  UnlistedRelations relations = ReadUnlisted(rows);
  for (const Row row : rows) {
    if (IsExcluded(except, row.Text("name"), outcome) || except.contains(row.Text("extension"))) {
      relations.erase(row.Text("name"));
      continue;
    }
    std::erase_if(relations.at(row.Text("name")).columns, [&](const std::string& column) {
      return IsExcluded(except, row.Text("name") + "." + column, outcome);
    });
  }
  return relations;
}

// Returns the extensions that are left out whole.
Names ExcludedExtensions(const Rows& relations, const Rows& sequences, const Names& except) {
  Names excluded;
  for (const Rows* const rows : {&relations, &sequences}) {
    for (const Row row : *rows) {
      if (except.contains(row.Text("extension"))) excluded.insert(row.Text("extension"));
    }
  }
  return excluded;
}

std::string PositionText(const Row& row) {
  return fmt::format("at {}{}", row.Integer("last_value"),
                     row.Boolean("is_called") ? "" : ", not used");
}

bool IsBehind(const Row& have, const Row& want) {
  const std::int64_t at = have.Integer("last_value");
  const std::int64_t least = want.Integer("last_value");
  if (at == least) return want.Boolean("is_called") && !have.Boolean("is_called");
  return want.Boolean("rises") ? at < least : at > least;
}

void CompareSequences(const BothRows& sequences, const Names& except, Outcome& outcome) {
  std::map<std::string, Row> target;
  for (const Row row : sequences.target) target.emplace(row.Text("name"), row);
  for (const Row want : sequences.source) {
    const std::string& name = want.Text("name");
    if (except.contains(want.Text("extension")) || IsExcluded(except, name, outcome)) continue;
    ++outcome.examined;
    const auto have = target.find(name);
    if (have == target.end()) {
      outcome.findings.push_back({name, "no such sequence on the target", "the sequence"});
    } else if (IsBehind(have->second, want)) {
      outcome.findings.push_back({name, PositionText(have->second), PositionText(want)});
    }
  }
}

Outcome Run(const Inspection& in) {
  RequireReadable(in, in.plan);
  const std::vector<std::string> list = in.arguments.Texts("except");
  const Names except(list.begin(), list.end());
  const BothRows relations = in.pair.Query(sql::kExtensionRelations, {});
  const BothRows sequences = in.pair.QueryWritten(sql::kExtensionSequences, {});
  Outcome outcome{.examined = 1};  // the database: one without such extensions passes
  for (const std::string& name : ExcludedExtensions(relations.source, sequences.source, except)) {
    outcome.notes.push_back("excluded: extension " + name);
  }
  const UnlistedRelations source = RelationsOf(relations.source, except, outcome);
  Outcome of_target;  // its exclusions are the source's
  const UnlistedRelations target = RelationsOf(relations.target, except, of_target);
  outcome.examined += static_cast<std::int64_t>(source.size());
  CompareUnlisted(in, source, target, outcome);
  CompareSequences(sequences, except, outcome);
  return outcome;
}

}  // namespace

Gate Definition() {
  return {
      .name = "extension_rows",
      .summary = "Rows that users wrote into tables of extensions are the same.",
      .meaning =
          "An extension no longer does what users configured: it makes no partitions, or lacks a "
          "policy.",
      .remedy = "Copy these rows with pg_dump, or configure the extension by its own functions.",
      .phases = {Phase::kVerify, Phase::kGate},
      .parameters = {TextListParameter(
                         "except",
                         "what to leave out: extensions, their relations as schema.name, or "
                         "columns as schema.name.column")
                         .DefaultJson(kExcept)},
      .subjects = OneForTheDatabase,
      .run = Run};
}

}  // namespace gonogo::extension_rows

// schema_frozen: nobody has changed the source's schema since preflight recorded it, nor the
// target's since the stages that fill it did. A deploy that lands in the middle of a migration
// changes what was copied, and perhaps what the copy can carry.
#include <fmt/format.h>

#include <filesystem>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/record/facts.h"
#include "core/record/ledger.h"
#include "core/record/recorded_schema.h"
#include "core/text/digest.h"
#include "fixtures/system/text_file.h"
#include "gates/inspection.h"
#include "gates/objects/cut_findings.h"
#include "gates/objects/schema_objects.h"
#include "gates/reading/judged_rows.h"
#include "gates/reading/read_privilege.h"
#include "gates/subjects.h"

namespace gonogo::schema_frozen {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kMostChanges = 40;

std::vector<Subject> Subjects(const Plan& plan, const Arguments& arguments) {
  std::vector<Subject> subjects = TheSource(plan, arguments);
  if (arguments.Boolean("target")) subjects.push_back(TheTarget(plan, arguments).front());
  return subjects;
}

// The stage whose record counts, for messages.
std::string StageFor(SideName side) { return side == SideName::kSource ? "preflight" : "backfill"; }

RecordedSchema RecordedBy(const MigrationFolder& migration, SideName side) {
  const Ledger ledger = fs::exists(migration.ledger)
                            ? ParseLedger(ReadTextFile(migration.ledger), migration.ledger.string())
                            : Ledger();
  const auto facts = side == SideName::kSource ? ledger.LastSchema() : ledger.LastTargetSchema();
  if (!facts) {
    throw PlanError(fmt::format(
        "{}: no schema of the {} is recorded here, so nobody can tell whether it has changed: "
        "`gonogo stage {}` records it, and --out names the folder",
        migration.folder.string(), ToString(side), StageFor(side)));
  }
  const fs::path file = migration.folder / facts->file;
  const std::string text = ReadTextFile(file);
  if (Sha256(text) != facts->sha256) {
    throw PlanError(fmt::format("{} isn't the file that {} recorded: somebody changed it",
                                file.string(), StageFor(side)));
  }
  return ParseRecordedSchema(text, file.string());
}

// Each throw-away pair has new identifiers.
void RequireSameDatabase(const RecordedSchema& recorded, const ServerIdentity& identity,
                         SideName side) {
  const bool is_other_cluster = recorded.system_identifier && identity.system_identifier &&
                                recorded.system_identifier != identity.system_identifier;
  if (identity.throw_away) return;
  if (!is_other_cluster && recorded.database_oid == identity.database_oid) return;
  throw DatabaseError(
      fmt::format("{0}: {1} recorded the schema of another database: run `gonogo stage {1}` again",
                  ToString(side), StageFor(side)),
      "");
}

class Comparison {
 public:
  Comparison(const RecordedSchema& recorded, SideName side)
      : recorded_(recorded), as_recorded_("as at " + StageFor(side)) {}

  Outcome With(const SchemaObjects& now) {
    outcome_.notes.push_back("recorded at " + recorded_.taken_at);
    for (const auto& [relation, parts] : recorded_.objects) {
      outcome_.examined += static_cast<std::int64_t>(parts.size());
      const auto found = now.find(relation);
      if (found != now.end()) {
        CompareParts(relation, parts, found->second);
      } else if (!relation.empty()) {
        if (IsView(relation, recorded_.objects)) continue;
        Add(relation, "no longer there", as_recorded_);
      } else {
        CompareParts(relation, parts, {});
      }
    }
    for (const auto& [relation, parts] : now) {
      outcome_.examined += static_cast<std::int64_t>(parts.size());
      if (recorded_.objects.contains(relation) || IsView(relation, now)) continue;
      if (relation.empty()) {
        CompareParts(relation, {}, parts);
      } else {
        Add(relation, "new since " + recorded_.taken_at, "none, " + as_recorded_);
      }
    }
    CutFindings(kMostChanges, "others", "more change", outcome_);
    return std::move(outcome_);
  }

 private:
  using Parts = SchemaObjects::mapped_type;

  // A view is an object of its own.
  static bool IsView(const std::string& relation, const SchemaObjects& objects) {
    const auto others = objects.find("");
    if (others == objects.end()) return false;
    return others->second.contains("view " + relation) ||
           others->second.contains("materialized view " + relation);
  }

  void CompareParts(const std::string& relation, const Parts& before, const Parts& now) {
    const std::string prefix = relation.empty() ? "" : relation + " ";
    for (const auto& [object, digest] : before) {
      const auto found = now.find(object);
      if (found == now.end()) {
        Add(prefix + object, "no longer there", as_recorded_);
      } else if (found->second != digest) {
        Add(prefix + object, "changed since " + recorded_.taken_at, as_recorded_);
      }
    }
    for (const auto& [object, digest] : now) {
      if (before.contains(object)) continue;
      Add(prefix + object, "new since " + recorded_.taken_at, "none, " + as_recorded_);
    }
  }

  void Add(const std::string& object, const std::string& have, const std::string& want) {
    outcome_.findings.push_back({object, have, want});
  }

  const RecordedSchema& recorded_;
  std::string as_recorded_;  // "as at preflight"
  Outcome outcome_;
};

Outcome Run(const Inspection& in) {
  const SideName side = SideOf(in);
  Session& session = in.pair.SessionOf(side);
  RequireReadable(in, side, in.plan);
  const RecordedSchema recorded = RecordedBy(in.migration, side);
  RequireSameDatabase(recorded, *in.pair.Of(side).identity, side);
  return Comparison(recorded, side).With(ReadSchemaObjects(session, in.plan));
}

}  // namespace

Gate Definition() {
  return {
      .name = kSchemaFrozenGate,
      .summary = "Nobody has changed the schema since a stage recorded it.",
      .meaning =
          "A deploy landed in the middle of the migration: what was copied or compared before may "
          "not fit any more.",
      .remedy =
          "Stop deploys, bring both sides to the same schema, and begin again with gonogo stage "
          "preflight.",
      .phases = {Phase::kGate, Phase::kCutover},
      .parameters =
          {BooleanParameter(
               "target",
               "whether to look at the target, too, since stage backfill ended, or schema "
               "in a plan without it; the source is looked at since preflight")
               .Default(false)},
      .subjects = Subjects,
      .run = Run};
}

}  // namespace gonogo::schema_frozen

// Opens the database as source and as target, runs the checks, and records every answer of the
// source.
#include "stages/backup/baseline_take.h"

#include <fmt/format.h>

#include <array>

#include "core/error.h"
#include "core/json/json.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "core/values/relation_name.h"
#include "fixtures/pair.h"
#include "fixtures/session/caching_session.h"
#include "fixtures/session/recorded_session.h"
#include "fixtures/session/snapshot_session.h"
#include "fixtures/system/clock.h"
#include "fixtures/system/interrupt.h"
#include "fixtures/system/text_file.h"
#include "gates/inspection.h"
#include "gates/objects/relation_catalogue.h"
#include "sql/backup.h"
#include "sql/catalogue.h"
#include "sql/compare.h"
#include "sql/contents.h"
#include "sql/copy.h"
#include "sql/gates.h"
#include "sql/probes.h"
#include "sql/replication.h"

namespace gonogo {
namespace {

// What gates compare of a whole database. All of it is recorded, so that a check can be added after
// the baseline was taken.
const std::array kCatalogue = {sql::kUserTables,
                               sql::kReadPrivilege,
                               sql::kExclusions,
                               sql::kExtensions,
                               sql::kTypes,
                               sql::kSequences,
                               sql::kFunctions,
                               sql::kViews,
                               sql::kOtherObjects,
                               sql::kOwners,
                               sql::kGrants,
                               sql::kComments,
                               sql::kColumns,
                               sql::kConstraints,
                               sql::kIndexes,
                               sql::kTriggers,
                               sql::kPartitions,
                               sql::kRowSecurity,
                               sql::kExtendedStatistics,
                               sql::kStorage,
                               sql::kSequencePositions,
                               sql::kLeftoversReplication,
                               sql::kPublicationsSubscribed};

Side WithRecordedAnswers(const Side& side, Baseline& baseline) {
  return {.name = side.name,
          .session = WithCache(
              WithRecording(OpenSnapshot(side.endpoint, side.name, side.limits), baseline)),
          .identity = side.identity,
          .failure = {},
          .address = side.address,
          .endpoint = side.endpoint,
          .limits = side.limits,
          .readers = {},
          .is_baseline = true};
}

class BaselineTaker {
 public:
  BaselineTaker(const Plan& plan, const Environment& environment,
                const std::function<void(const std::string&)>& print_progress, Baseline& baseline,
                Side source, Side target)
      : plan_(plan),
        environment_(environment),
        print_progress_(print_progress),
        baseline_(baseline),
        pair_(std::move(source), std::move(target)) {}

  void Take(const std::string& tool) {
    const OnInterrupt cancel([this] { pair_.Cancel(); });
    Identify(tool);
    AskCatalogue();
    for (const Relation& relation : plan_.relations) AskContents(relation.source);
    for (const Check& check : plan_.checks) {
      if (check.gate->with_baseline) AskQuestionsOf(check);
    }
    Measure();
  }

 private:
  void Identify(const std::string& tool) {
    const ServerIdentity& identity = *pair_.Of(SideName::kTarget).identity;
    baseline_.tool = tool;
    baseline_.plan = plan_.name;
    baseline_.taken_at = UtcNow();
    baseline_.version = identity.version;
    baseline_.version_num = identity.version_num;
    baseline_.system_identifier = identity.system_identifier;
    baseline_.database_oid = identity.database_oid;
    baseline_.throw_away = identity.throw_away;
  }

  void AskCatalogue() {
    print_progress_("  ...    baseline: the catalogue");
    for (const std::string_view statement : kCatalogue) pair_.Source().Query(statement, {});
    // With and without the options of user mappings.
    for (const char* const with : {"true", "false"}) {
      pair_.Source().Query(sql::kForeignServers, {with});
    }
    const Rows sequences = pair_.Source().Query(sql::kSequencePositions, {});
    for (const std::string& statement : sequences.Texts("statement")) {
      pair_.Source().Query(statement, {});
    }
  }

  // A relation that the migration will create doesn't exist yet.
  void AskContents(const std::string& relation) {
    print_progress_("  ...    baseline: " + relation);
    const RelationName name = ParseRelationName(relation);
    const Rows count = pair_.Source().Query(sql::kRowCountExact, {JsonListOf({name})});
    const Value& statement = count.Only().Maybe("statement");
    if (!statement) return;
    pair_.Source().Query(*statement, {});
    QueryWritten(pair_.Source(), sql::kConstraintProbeContents, {name.schema, name.name});
  }

  void AskQuestionsOf(const Check& check) {
    print_progress_("  ...    baseline: what " + check.id + " compares");
    for (const Subject& subject : check.subjects) {
      try {
        check.gate->run({pair_, contents_, catalogue_, memory_, environment_, migration_, plan_,
                         check.arguments, subject});
      } catch (const DatabaseError& error) {
        ThrowIfInterrupted();
        throw DatabaseError(fmt::format("a baseline can't hold what {}.{} compares: {}", check.id,
                                        subject.name, error.what()),
                            error.sqlstate());
      }
    }
  }

  // Sizes aren't compared: they change by themselves.
  void Measure() {
    Session& session = pair_.Target();
    std::vector<RelationName> names;
    for (const Relation& relation : plan_.relations) {
      names.push_back(ParseRelationName(relation.source));
    }
    Json relations = Json::object();
    for (const Row size : session.Query(sql::kRelationSizes, {JsonListOf(names)})) {
      relations[QuotedName({size.Text("schema"), size.Text("name")})] = size.Integer("bytes");
    }
    baseline_.sizes = {{"database", session.Query(sql::kDatabaseSize, {}).Only().Integer("bytes")},
                       {"relations", std::move(relations)}};
  }

  const Plan& plan_;
  const Environment& environment_;
  const std::function<void(const std::string&)>& print_progress_;
  Baseline& baseline_;
  Pair pair_;
  Contents contents_{pair_, {}, {}};
  RelationCatalogue catalogue_{pair_, plan_};
  CheckMemory memory_;
  MigrationFolder migration_{MigrationFolderOf(environment_, plan_.name)};
};

}  // namespace

Baseline TakeBaseline(const Plan& plan, const Environment& environment,
                      const ConnectionString& endpoint, const std::string& tool,
                      const std::function<void(const std::string&)>& print_progress) {
  Side target = OpenSide("target", endpoint, plan.limits);
  RequireOpen(target);
  Baseline baseline;
  Side source = WithRecordedAnswers(target, baseline);
  BaselineTaker(plan, environment, print_progress, baseline, std::move(source), std::move(target))
      .Take(tool);
  return baseline;
}

void RequireBaselineOfPreflight(const Ledger& ledger, const std::filesystem::path& file) {
  const std::optional<BaselineFacts> noted = ledger.LastBaseline();
  if (!noted) {
    throw PlanError(
        fmt::format("preflight noted no baseline, so {} may have been taken after the "
                    "migration changed the database",
                    file.string()));
  }
  if (noted->digest == ParseBaseline(ReadTextFile(file), file.string()).Digest()) return;
  throw PlanError(
      fmt::format("{} isn't the baseline that preflight noted: one that was taken later "
                  "may equal what the migration made",
                  file.string()));
}

std::string Describe(const Baseline& baseline) {
  return fmt::format("{}, {}, a database of {}, sha256 {}",
                     Counted(baseline.sizes.at("relations").size(), "relation"),
                     Counted(baseline.answers.size(), "answer"),
                     DataSize(baseline.sizes.at("database")), baseline.Digest().substr(0, 12));
}

}  // namespace gonogo

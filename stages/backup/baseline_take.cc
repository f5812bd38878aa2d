// The database stands on both sides while its checks are asked: what they ask of a source is
// recorded, and what they find is nothing.
#include "stages/backup/baseline_take.h"

#include <array>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/text/json.h"
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

namespace gonogo {
namespace {

// What gates compare of a whole database, so that a check can be added after the baseline was
// taken.
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
                               sql::kForeignServers};

constexpr const char* kNoSuchRelation = "42P01";

Side Recorded(const Side& side, Baseline& baseline) {
  return {.name = side.name,
          .session = CachingSession(
              Recording(OpenSnapshot(side.endpoint, side.name, side.limits), baseline)),
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
                const std::function<void(const std::string&)>& show, Baseline& baseline,
                Side before, Side target)
      : plan_(plan),
        environment_(environment),
        show_(show),
        baseline_(baseline),
        pair_(std::move(before), std::move(target)) {}

  void Take(const std::string& tool) {
    const OnInterrupt cancel([this] { pair_.Cancel(); });
    Identify(tool);
    AskCatalogue();
    for (const Relation& relation : plan_.relations) AskContents(relation.source);
    for (const Check& check : plan_.checks) {
      if (check.gate->with_baseline) AskWhatItAsks(check);
    }
    Measure();
  }

 private:
  void Identify(const std::string& tool) {
    const ServerIdentity& identity = *pair_.target_side().identity;
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
    show_("  ...    baseline: the catalogue");
    for (const std::string_view statement : kCatalogue) pair_.Source().Query(statement, {});
    const Rows sequences = pair_.Source().Query(sql::kSequencePositions, {});
    for (std::size_t i = 0; i < sequences.size(); ++i) {
      pair_.Source().Query(sequences[i].Text("probe"), {});
    }
  }

  // A relation that the migration makes is not there yet.
  void AskContents(const std::string& relation) {
    show_("  ...    baseline: " + relation);
    const RelationName name = ParseRelationName(relation);
    try {
      QueryWritten(pair_.Source(), sql::kRowCountExact, {name.schema, name.name});
    } catch (const DatabaseError& error) {
      if (error.sqlstate() == kNoSuchRelation) return;
      throw;
    }
    QueryWritten(pair_.Source(), sql::kConstraintProbeContents, {name.schema, name.name});
  }

  void AskWhatItAsks(const Check& check) {
    show_("  ...    baseline: what " + check.id + " compares");
    for (const Subject& subject : check.subjects) {
      try {
        check.gate->run(
            {pair_, contents_, catalogues_, environment_, plan_, check.arguments, subject});
      } catch (const DatabaseError& error) {
        ThrowIfInterrupted();
        throw DatabaseError("no baseline can hold what " + check.id + "." + subject.name +
                                " compares: " + error.what(),
                            error.sqlstate());
      }
    }
  }

  // Sizes change by themselves, and so are no part of what is compared.
  void Measure() {
    Session& session = pair_.Target();
    Json wanted = Json::array();
    for (const Relation& relation : plan_.relations) {
      const RelationName name = ParseRelationName(relation.source);
      wanted.push_back({{"schema", name.schema}, {"name", name.name}});
    }
    const Rows sizes = session.Query(sql::kRelationSizes, {ToParameter(wanted)});
    Json relations = Json::object();
    for (std::size_t i = 0; i < sizes.size(); ++i) {
      relations[QuotedName({sizes[i].Text("schema"), sizes[i].Text("name")})] =
          sizes[i].Integer("bytes");
    }
    baseline_.sizes = {{"database", session.Query(sql::kDatabaseSize, {}).Only().Integer("bytes")},
                       {"relations", std::move(relations)}};
  }

  const Plan& plan_;
  const Environment& environment_;
  const std::function<void(const std::string&)>& show_;
  Baseline& baseline_;
  Pair pair_;
  Contents contents_{pair_, {}, {}};
  Catalogues catalogues_{pair_, plan_};
};

}  // namespace

Baseline TakeBaseline(const Plan& plan, const Environment& environment,
                      const ConnectionString& endpoint, const std::string& tool,
                      const std::function<void(const std::string&)>& show) {
  Side target = OpenSide("target", endpoint, plan.limits);
  if (target.failure) throw DatabaseError(*target.failure);
  Baseline baseline;
  Side before = Recorded(target, baseline);
  BaselineTaker(plan, environment, show, baseline, std::move(before), std::move(target)).Take(tool);
  return baseline;
}

void RequireBaselineOfPreflight(const Ledger& ledger, const std::filesystem::path& file) {
  std::string noted;
  for (const LedgerLine& line : ledger.lines) {
    if (line.stage != Phase::kPreflight || line.event != LedgerEvent::kStageEnded) continue;
    const Json& facts = line.details.at("facts");
    if (facts.contains("baseline")) noted = facts.at("baseline").at("digest");
  }
  if (noted == ParseBaseline(ReadTextFile(file), file.string()).Digest()) return;
  throw PlanError(file.string() + " is not the baseline that preflight noted" +
                  (noted.empty() ? ", for it noted none" : "") +
                  ": what was taken later may equal what the migration made");
}

std::string Describe(const Baseline& baseline) {
  const auto relations = baseline.sizes.at("relations").size();
  constexpr std::int64_t kMegabyte = 1'000'000;
  const std::int64_t bytes = baseline.sizes.at("database");
  return Counted(static_cast<std::int64_t>(relations), "relation") + ", " +
         Counted(static_cast<std::int64_t>(baseline.answers.size()), "answer") +
         ", a database of " + std::to_string((bytes + kMegabyte - 1) / kMegabyte) + " MB, sha256 " +
         baseline.Digest().substr(0, 12);
}

}  // namespace gonogo

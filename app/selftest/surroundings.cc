// Its services are one server, which answers what files say: so that damage to a file is damage to
// a service.
#include "app/selftest/surroundings.h"

#include <fmt/format.h>

#include <filesystem>
#include <sstream>

#include "app/plan/plan_file.h"
#include "app/process_environment.h"
#include "app/selftest/surrounding_texts.h"
#include "core/record/recorded_schema.h"
#include "core/text/digest.h"
#include "core/text/env_file.h"
#include "fixtures/session/server_identity.h"
#include "fixtures/session/snapshot_session.h"
#include "fixtures/system/clock.h"
#include "fixtures/system/text_file.h"
#include "fixtures/throwaway/cluster_sql.h"
#include "gates/cases/gate_case.h"
#include "gates/objects/schema_objects.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

constexpr const char* kDatabase = "surroundings";
constexpr const char* kApplication = "selftest_shop";
const std::string kFolder = "surroundings/";  // of the texts
constexpr const char* kAccepted = "Bearer a-token-of-the-shop";

std::string TextOf(const std::string& name) { return SurroundingTexts().at(kFolder + name); }

void MakeDatabase(const Cluster& cluster) {
  Execute(cluster, "postgres",
          {fmt::format("CREATE ROLE {} LOGIN PASSWORD '{}'", kApplication, cluster.password),
           fmt::format("CREATE DATABASE {}", kDatabase)});
  Execute(cluster, kDatabase, TextOf("databases.sql"));
}

std::unique_ptr<Session> OpenOn(const Cluster& cluster) {
  return OpenSnapshot(ParseEndpoint(UrlOf(cluster, kDatabase), cluster.side), cluster.side, {});
}

// Returns the target's snapshot when its database was filled.
std::string MakeDatabases(const ThrowAwayPair& pair) {
  MakeDatabase(pair.source);
  MakeDatabase(pair.target);
  return ReadIdentity(*OpenOn(pair.target)).snapshot;
}

// Returns what the stage preflight would record.
std::string SchemaOf(const Cluster& cluster, const Plan& plan) {
  const auto session = OpenOn(cluster);
  const ServerIdentity identity = ReadIdentity(*session);
  const RecordedSchema schema{.taken_at = UtcNow(),
                              .system_identifier = identity.system_identifier,
                              .database_oid = identity.database_oid,
                              .objects = ReadSchemaObjects(*session, plan)};
  return ToText(ToJson(schema)) + "\n";
}

}  // namespace

Surroundings::Surroundings(const ThrowAwayPair& pair)
    : pair_(pair),
      target_snapshot_(MakeDatabases(pair)),
      files_(pair.folder / "surroundings"),
      service_([this](const ReceivedRequest& request) { return Answer(request); }),
      plan_(WriteFiles()),
      endpoints_(ResolveEndpoints(plan_, {}, LaunchEnvironment())) {
  Execute(pair.source, kDatabase, TextOf("fence.sql"));
  sessions_.emplace(pair, kDatabase, kApplication);
}

// Twice, because records name the digest of the plan, which covers other files.
Plan Surroundings::WriteFiles() {
  std::map<std::string, std::string> facts = {{"source.url", UrlOf(pair_.source, kDatabase)},
                                              {"target.url", UrlOf(pair_.target, kDatabase)},
                                              {"target.snapshot", target_snapshot_},
                                              {"queue.url", UrlOf(pair_.target, "postgres")},
                                              {"service.port", std::to_string(service_.port())},
                                              {"now", UtcNow()}};
  WriteFilesWith(facts);
  Plan plan = LoadPlan(files_.folder() / "plan.json", LaunchEnvironment());
  facts["plan.digest"] = plan.digest;
  const std::string schema = SchemaOf(pair_.source, plan);
  files_.Write("migration/schema_of_source.json", schema);
  facts["schema.sha256"] = Sha256(schema);
  WriteFilesWith(facts);
  return plan;
}

void Surroundings::WriteFilesWith(const std::map<std::string, std::string>& facts) {
  for (const auto& [path, text] : SurroundingTexts()) {
    if (path.starts_with(kFolder))
      files_.Write(path.substr(kFolder.size()), Substituted(text, facts));
  }
}

// As an application's, it has what its file says, and no more of this process's variables than
// programs need.
Environment Surroundings::LaunchEnvironment() const {
  const fs::path file = files_.folder() / "launch.env";
  Environment environment = ParseEnvFile(ReadTextFile(file), file.string());
  for (const auto& [name, value] : ProcessEnvironment()) {
    if (name == "PATH" || name == "HOME") environment.emplace(name, value);
  }
  return environment;
}

RunContext Surroundings::Context() const {
  MigrationFolder migration = MigrationFolderAt(files_.folder() / "migration");
  migration.is_given = false;  // as nobody is in a stage, a rehearsal must have been before
  return {plan_, LaunchEnvironment(), endpoints_, std::move(migration)};
}

// A file has the status in its first line, with milliseconds of delay if it is slow, then the body.
HttpReply Surroundings::Answer(const ReceivedRequest& request) const {
  const fs::path file = files_.folder() / "answers" / request.path.substr(1);
  if (!fs::is_regular_file(file)) return {.status = 404};
  std::istringstream text(ReadTextFile(file));
  std::string head;
  std::getline(text, head);
  HttpReply reply;
  std::int64_t delay_ms = 0;
  std::istringstream(head) >> reply.status >> delay_ms;
  reply.delay = std::chrono::milliseconds(delay_ms);
  std::getline(text, reply.body, '\0');
  if (!request.authorization.empty() && request.authorization != kAccepted) reply.status = 401;
  return reply;
}

std::optional<NotPlanted> Surroundings::Plant(const Damage& damage) {
  return damage.medium == Medium::kFiles ? files_.Plant(damage) : sessions_->Plant(damage);
}

void Surroundings::Undo(const Damage& damage) {
  if (damage.medium == Medium::kFiles) return files_.Undo();
  sessions_->Undo(damage);
}

}  // namespace gonogo

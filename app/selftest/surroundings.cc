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
constexpr const char* kConsumer = "selftest_consumer";
constexpr const char* kSlot = "warehouse";
constexpr const char* kStandbyRole = "selftest_standby";
constexpr int kRounds = 5;                    // of the application's statements
const std::string kFolder = "surroundings/";  // of the texts
constexpr const char* kAccepted = "Bearer a-token-of-the-shop";

std::string TextOf(const std::string& name) { return SurroundingTexts().at(kFolder + name); }

void MakeDatabase(const Cluster& cluster) {
  Execute(
      cluster, "postgres",
      {fmt::format("CREATE ROLE {} LOGIN PASSWORD '{}'", kApplication, cluster.password),
       fmt::format("CREATE ROLE {} LOGIN REPLICATION PASSWORD '{}'", kConsumer, cluster.password),
       fmt::format("CREATE ROLE {} LOGIN REPLICATION PASSWORD '{}'", kStandbyRole,
                   cluster.password),
       fmt::format("CREATE DATABASE {}", kDatabase)});
  Execute(cluster, kDatabase, {TextOf("databases.sql"), TextOf("slot.sql")});
  Execute(cluster, kDatabase, std::vector(kRounds, TextOf("workload.sql")));
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
      tls_service_([this](const ReceivedRequest& request) { return Answer(request); },
                   WriteCertificates()),
      zone_([this] { return NamesOf(); }),
      plan_(WriteFiles()),
      endpoints_(ResolveEndpoints(plan_, {}, LaunchEnvironment())) {
  EncryptConnections(pair.source, certificates_.Of("source"));
  EncryptConnections(pair.target, certificates_.Of("target"));
  consumers_.emplace(pair, kDatabase, kConsumer, kSlot);
  StartStandby();
  Execute(pair.source, kDatabase, TextOf("fence.sql"));
  sessions_.emplace(pair, kDatabase, kApplication);
}

// In the pair's folder, so that it goes with the pair even if this process is killed.
void Surroundings::StartStandby() {
  standby_.emplace(pair_.target, StandbyLogin{kStandbyRole, "shop_standby"},
                   pair_.folder / "standby");
  Execute(pair_.target, kDatabase,
          Substituted(TextOf("standby.sql"),
                      {{"standby.port", std::to_string(standby_->cluster().port)},
                       {"target.port", std::to_string(pair_.target.port)},
                       {"target.password", pair_.target.password}}));
}

// Returns what the service speaks TLS with: one file has the certificate and its key.
ServerCertificate Surroundings::WriteCertificates() {
  const std::string folder = "certificates/";
  const std::string served = folder + "shop.pem";
  files_.Write(folder + "trusted.pem", certificates_.trusted());
  const CertificateFiles possible = certificates_.Of("shop");
  for (const auto& [name, text] : possible) files_.Write(folder + name, text);
  files_.Write(served, possible.at("valid.pem"));
  const std::string path = files_.folder() / served;
  return {.file = path, .key = path};
}

// Twice, because records name the digest of the plan, which covers other files.
Plan Surroundings::WriteFiles() {
  std::map<std::string, std::string> facts = {
      {"source.url", UrlOf(pair_.source, kDatabase)},
      {"target.url", UrlOf(pair_.target, kDatabase)},
      {"target.snapshot", target_snapshot_},
      {"queue.url", UrlOf(pair_.target, "postgres")},
      {"service.port", std::to_string(service_.port())},
      {"tls_service.port", std::to_string(tls_service_.port())},
      {"zone.port", std::to_string(zone_.port())},
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
  const std::string path = request.path.substr(1, request.path.find('?') - 1);
  const fs::path file = files_.folder() / "answers" / path;
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

// A line of the file has a name, its TTL in seconds, and its address.
std::vector<AddressRecord> Surroundings::NamesOf() const {
  std::vector<AddressRecord> records;
  std::istringstream text(ReadTextFile(files_.folder() / "names"));
  std::int64_t ttl_s = 0;
  for (AddressRecord one; text >> one.name >> ttl_s >> one.address;) {
    one.ttl = std::chrono::seconds(ttl_s);
    records.push_back(one);
  }
  return records;
}

std::optional<NotPlanted> Surroundings::Plant(const Damage& damage) {
  return damage.medium == Medium::kFiles ? files_.Plant(damage) : sessions_->Plant(damage);
}

void Surroundings::Undo(const Damage& damage) {
  if (damage.medium == Medium::kFiles) return files_.Undo();
  sessions_->Undo(damage);
}

}  // namespace gonogo

// Starts the pair of a test program once, in a function-local object that stops it at the end.
#include "tests/support/servers/pair_environment.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <mutex>
#include <optional>
#include <pqxx/pqxx>

#include "core/text/text.h"
#include "fixtures/rehearsal/encrypted_connections.h"
#include "fixtures/rehearsal/issued_certificate.h"
#include "fixtures/system/text_file.h"

namespace gonogo::testing_support {
namespace {

// Creating databases mostly creates files, which takes a third of the time in memory. Uses /dev/shm
// if it has enough space.
std::filesystem::path MakeFolder() {
  namespace fs = std::filesystem;
  constexpr std::uintmax_t kRoom = 1'500'000'000;
  std::error_code missing;
  std::string folder = "/dev/shm/gonogo-pair-XXXXXX";
  const bool has_room = fs::space("/dev/shm", missing).available > kRoom && !missing;
  return has_room && mkdtemp(folder.data()) != nullptr ? fs::path(folder) : MakePairFolder();
}

void EnableTls(const Cluster& cluster) {
  const IssuedCertificate issued =
      IssueCertificate({.name = "localhost", .hosts = "DNS:localhost", .until_days = 2});
  EncryptConnections(cluster, {{"valid.pem", issued.key + issued.certificate}});
}

// Tests open thousands of sessions, and a SCRAM exchange takes longer than many a statement: only
// the database "postgres" asks gonogo's role for its password.
void TrustGonogoRole(const Cluster& cluster, const std::filesystem::path& folder) {
  const std::string file = (folder / cluster.side / "pg_hba.conf").string();
  const std::string rules = ReadTextFile(file);
  std::ofstream(file) << "host postgres,stubborn all 127.0.0.1/32 scram-sha-256\n"
                         "host all gonogo 127.0.0.1/32 trust\n"
                      << rules;
}

constexpr const char* kSourceMajor = "GONOGO_SOURCE_MAJOR";
constexpr const char* kTargetMajor = "GONOGO_TARGET_MAJOR";

// Cases quote what a server prints, such as definitions of views, and majors print it differently.
constexpr const char* kMajorOfTexts = "15";

// Returns the programs of the major that the variable names.
std::string ProgramsFrom(const char* variable) {
  const char* const major = std::getenv(variable);
  return ProgramsOf(major == nullptr ? kMajorOfTexts : major);
}

struct StartedPair {
  StartedPair() {
    TrustGonogoRole(pair.source, folder);
    TrustGonogoRole(pair.target, folder);
    EnableTls(pair.source);
    EnableTls(pair.target);
  }

  std::filesystem::path folder = MakeFolder();
  PairGuard guard{folder};
  ThrowAwayPair pair = StartPair(folder, {ProgramsFrom(kSourceMajor), ProgramsFrom(kTargetMajor)});
};

}  // namespace

const ThrowAwayPair& TestPair() {
  static const StartedPair started;
  return started.pair;
}

bool TestPairHas(int major) {
  constexpr int kOldestOwn = 15;  // of a distribution that has all that the tests need
  for (const char* const variable : {kSourceMajor, kTargetMajor}) {
    const char* const asked = std::getenv(variable);
    const auto has = asked == nullptr ? kOldestOwn : ParseInteger(asked).value_or(0);
    if (has < major) return false;
  }
  return true;
}

std::string ProgramsOf(const std::string& major) {
  const ProcessResult programs =
      RunCommand({.words = {GONOGO_SOURCE_DIR "/ci/install-postgres", major}});
  if (programs.status != 0) throw std::runtime_error(programs.output);
  const std::string folder(Trim(programs.output));
  return folder.substr(folder.rfind('\n') + 1);
}

struct RepeatedTransaction::Connection {
  explicit Connection(const std::string& url) : connection(url) {}

  pqxx::connection connection;
};

RepeatedTransaction::RepeatedTransaction(const std::string& url, std::string sql)
    : connection_(std::make_unique<Connection>(url)), sql_(std::move(sql)) {}

RepeatedTransaction::~RepeatedTransaction() = default;

void RepeatedTransaction::Run() {
  pqxx::work transaction(connection_->connection);
  transaction.exec(sql_);
  transaction.commit();
}

void CreateDatabases(const std::string& name) {
  for (const Cluster* cluster : {&TestPair().source, &TestPair().target}) {
    ExecuteAsAdmin(*cluster, "CREATE DATABASE \"" + name + "\"");
  }
}

void DropDatabases(const std::string& name) {
  for (const Cluster* cluster : {&TestPair().source, &TestPair().target}) {
    ExecuteAsAdmin(*cluster, "DROP DATABASE IF EXISTS \"" + name + "\" WITH (FORCE)");
  }
}

}  // namespace gonogo::testing_support

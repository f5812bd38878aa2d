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
#include "fixtures/system/process.h"
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

void EnableTls(const Cluster& cluster, const std::filesystem::path& folder) {
  const auto in_cluster = [&](const char* file) { return (folder / cluster.side / file).string(); };
  // Not Ed25519, because SCRAM can't use its signature for channel binding.
  RunOrThrow(
      {.words = {"openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt",
                 "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj", "/CN=localhost",
                 "-keyout", in_cluster("server.key"), "-out", in_cluster("server.crt")},
       .user = UnprivilegedUser()});
  for (const char* const sql : {"ALTER SYSTEM SET ssl = on", "SELECT pg_reload_conf()"}) {
    Execute(cluster, "postgres", sql);
  }
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

// Returns the programs of the major that the variable names, Debian's if it names none.
std::string ProgramsFrom(const char* variable) {
  const char* const major = std::getenv(variable);
  return major == nullptr ? "" : ProgramsOf(major);
}

struct StartedPair {
  StartedPair() {
    TrustGonogoRole(pair.source, folder);
    TrustGonogoRole(pair.target, folder);
    EnableTls(pair.source, folder);
    EnableTls(pair.target, folder);
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
  for (const char* const variable : {kSourceMajor, kTargetMajor}) {
    const char* const asked = std::getenv(variable);
    if (asked != nullptr && ParseInteger(asked).value_or(0) < major) return false;
  }
  return true;
}

std::string ProgramsOf(const std::string& major) {
  if (major == "15") return "";
  const ProcessResult programs =
      RunCommand({.words = {GONOGO_SOURCE_DIR "/ci/install-postgres", major}});
  if (programs.status != 0) throw std::runtime_error(programs.output);
  const std::string folder(Trim(programs.output));
  return folder.substr(folder.rfind('\n') + 1);
}

std::string UrlOf(const Cluster& cluster, const std::string& database) {
  const std::string url = cluster.Url();
  return url.substr(0, url.rfind('/') + 1) + database;
}

void Execute(const Cluster& cluster, const std::string& database, const std::string& sql) {
  Execute(cluster, database, std::vector{sql});
}

void Execute(const Cluster& cluster, const std::string& database,
             const std::vector<std::string>& texts) {
  pqxx::connection connection(UrlOf(cluster, database) + "?sslmode=disable");
  pqxx::nontransaction transaction(connection);
  for (const std::string& text : texts) {
    transaction.exec(text);
    transaction.exec("DISCARD ALL");  // so that the next text starts as in a new session
  }
}

namespace {

// The session is in a separate database: PostgreSQL copies no database that a session is using, and
// tests copy "postgres".
constexpr const char* kAdminDatabase = "gonogo_tests";

struct Admin {
  explicit Admin(const Cluster& cluster)
      : connection(UrlOf(cluster, kAdminDatabase) +
                   "?sslmode=disable&application_name=admin%20of%20tests"),
        transaction(connection) {}

  pqxx::connection connection;
  pqxx::nontransaction transaction;
};

// The connection to a cluster. Reconnects if a test ended it.
class AdminOfCluster {
 public:
  pqxx::result Query(const Cluster& cluster, const std::string& sql) {
    const std::scoped_lock lock(mutex_);
    if (!admin_) {
      Execute(cluster, "postgres", std::string("CREATE DATABASE ") + kAdminDatabase);
      admin_.emplace(cluster);
    }
    try {
      return admin_->transaction.exec(sql);
    } catch (const pqxx::broken_connection&) {
      admin_.emplace(cluster);
      return admin_->transaction.exec(sql);
    }
  }

 private:
  std::mutex mutex_;
  std::optional<Admin> admin_;
};

pqxx::result QueryAsAdmin(const Cluster& cluster, const std::string& sql) {
  static std::mutex mutex;
  static std::map<int, AdminOfCluster> admins;  // by port; a map doesn't move its elements
  AdminOfCluster* admin = nullptr;
  {
    const std::scoped_lock lock(mutex);
    admin = &admins[cluster.port];
  }
  return admin->Query(cluster, sql);
}

}  // namespace

void ExecuteAsAdmin(const Cluster& cluster, const std::string& sql) { QueryAsAdmin(cluster, sql); }

void DropRoles(const Cluster& cluster) {
  ExecuteAsAdmin(cluster, R"(
DO $$
DECLARE name text;
BEGIN
  FOR name IN SELECT rolname FROM pg_roles WHERE rolname !~ '^pg_' AND rolname <> 'gonogo' LOOP
    EXECUTE format('DROP OWNED BY %I', name);  -- its privileges on the server's objects
    EXECUTE format('DROP ROLE %I', name);
  END LOOP;
  ALTER ROLE ALL RESET ALL;
  IF current_setting('server_version_num')::int >= 150000 THEN
    FOR name IN EXECUTE 'SELECT format(''REVOKE ALL ON PARAMETER %I FROM PUBLIC'', parname)
                         FROM pg_parameter_acl' LOOP
      EXECUTE name;
    END LOOP;
  END IF;
END $$)");
}

bool HasRow(const Cluster& cluster, const std::string& query) {
  return !QueryAsAdmin(cluster, query).empty();
}

struct OpenTransaction::Session {
  explicit Session(const std::string& url) : connection(url), transaction(connection) {}

  pqxx::connection connection;
  pqxx::work transaction;
};

OpenTransaction::OpenTransaction(const std::string& url, const std::string& sql)
    : session_(std::make_unique<Session>(url)) {
  session_->transaction.exec(sql);
}

OpenTransaction::~OpenTransaction() = default;

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

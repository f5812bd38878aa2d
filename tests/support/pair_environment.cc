// A function-local object starts the pair once and ends it with the program.
#include "tests/support/pair_environment.h"

#include <cstdlib>
#include <filesystem>
#include <pqxx/pqxx>

#include "core/text/text.h"
#include "fixtures/system/process.h"

namespace gonogo::testing_support {
namespace {

// Making databases is mostly making files: in memory, where there is room, it takes a third.
std::filesystem::path Folder() {
  namespace fs = std::filesystem;
  constexpr std::uintmax_t kRoom = 1'500'000'000;
  std::error_code missing;
  std::string folder = "/dev/shm/gonogo-pair-XXXXXX";
  const bool has_room = fs::space("/dev/shm", missing).available > kRoom && !missing;
  return has_room && mkdtemp(folder.data()) != nullptr ? fs::path(folder) : MakePairFolder();
}

void OfferTls(const Cluster& cluster, const std::filesystem::path& folder) {
  const auto in_cluster = [&](const char* file) { return (folder / cluster.side / file).string(); };
  // No Ed25519: it has no digest to bind SCRAM to.
  RunOrThrow(
      {.words = {"openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt",
                 "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj", "/CN=localhost",
                 "-keyout", in_cluster("server.key"), "-out", in_cluster("server.crt")},
       .user = UnprivilegedUser()});
  for (const char* const sql : {"ALTER SYSTEM SET ssl = on", "SELECT pg_reload_conf()"}) {
    Execute(cluster, "postgres", sql);
  }
}

struct StartedPair {
  StartedPair() {
    OfferTls(pair.source, folder);
    OfferTls(pair.target, folder);
  }

  std::filesystem::path folder = Folder();
  PairGuard guard{folder};
  ThrowAwayPair pair = StartPair(folder, {});
};

}  // namespace

const ThrowAwayPair& TestPair() {
  static const StartedPair started;
  return started.pair;
}

std::string ProgramsOf(const std::string& major) {
  if (major == "15") return "";
  const Finished programs =
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
  pqxx::connection connection(UrlOf(cluster, database));
  pqxx::nontransaction transaction(connection);
  transaction.exec(sql);
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
    Execute(*cluster, "postgres", "CREATE DATABASE \"" + name + "\"");
  }
}

void DropDatabases(const std::string& name) {
  for (const Cluster* cluster : {&TestPair().source, &TestPair().target}) {
    Execute(*cluster, "postgres", "DROP DATABASE IF EXISTS \"" + name + "\" WITH (FORCE)");
  }
}

}  // namespace gonogo::testing_support

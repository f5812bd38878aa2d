// Only servers of this test program may suffer: its tests run one after another.
#include "tests/support/faults/faulty_server.h"

#include <fmt/format.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <pqxx/pqxx>
#include <stdexcept>

#include "core/text/text.h"
#include "fixtures/system/process.h"
#include "fixtures/system/text_file.h"
#include "fixtures/throwaway/cluster_sql.h"
#include "tests/support/servers/pair_environment.h"

namespace gonogo::testing_support {
namespace {

std::filesystem::path DataOf(const Cluster& cluster) { return TestPair().folder / cluster.side; }

ProcessResult Control(const Cluster& cluster, const std::string& act) {
  return RunCommand({.words = {(cluster.programs / "pg_ctl").string(), "--pgdata",
                               DataOf(cluster).string(), "--mode=immediate", "--silent", "--log",
                               (TestPair().folder / (cluster.side + ".log")).string(), act},
                     .user = UnprivilegedUser()});
}

}  // namespace

void StopAtOnce(const Cluster& cluster) { RequireSuccess("pg_ctl", Control(cluster, "stop")); }

void KillServer(const Cluster& cluster) {
  const std::string lines = ReadTextFile(DataOf(cluster) / "postmaster.pid");
  kill(std::stoi(lines), SIGKILL);
}

// pg_ctl restart uses the options of the server that ran before. It can't start another one while
// a process of a server that was killed still runs.
void Restart(const Cluster& cluster) {
  ProcessResult result;
  for (int attempt = 0; attempt < 50; ++attempt) {
    result = Control(cluster, "restart");
    if (result.status == 0) return;
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
  }
  RequireSuccess("pg_ctl", result);
}

void EnsureRuns(const Cluster& cluster) {
  try {
    Answer(cluster, "SELECT 1");
  } catch (const pqxx::failure&) {
    Restart(cluster);
  }
}

struct OtherSession::Connection {
  explicit Connection(const std::string& url) : connection(url) {}

  pqxx::connection connection;
  pqxx::work transaction{connection};
};

OtherSession::OtherSession(const Cluster& cluster, const std::string& database,
                           const std::string& sql)
    : connection_(std::make_unique<Connection>(UrlOf(cluster, database) + "?sslmode=disable")) {
  connection_->transaction.exec(sql);
}

OtherSession::OtherSession(OtherSession&&) noexcept = default;
OtherSession& OtherSession::operator=(OtherSession&&) noexcept = default;
OtherSession::~OtherSession() = default;

std::vector<OtherSession> TakeAllConnections(const Cluster& cluster) {
  std::vector<OtherSession> all;
  try {
    for (;;) all.emplace_back(cluster, "postgres");
  } catch (const pqxx::failure&) {
    return all;
  }
}

void Demote(const Cluster& cluster) {
  std::ofstream(DataOf(cluster) / "standby.signal") << "";
  Restart(cluster);
}

void EndDemotion(const Cluster& cluster) {
  std::filesystem::remove(DataOf(cluster) / "standby.signal");
  Restart(cluster);
}

void TerminateSessionsOf(const Cluster& cluster, const std::string& database) {
  Answer(cluster, fmt::format("SELECT count(pg_catalog.pg_terminate_backend(pid)) FROM "
                              "pg_catalog.pg_stat_activity WHERE datname = '{}' AND pid <> "
                              "pg_catalog.pg_backend_pid()",
                              database));
}

std::string Answer(const Cluster& cluster, const std::string& query) {
  pqxx::connection connection(UrlOf(cluster, "postgres") + "?sslmode=disable");
  pqxx::nontransaction transaction(connection);
  return transaction.exec(query)[0][0].as<std::string>("");
}

}  // namespace gonogo::testing_support

// pg_basebackup copies the primary's settings and certificate, too.
#include "tests/support/faults/real_standby.h"

#include <pqxx/pqxx>

#include "fixtures/session/server_identity.h"
#include "fixtures/system/process.h"
#include "tests/support/faults/faulty_server.h"

namespace gonogo::testing_support {
namespace {

std::vector<std::string> CopyOf(const Cluster& primary, const std::filesystem::path& folder,
                                int port) {
  const std::string data = (folder / "data").string();
  RunOrThrow({.words = {"pg_basebackup", "--dbname=" + primary.Url(), "--pgdata=" + data,
                        "--checkpoint=fast", "--write-recovery-conf", "--no-sync"}});
  return {(primary.programs / "postgres").string(),
          "-D",
          data,
          "-p",
          std::to_string(port),
          "-c",
          "listen_addresses=127.0.0.1",
          "-c",
          "unix_socket_directories=",
          "-c",
          "fsync=off",
          "-c",
          std::string("cluster_name=") + kThrowAwayClusterName};
}

Cluster At(Cluster cluster, int port) {
  cluster.port = port;
  return cluster;
}

bool AnswersQueries(const Cluster& standby) {
  try {
    return Answer(standby, "SELECT pg_is_in_recovery()") == "t";
  } catch (const pqxx::failure&) {
    return false;
  }
}

}  // namespace

RealStandby::RealStandby(const Cluster& primary)
    : standby_(primary),
      process_({.prepare = [&](const std::filesystem::path& folder,
                               int port) { return CopyOf(primary, folder, port); },
                .answers = [&](int port) { return AnswersQueries(At(primary, port)); }}) {
  standby_.port = process_.port();
}

void RealStandby::Promote() const { Answer(standby_, "SELECT pg_promote()"); }

}  // namespace gonogo::testing_support

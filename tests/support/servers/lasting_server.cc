// cluster_name can only be set when a server starts.
#include "tests/support/servers/lasting_server.h"

#include "fixtures/programs/postgres_programs.h"
#include "tests/support/gonogo_program.h"

namespace gonogo::testing_support {

void RestartAs(const std::string& name, const ThrowAwayPair& pair, const Cluster& cluster) {
  const std::string options =
      "-c listen_addresses=127.0.0.1 -c port=" + std::to_string(cluster.port) +
      " -c unix_socket_directories=" + pair.folder.string() +
      " -c fsync=off -c cluster_name=" + name;
  RunOrThrow({.words = {(cluster.programs / "pg_ctl").string(), "--pgdata",
                        (pair.folder / cluster.side).string(), "--log",
                        (pair.folder / (cluster.side + ".log")).string(), "--options", options,
                        "--mode=fast", "--wait", "restart"},
              .user = UnprivilegedUser()});
}

}  // namespace gonogo::testing_support

// Configures and starts pgbouncer, and waits until a client can connect to the server through it.
#include "tests/support/servers/running_pooler.h"

#include <filesystem>
#include <fstream>
#include <pqxx/pqxx>

namespace gonogo::testing_support {
namespace {

Cluster Pooled(Cluster server, int port) {
  server.port = port;
  return server;
}

std::vector<std::string> WriteFiles(const std::filesystem::path& folder, const Cluster& server,
                                    int port, const std::string& mode, int pool_size) {
  const std::string users = (folder / "users.txt").string();
  const std::string configuration = (folder / "pgbouncer.ini").string();
  std::ofstream(users) << "\"gonogo\" \"" << server.password << "\"\n";
  std::ofstream(configuration) << "[databases]\n* = host=127.0.0.1 port=" << server.port
                               << "\n[pgbouncer]\nlisten_addr = 127.0.0.1"
                               << "\nlisten_port = " << port << "\nunix_socket_dir ="
                               << "\nauth_type = scram-sha-256"
                               << "\nauth_file = " << users << "\npool_mode = " << mode
                               << "\ndefault_pool_size = " << pool_size << "\n";
  return {"pgbouncer", configuration};
}

bool CanConnect(const Cluster& pooled) {
  try {
    const pqxx::connection connection(UrlOf(pooled, "postgres"));
    return true;
  } catch (const pqxx::broken_connection&) {
    return false;
  }
}

}  // namespace

RunningPooler::RunningPooler(const Cluster& server, const std::string& mode, int pool_size)
    : pooled_(server),
      process_(
          {.prepare = [&](const std::filesystem::path& folder,
                          int port) { return WriteFiles(folder, server, port, mode, pool_size); },
           .answers = [&](int port) { return CanConnect(Pooled(server, port)); }}) {
  pooled_.port = process_.port();
}

std::string RunningPooler::Url(const std::string& database) const {
  return UrlOf(pooled_, database);
}

}  // namespace gonogo::testing_support

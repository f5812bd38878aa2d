// pg_recvlogical reads changes as consumers do, by PostgreSQL's replication protocol. A shell
// starts it again, because its own loop waits for 5 s.
#include "app/selftest/change_consumers.h"

#include <fmt/format.h>

#include "fixtures/programs/postgres_programs.h"
#include "fixtures/system/private_file.h"
#include "fixtures/throwaway/cluster_sql.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

// The parameters are the program and its options.
constexpr const char* kAgainAndAgain = R"(
trap 'kill "$reader"; exit' TERM HUP
while :; do
  "$@" &
  reader=$!
  wait "$reader"
  sleep 0.5
done)";

// Its name is one that may stay on the target.
std::unique_ptr<RunningServer> Started(const Cluster& cluster, const std::string& database,
                                       const std::string& role, const std::string& slot) {
  const auto prepare = [=](const fs::path& folder, int) {
    const fs::path passwords = folder / "passwords";
    WritePrivateFile(passwords, fmt::format("*:*:*:*:{}\n", cluster.password));
    const std::string where = fmt::format(
        "host=127.0.0.1 port={} dbname={} user={} passfile={} application_name='shop warehouse'",
        cluster.port, database, role, passwords.string());
    return std::vector<std::string>{"/bin/sh",
                                    "-c",
                                    kAgainAndAgain,
                                    "gonogo-consumer",
                                    FindClient("pg_recvlogical").path.string(),
                                    "--no-loop",
                                    "--dbname=" + where,
                                    "--slot=" + slot,
                                    "--start",
                                    "--file=/dev/null"};
  };
  const auto reads = [=](int) {
    return HasRow(cluster, fmt::format("SELECT FROM pg_catalog.pg_replication_slots "
                                       "WHERE slot_name = '{}' AND active",
                                       slot));
  };
  return std::make_unique<RunningServer>(ServerLaunch{.prepare = prepare, .answers = reads});
}

}  // namespace

ChangeConsumers::ChangeConsumers(const ThrowAwayPair& pair, const std::string& database,
                                 const std::string& role, const std::string& slot)
    : programs_{.source = Started(pair.source, database, role, slot),
                .target = Started(pair.target, database, role, slot)} {}

}  // namespace gonogo

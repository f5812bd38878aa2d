// A target behind a real transaction pooler: every transaction may meet another server connection.
#include <gtest/gtest.h>

#include "tests/support/credity_pair.h"

namespace gonogo::testing_support {
namespace {

// Runs gonogo through pgbouncer, then asks the pooler's only server connection what is left on it.
constexpr const char* kRunThroughPooler = R"sh(
  chmod 755 "$scratch"
  port=$(( 20000 + RANDOM % 20000 ))
  cat > "$scratch/pgbouncer.ini" <<INI
[databases]
* = host=127.0.0.1 port=$server_port
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = $port
unix_socket_dir =
auth_type = scram-sha-256
auth_file = $scratch/users.txt
pool_mode = transaction
default_pool_size = 1
logfile = /dev/null
INI
  echo "\"gonogo\" \"$server_password\"" > "$scratch/users.txt"
  as_user=()
  [ "$(id -u)" = 0 ] && as_user=(setpriv --reuid "$user" --regid "$user" --clear-groups --)
  "${as_user[@]}" pgbouncer "$scratch/pgbouncer.ini" >/dev/null 2>&1 &
  pooler=$!
  trap 'kill $pooler; wait $pooler 2>/dev/null' EXIT
  export PGPASSWORD=$server_password
  url="postgresql://gonogo@127.0.0.1:$port/$database"
  for try in $(seq 100); do psql -X "$url" -c 'select 1' >/dev/null 2>&1 && break; sleep 0.1; done
  "$gonogo" run gate --plan "$project/plans/credity/plan.json" --out "$scratch/out" --quiet \
    --env-file "$project/fixtures/credity/rehearsal.env" --source "$source" \
    --target "postgresql://gonogo:$server_password@127.0.0.1:$port/$database"
  status=$?
  echo "left: $(psql -X -At "$url" -c \
    "select current_setting('row_security') || ' ' || current_setting('statement_timeout')")"
  exit $status
)sh";

TEST(TransactionPooler, IsNoObstacleAndKeepsNoSettingOfTheRun) {
  const Scratch scratch;
  const DamagedTarget target("");
  const Cluster& server = TestPair().target;
  const Finished run = RunCommand({.words = {"bash", "-c", kRunThroughPooler},
                                   .environment = {{"gonogo", GONOGO_PROGRAM},
                                                   {"project", GONOGO_SOURCE_DIR},
                                                   {"scratch", scratch.Path("")},
                                                   {"user", UnprivilegedUser()},
                                                   {"server_port", std::to_string(server.port)},
                                                   {"server_password", server.password},
                                                   {"database", target.name()},
                                                   {"source", CredityUrl()}}});
  EXPECT_EQ(run.status, 0) << run.output;
  EXPECT_NE(run.output.find("left: on 0"), std::string::npos) << run.output;
}

}  // namespace
}  // namespace gonogo::testing_support

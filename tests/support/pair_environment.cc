// A function-local object starts the pair once and ends it with the program.
#include "tests/support/pair_environment.h"

#include <pqxx/pqxx>

namespace gonogo::testing_support {
namespace {

struct StartedPair {
  std::filesystem::path folder = MakePairFolder();
  PairGuard guard{folder};
  ThrowAwayPair pair = StartPair(folder, {});
};

}  // namespace

const ThrowAwayPair& TestPair() {
  static const StartedPair started;
  return started.pair;
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

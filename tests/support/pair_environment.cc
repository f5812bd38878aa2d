// A function-local object starts the pair once and ends it with the program.
#include "tests/support/pair_environment.h"

#include <cstdlib>
#include <filesystem>
#include <pqxx/pqxx>

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

struct StartedPair {
  std::filesystem::path folder = Folder();
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

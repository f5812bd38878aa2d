// The throw-away pair of a test program, and functions to run SQL on it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "fixtures/throwaway/throwaway_pair.h"

namespace gonogo::testing_support {

// Returns the pair of this test program. The first call starts it, and the end of the program
// removes it. Its servers accept encrypted connections, with self-signed certificates. They are of
// the majors in the variables GONOGO_SOURCE_MAJOR and GONOGO_TARGET_MAJOR, if these are set.
const ThrowAwayPair& TestPair();

// Returns whether both servers of that pair are of this major, at most 15, or a newer one. Doesn't
// start them.
bool TestPairHas(int major);

// Returns the folder of that major's server programs, and downloads them if necessary. Returns "",
// which means Debian's programs, for 15. Throws std::runtime_error if the download fails.
std::string ProgramsOf(const std::string& major);

// Runs SQL (any number of statements) on a cluster's database. Each text is one transaction. Throws
// std::runtime_error with the server's message.
void Execute(const Cluster& cluster, const std::string& database, const std::string& sql);
void Execute(const Cluster& cluster, const std::string& database,
             const std::vector<std::string>& texts);

// Runs SQL in a separate database for administration. Keeps the connection open, because connecting
// takes longer than most statements.
void ExecuteAsAdmin(const Cluster& cluster, const std::string& sql);
// Returns whether a query has a row there.
bool HasRow(const Cluster& cluster, const std::string& query);

// Drops all roles that a test created, their privileges on what is the server's, and settings of
// all roles. Their databases must be gone.
void DropRoles(const Cluster& cluster);

// A transaction of another session. The constructor runs the SQL, the destructor rolls back.
class OpenTransaction {
 public:
  OpenTransaction(const std::string& url, const std::string& sql);
  OpenTransaction(const OpenTransaction&) = delete;
  OpenTransaction& operator=(const OpenTransaction&) = delete;
  ~OpenTransaction();

 private:
  struct Session;
  std::unique_ptr<Session> session_;
};

// A connection that runs the same statements repeatedly, each time in a new transaction.
class RepeatedTransaction {
 public:
  RepeatedTransaction(const std::string& url, std::string sql);
  RepeatedTransaction(const RepeatedTransaction&) = delete;
  RepeatedTransaction& operator=(const RepeatedTransaction&) = delete;
  ~RepeatedTransaction();

  // Throws std::runtime_error with the server's message.
  void Run();

 private:
  struct Connection;
  std::unique_ptr<Connection> connection_;
  std::string sql_;
};

// Creates an empty database of that name on both sides.
void CreateDatabases(const std::string& name);
void DropDatabases(const std::string& name);

// Returns the URL of that database on a cluster.
std::string UrlOf(const Cluster& cluster, const std::string& database);

}  // namespace gonogo::testing_support

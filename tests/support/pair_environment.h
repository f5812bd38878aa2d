// A throw-away pair for a whole test program, with a database of its own for whoever asks.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "fixtures/throwaway/throwaway_pair.h"

namespace gonogo::testing_support {

// The pair of this test program: started when first asked for, gone when the program ends. Its
// servers take encrypted connections, with certificates that nobody signed.
const ThrowAwayPair& TestPair();

// The folder of that major's server programs, fetched where they are not there yet; "", which means
// Debian's own, for 15. Throws std::runtime_error.
std::string ProgramsOf(const std::string& major);

// Runs SQL (any number of statements) on a cluster's database, as psql would: each text is one
// transaction. Throws std::runtime_error with the server's words.
void Execute(const Cluster& cluster, const std::string& database, const std::string& sql);
void Execute(const Cluster& cluster, const std::string& database,
             const std::vector<std::string>& texts);

// The same in the database "postgres", on a connection that stays open for the next call: to
// connect takes longer than most of what is asked there.
void ExecuteAsAdmin(const Cluster& cluster, const std::string& sql);
// Whether a query returns a row there.
bool HasRow(const Cluster& cluster, const std::string& query);

// A transaction that somebody else holds open, rolled back with this object.
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

// One connection that runs the same statements in one transaction after another.
class RepeatedTransaction {
 public:
  RepeatedTransaction(const std::string& url, std::string sql);
  RepeatedTransaction(const RepeatedTransaction&) = delete;
  RepeatedTransaction& operator=(const RepeatedTransaction&) = delete;
  ~RepeatedTransaction();

  // Throws std::runtime_error with the server's words.
  void Run();

 private:
  struct Connection;
  std::unique_ptr<Connection> connection_;
  std::string sql_;
};

// Makes an empty database of that name on both sides.
void CreateDatabases(const std::string& name);
void DropDatabases(const std::string& name);

// The URL of that database on a cluster.
std::string UrlOf(const Cluster& cluster, const std::string& database);

}  // namespace gonogo::testing_support

// The throw-away pair of a test program.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "fixtures/throwaway/cluster_sql.h"
#include "fixtures/throwaway/throwaway_pair.h"

namespace gonogo::testing_support {

// Returns the pair of this test program. The first call starts it, and the end of the program
// removes it. Its servers accept encrypted connections, with self-signed certificates. They are of
// major 15, or of the majors in the variables GONOGO_SOURCE_MAJOR and GONOGO_TARGET_MAJOR.
const ThrowAwayPair& TestPair();

// Returns whether both servers of that pair are of this major or a newer one. Doesn't start them.
bool TestPairHas(int major);

// Returns the folder of that major's server programs, and downloads them if necessary. Throws
// std::runtime_error if the download fails.
std::string ProgramsOf(const std::string& major);

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

}  // namespace gonogo::testing_support

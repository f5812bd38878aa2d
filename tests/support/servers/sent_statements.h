// The statements that this process sends to servers, as libpq gets them.
#pragma once

#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

struct pg_conn;  // libpq's PGconn

namespace gonogo::testing_support {

// Returns where a statement of sql/ begins in what is sent in one round trip: at the beginning, or
// behind another statement. Returns npos if it isn't there, or only among the commands with which a
// session begins.
std::size_t BeginOf(std::string_view statement, std::string_view sent);

// Notes statements for as long as it exists, of all threads. Two can't exist at the same time.
class SentStatements {
 public:
  SentStatements();
  SentStatements(const SentStatements&) = delete;
  SentStatements& operator=(const SentStatements&) = delete;
  ~SentStatements();

  // Returns how often statements were sent, each of which costs a round trip.
  static std::size_t Turns();

  // Returns those that gonogo built, each once in the life of this process: not those of sql/, and
  // not those that contain one of the `given` texts, which the user wrote.
  static std::vector<std::string> Built(const std::vector<std::string>& given);
};

// For as long as it exists, the server gets `other` in place of the statement. Two can't exist at
// the same time.
class ReplacedStatement {
 public:
  ReplacedStatement(std::string_view statement, std::string other);
  ReplacedStatement(const ReplacedStatement&) = delete;
  ReplacedStatement& operator=(const ReplacedStatement&) = delete;
  ~ReplacedStatement();
};

// A statement that is about to be sent, with the texts that are bound to it.
struct Sending {
  pg_conn* connection;
  std::string_view statement;
  const std::vector<const char*>& values;
};

// For as long as it exists, `watch` is called before a statement is sent, in the thread that sends
// it. It may send others on the connection itself, which are neither watched nor noted. Two can't
// exist at the same time.
class WatchedSending {
 public:
  explicit WatchedSending(std::function<void(const Sending&)> watch);
  WatchedSending(const WatchedSending&) = delete;
  WatchedSending& operator=(const WatchedSending&) = delete;
  ~WatchedSending();
};

// Returns the names of the statements of sql/ among those that are noted.
std::set<std::string> NamesOfSent();

}  // namespace gonogo::testing_support

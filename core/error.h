// The two kinds of errors: the user can fix a PlanError; a DatabaseError comes from a server.
// A difference between the servers is a finding, not an error.
#pragma once

#include <stdexcept>
#include <string>

namespace gonogo {

// A plan, an option or an environment that can't be used. The message says where and what to do.
class PlanError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// A server can't be reached, or rejected a statement. The message doesn't contain secrets.
class DatabaseError : public std::runtime_error {
 public:
  // `sqlstate` is empty if the server didn't answer (connection refused or lost).
  DatabaseError(const std::string& message, std::string sqlstate)
      : std::runtime_error(message), sqlstate_(std::move(sqlstate)) {}

  const std::string& sqlstate() const { return sqlstate_; }

 private:
  std::string sqlstate_;
};

// Returns the error for a relation that `side` doesn't have (SQLSTATE 42P01).
inline DatabaseError NoSuchRelation(const std::string& side, const std::string& relation) {
  return {side + ": relation " + relation + " does not exist", "42P01"};
}

}  // namespace gonogo

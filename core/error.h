// The two kinds of "cannot go on": what the user must mend (PlanError) and what a server refused
// or could not answer (DatabaseError). A difference between the servers is a finding, not an error.
#pragma once

#include <stdexcept>
#include <string>

namespace gonogo {

// A plan, an option or an environment that cannot be used. The message says where and what to do.
class PlanError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// A server that cannot be reached, or that refused a statement. The message holds no secret.
class DatabaseError : public std::runtime_error {
 public:
  // `sqlstate` is empty where the server never got to answer (connection refused, lost).
  DatabaseError(const std::string& message, std::string sqlstate)
      : std::runtime_error(message), sqlstate_(std::move(sqlstate)) {}

  const std::string& sqlstate() const { return sqlstate_; }

 private:
  std::string sqlstate_;
};

// That of a relation which `side` does not have, with the server's own SQLSTATE.
inline DatabaseError NoSuchRelation(const std::string& side, const std::string& relation) {
  return {side + ": relation " + relation + " does not exist", "42P01"};
}

}  // namespace gonogo

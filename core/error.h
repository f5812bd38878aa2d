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

// A server can't be reached, or rejected a statement. The message contains neither secrets nor
// values of rows.
class DatabaseError : public std::runtime_error {
 public:
  // `sqlstate` is empty if the server didn't answer (connection refused or lost).
  DatabaseError(const std::string& message, std::string sqlstate, std::string details = "")
      : std::runtime_error(message), sqlstate_(std::move(sqlstate)), details_(std::move(details)) {}

  const std::string& sqlstate() const { return sqlstate_; }

  // Returns the same error with another message, which says where it happened.
  DatabaseError Reworded(const std::string& message) const {
    return {message, sqlstate_, details_};
  }

  // Returns all that the server said, which may show values of rows; "" if the server said nothing.
  const std::string& details() const { return details_; }

 private:
  std::string sqlstate_;
  std::string details_;
};

// Nothing came back within the time that a server had for an answer. A refusal of any kind is none
// of these: somebody answered.
class NoAnswer : public DatabaseError {
 public:
  explicit NoAnswer(const DatabaseError& error) : DatabaseError(error) {}
};

// Returns the error for a relation that `side` doesn't have (SQLSTATE 42P01).
inline DatabaseError NoSuchRelation(const std::string& side, const std::string& relation) {
  return {side + ": relation " + relation + " does not exist", "42P01"};
}

}  // namespace gonogo

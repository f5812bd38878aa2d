// Asks the servers only if the spellings differ: equal ones lead to one database.
#include "gates/services/led_databases.h"

#include <fmt/format.h>

#include <deque>
#include <memory>
#include <optional>

#include "core/error.h"
#include "core/text/environment.h"
#include "fixtures/cancellation.h"
#include "fixtures/connection/connection_string.h"
#include "fixtures/session/server_identity.h"
#include "fixtures/session/snapshot_session.h"

namespace gonogo {
namespace {

class LedDatabase {
 public:
  LedDatabase(std::string variable, ConnectionString endpoint)
      : variable_(std::move(variable)),
        endpoint_(std::move(endpoint)),
        destination_(DestinationOf(endpoint_)) {}

  const std::string& variable() const { return variable_; }

  bool IsSpelledLike(const LedDatabase& other) const { return destination_ == other.destination_; }

  // Connects when it is first asked. Throws DatabaseError if either can't be opened.
  bool IsSameAs(LedDatabase& other, const Inspection& in) {
    Open(in);
    other.Open(in);
    return AreSameDatabase(*other.session_, *other.identity_, *session_, *identity_);
  }

 private:
  void Open(const Inspection& in) {
    if (session_) return;
    try {
      auto session = OpenSnapshot(endpoint_, variable_, in.plan.limits);
      registration_ =
          std::make_unique<Cancellation::Registration>(in.pair.cancellation(), *session);
      identity_ = ReadIdentity(*session);
      session_ = std::move(session);
    } catch (const DatabaseError& error) {
      // The driver's words contain parts of the URL.
      throw DatabaseError("no session with the URL of " + variable_, error.sqlstate());
    }
  }

  std::string variable_;
  ConnectionString endpoint_;
  std::string destination_;
  std::unique_ptr<Session> session_;
  std::unique_ptr<Cancellation::Registration> registration_;  // ends before the session
  std::optional<ServerIdentity> identity_;
};

class DestinationComparison {
 public:
  explicit DestinationComparison(const Inspection& in) : in_(in) {}

  void Add(const std::string& variable) {
    const std::string text = ValueOf(in_.environment, variable);
    try {
      databases_.emplace_back(variable, ParseEndpoint(text, variable));
    } catch (const PlanError&) {
      findings_.push_back({variable, text.empty() ? "not set" : "malformed",
                           "a connection string with host and database"});
    }
  }

  std::vector<Finding> Findings() {
    CompareEach([](LedDatabase& one, LedDatabase& other) { return one.IsSpelledLike(other); });
    if (findings_.empty()) {
      CompareEach([this](LedDatabase& one, LedDatabase& other) { return IsSame(one, other); });
    }
    if (findings_.empty() && unknown_) throw DatabaseError(*unknown_);
    return std::move(findings_);
  }

 private:
  // Adds a finding for each database that is the same as an earlier one.
  template <typename AreSame>
  void CompareEach(const AreSame& are_same) {
    for (std::size_t i = 1; i < databases_.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (!are_same(databases_[i], databases_[j])) continue;
        findings_.push_back({databases_[i].variable(),
                             "leads to the database of " + databases_[j].variable(),
                             "another database"});
        break;
      }
    }
  }

  // Notes the error if it can't be told.
  bool IsSame(LedDatabase& later, LedDatabase& earlier) {
    try {
      return later.IsSameAs(earlier, in_);
    } catch (const DatabaseError& error) {
      if (!unknown_) {
        unknown_ = DatabaseError(
            fmt::format("can't tell whether {} and {} lead to different databases: {}",
                        earlier.variable(), later.variable(), error.what()),
            error.sqlstate());
      }
      return false;
    }
  }

  const Inspection& in_;
  std::deque<LedDatabase> databases_;
  std::vector<Finding> findings_;
  std::optional<DatabaseError> unknown_;
};

}  // namespace

std::vector<Finding> DifferenceFindings(const std::vector<std::string>& variables,
                                        const Inspection& in) {
  DestinationComparison comparison(in);
  for (const std::string& variable : variables) comparison.Add(variable);
  return comparison.Findings();
}

}  // namespace gonogo

// CREATE DATABASE ... TEMPLATE copies files, so a copy takes a fraction of a second.
#include "app/selftest/damaged_copy.h"

#include <fmt/format.h>

#include "core/error.h"

namespace gonogo {
namespace {

std::string Look(WritingSession& session, const Damage& damage) {
  const Rows rows = session.QueryOnce(damage.looks, {});
  return rows.empty() ? "" : rows.values.front().front().value_or("");
}

// Our statements say P0002, no_data_found; class 23 are violated constraints.
bool IsImpossible(const std::string& sqlstate) {
  return sqlstate == "P0002" || sqlstate.starts_with("23");
}

}  // namespace

ConnectionString Beside(ConnectionString endpoint, const std::string& database) {
  endpoint.options["dbname"] = database;
  endpoint.pin = {};
  return endpoint;
}

DamagedCopy::DamagedCopy(WritingSession& server, const ConnectionString& original,
                         const std::string& name, const Limits& limits)
    : server_(server), endpoint_(Beside(original, name)), name_(name), limits_(limits) {
  server_.Execute(fmt::format("DROP DATABASE IF EXISTS {} WITH (FORCE)", name));
  server_.Execute(fmt::format("CREATE DATABASE {} TEMPLATE {}", name, original.Option("dbname")));
}

DamagedCopy::~DamagedCopy() {
  if (is_kept_) return;
  try {
    server_.Execute(fmt::format("DROP DATABASE IF EXISTS {} WITH (FORCE)", name_));
  } catch (const DatabaseError&) {
    // It goes with the pair.
  }
}

std::optional<NotPlanted> DamagedCopy::Plant(const Damage& damage) {
  WritingSession session(endpoint_, "target", limits_);
  try {
    Transaction transaction(session);
    const std::string before = Look(session, damage);
    session.Execute(damage.plant);
    if (Look(session, damage) == before) {
      return NotPlanted{.why = "its query answers as before", .is_impossible = true};
    }
    transaction.Commit();
    return std::nullopt;
  } catch (const DatabaseError& error) {  // the transaction was rolled back
    return NotPlanted{.why = error.what(), .is_impossible = IsImpossible(error.sqlstate())};
  }
}

void DamagedCopy::Undo(const Damage& damage) {
  if (!damage.undo.empty()) WritingSession(endpoint_, "target", limits_).Execute(damage.undo);
}

}  // namespace gonogo

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

std::string DamagedCopy::Plant(const Damage& damage) {
  WritingSession session(endpoint_, "target", limits_);
  try {
    const std::string before = Look(session, damage);
    Transaction transaction(session);
    session.Execute(damage.plant);
    transaction.Commit();
    if (Look(session, damage) != before) return "";
    Undo(damage);
    return "its query answers as before";
  } catch (const DatabaseError& error) {
    return error.what();  // the transaction was rolled back
  }
}

void DamagedCopy::Undo(const Damage& damage) {
  if (!damage.undo.empty()) WritingSession(endpoint_, "target", limits_).Execute(damage.undo);
}

}  // namespace gonogo

// What one database tells gonogo doctor, and what that means.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "app/doctor/examined.h"
#include "core/json/json.h"
#include "core/plan/plan.h"
#include "core/values/rows.h"
#include "core/values/side.h"
#include "fixtures/connection/connection_string.h"
#include "fixtures/session/session.h"

namespace gonogo {

// What the migration needs of a side.
struct SideNeeds {
  std::string name;                 // "source"
  bool creates = false;             // stages create what the schema has
  bool runs_stages = false;         // they need a lock that lasts as long as the session
  bool only_reads = false;          // nothing is ever written there
  bool is_original = false;         // the database that is migrated, which has tables
  std::int64_t connections = 8;     // of gonogo at the same time
  std::optional<Json> relations{};  // as what_a_role_can.sql wants them; nothing: all tables
  std::vector<std::string> session_checks{};  // see ChecksOfSessions
};

struct SideFacts {
  std::string version;
  std::int64_t major = 0;
  std::chrono::milliseconds clock_ahead{0};
  bool in_recovery = false;
  std::string pooler_mode;  // "direct", or as fixtures/pooler tells; "" if that couldn't be told
  std::string sslmode;      // of the URL
  std::string role;         // quoted
  bool is_superuser = false;
  std::int64_t bytes = 0;
  bool is_encrypted = false;
  std::string tls_version;
  bool is_local = false;
  bool reads_system_identifier = false;
  bool sees_sessions = false;
  bool can_create = false;
  std::string create_remedy;
  Json timeouts = Json::object();
  std::int64_t free_connections = 0;
  std::int64_t tables = 0;  // of those that the role must read
  Json unreadable = Json::array();
  Json row_security = Json::array();
};

// Returns the ids of the plan's checks that end in an error on this side if the role can't see the
// sessions of others.
std::vector<std::string> ChecksOfSessions(const Plan& plan, SideName side);

// Asks the session, and connects once more to find a pooler. Throws DatabaseError.
SideFacts ReadSideFacts(Session& session, const ConnectionString& endpoint, const SideNeeds& needs,
                        const Limits& limits);

// Returns a line for each thing, also for those that are as they should be.
Examinations Judge(const SideFacts& facts, const SideNeeds& needs);

}  // namespace gonogo

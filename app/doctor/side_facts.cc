// One statement tells everything about the role. A second connection finds out whether a pooler is
// in between.
#include "app/doctor/side_facts.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/record/clocks.h"
#include "core/record/server_versions.h"
#include "core/text/text.h"
#include "fixtures/pooler/pooler.h"
#include "fixtures/session/server_identity.h"
#include "sql/doctor.h"
#include "sql/session.h"

namespace gonogo {
namespace {

// Without a pooler, the pid for cancel requests is the backend's own.
std::string PoolerMode(const ConnectionString& endpoint, const Limits& limits) {
  {
    PooledClient client(endpoint, limits);
    const Rows rows = client.Query(sql::kBackendPid, {});
    if (rows.Only().Integer("server") == client.ProtocolPid()) return "direct";
  }
  try {
    return Pooler({.endpoint = endpoint, .missing = ""}, limits).Behaviour().mode;
  } catch (const DatabaseError&) {
    return "";
  }
}

class SideJudge {
 public:
  SideJudge(const SideFacts& facts, const SideNeeds& needs) : facts_(facts), needs_(needs) {}

  Examinations Judge() {
    Version();
    Clock();
    Tls();
    PoolerBetween();
    Role();
    Tables();
    Creates();
    Timeouts();
    Connections();
    return std::move(lines_);
  }

 private:
  void Add(Health health, const std::string& what, const std::string& have,
           const std::string& advice = "") {
    lines_.push_back({health, fmt::format("{}: {}", needs_.name, what), have, advice});
  }
  void Ok(const std::string& what, const std::string& have) { Add(Health::kOk, what, have); }

  void Version() {
    const std::string have =
        fmt::format("PostgreSQL {}, {}{}", facts_.version, DataSize(facts_.bytes),
                    facts_.in_recovery ? ", a standby" : "");
    if (facts_.in_recovery && !needs_.only_reads) {
      return Add(Health::kProblem, "server", have, "connect to the primary: stages write");
    }
    const std::string tested = WhatIsTested(facts_.major);
    if (!tested.empty()) return Add(Health::kWarn, "server", have, tested);
    Ok("server", have);
  }

  void Clock() {
    const auto ahead = facts_.clock_ahead;
    const bool is_right = std::chrono::abs(ahead) <= kMostClockSkew;
    if (is_right) return Ok("clock", "agrees with this host's");
    Add(Health::kProblem, "clock",
        fmt::format("{} {} this host's", DurationText(std::chrono::abs(ahead)),
                    ahead.count() > 0 ? "ahead of" : "behind"),
        "set both by NTP: ages of checks, waivers and backups can't be judged otherwise");
  }

  void Tls() {
    if (!facts_.is_encrypted && facts_.is_local) return Ok("TLS", "not encrypted, on this host");
    if (!facts_.is_encrypted) {
      return Add(Health::kWarn, "TLS", "not encrypted",
                 "add sslmode=verify-full and sslrootcert=FILE to the URL");
    }
    if (facts_.sslmode == "verify-full") return Ok("TLS", facts_.tls_version);
    Add(Health::kWarn, "TLS", facts_.tls_version + ", but nobody verifies who the server is",
        "add sslmode=verify-full and sslrootcert=FILE to the URL");
  }

  void PoolerBetween() {
    const std::string& mode = facts_.pooler_mode;
    if (mode == "direct") return Ok("pooler", "none in between");
    if (mode.empty()) {
      return Add(Health::kUnknown, "pooler", "there is one, but its mode can't be told",
                 "give the server's own address");
    }
    const std::string have = fmt::format("one in between, in {} mode", mode);
    // A client keeps its backend as long as it is connected, and with it locks and settings.
    if (mode == "session") return Ok("pooler", have);
    if (needs_.runs_stages) {
      return Add(Health::kProblem, "pooler", have,
                 "give the server's own address: stages, pg_dump and pg_restore need it");
    }
    Add(Health::kWarn, "pooler", have,
        "checks work; stages, pg_dump and pg_restore need the server's own address");
  }

  void Role() {
    if (facts_.is_superuser && needs_.only_reads) {
      Add(Health::kWarn, "role", facts_.role + " is a superuser",
          "use a role that only reads: sql/grants/gonogo.sql creates one");
    } else {
      Ok("role", facts_.role);
    }
    if (!facts_.reads_system_identifier) {
      Add(Health::kWarn, "cluster", "the role can't read the system identifier",
          fmt::format("without it, a copy of the database can't be told from the original\n"
                      "GRANT EXECUTE ON FUNCTION pg_catalog.pg_control_system() TO {};",
                      facts_.role));
    }
    if (!facts_.sees_sessions) Sessions();
  }

  void Sessions() {
    const std::vector<std::string>& checks = needs_.session_checks;
    const std::string who =
        checks.empty() ? "checks of who is connected"
                       : fmt::format("the plan's {} {}", checks.size() == 1 ? "check" : "checks",
                                     Join(checks, ", "));
    Add(checks.empty() ? Health::kWarn : Health::kProblem, "sessions",
        "the role can't see those of others",
        fmt::format("needed by --max-load and by {}\nGRANT pg_read_all_stats TO {};", who,
                    facts_.role));
  }

  void Tables() {
    const std::string all = Counted(facts_.tables, needs_.relations ? "relation" : "table");
    const std::size_t wanted = needs_.relations ? needs_.relations->size() : 0;
    if (needs_.is_original && facts_.tables < static_cast<std::int64_t>(std::max(wanted, 1UL))) {
      Add(Health::kWarn, "tables",
          needs_.relations ? fmt::format("{} of the plan's {} exist", facts_.tables, wanted)
                           : "there are none",
          "is this the right database?");
    } else if (facts_.unreadable.empty() && facts_.row_security.empty()) {
      Ok("tables", facts_.tables == 0 ? "none yet" : "the role can read " + all);
    }
    for (const Json& one : facts_.unreadable) Add("can't read {} of schema {}, first {}", one);
    for (const Json& one : facts_.row_security) {
      Add("sees only some rows of {} of schema {}, first {} (row-level security)", one);
    }
  }

  void Add(const char* have, const Json& one) {
    Add(Health::kProblem, "tables",
        fmt::format(fmt::runtime(have),
                    Counted(one.at("tables").get<std::int64_t>(), one.value("word", "table")),
                    Printable(one.at("schema").get<std::string>()),
                    Printable(one.at("first").get<std::string>())),
        Printable(one.at("remedy").get<std::string>()));
  }

  void Creates() {
    if (!needs_.creates) return;
    if (facts_.can_create) return Ok("schema", "the role can create schemas");
    Add(Health::kWarn, "schema", "the role can't create schemas in this database",
        facts_.create_remedy);
  }

  // Sessions of gonogo, and pg_dump, set their own.
  void Timeouts() {
    std::vector<std::string> set;
    std::string remedies;
    for (const auto& [name, value] : facts_.timeouts.items()) {
      const std::string text = value.get<std::string>();
      if (text == "0") continue;
      set.push_back(name + " " + text);
      remedies += fmt::format("\nALTER ROLE {} SET {} = 0;", facts_.role, name);
    }
    if (set.empty()) return Ok("timeouts", "none for this role");
    if (!needs_.runs_stages) {
      return Ok("timeouts", Join(set, ", ") + "; gonogo's sessions set their own");
    }
    Add(Health::kWarn, "timeouts", Join(set, ", "),
        "gonogo's sessions set their own, but the plan's programs and VACUUM don't" + remedies);
  }

  void Connections() {
    const std::string have = fmt::format("{} free", facts_.free_connections);
    if (facts_.free_connections >= needs_.connections) return Ok("connections", have);
    Add(Health::kProblem, "connections", have,
        fmt::format(
            "gonogo needs up to {}: lower --jobs, or raise max_connections or the CONNECTION "
            "LIMIT of the role or database",
            needs_.connections));
  }

  const SideFacts& facts_;
  const SideNeeds& needs_;
  Examinations lines_;
};

// Returns whether the check looks at this side. Cases that aren't named after a side are of
// something else, such as an application, and look at both.
bool LooksAt(const Check& check, SideName side) {
  return std::any_of(check.subjects.begin(), check.subjects.end(), [&](const Subject& subject) {
    return subject.name != ToString(OtherSide(side));
  });
}

}  // namespace

std::vector<std::string> ChecksOfSessions(const Plan& plan, SideName side) {
  std::vector<std::string> ids;
  for (const Check& check : plan.checks) {
    if (check.gate->needs == Needs::kMonitoring && LooksAt(check, side)) ids.push_back(check.id);
  }
  return ids;
}

SideFacts ReadSideFacts(Session& session, const ConnectionString& endpoint, const SideNeeds& needs,
                        const Limits& limits) {
  const ServerIdentity identity = ReadIdentity(session);
  const Value relations = needs.relations ? Value(ToText(*needs.relations)) : Value();
  const Rows rows = session.Query(sql::kWhatARoleCan, {relations});
  const Row row = rows.Only();
  const auto json = [&](const char* column) { return Json::parse(row.Text(column)); };
  return {.version = identity.version,
          .major = identity.major(),
          .clock_ahead = identity.clock_ahead,
          .in_recovery = identity.in_recovery,
          .pooler_mode = PoolerMode(endpoint, limits),
          .sslmode = endpoint.Option("sslmode"),
          .role = row.Text("quoted_role"),
          .is_superuser = row.Boolean("is_superuser"),
          .bytes = row.Integer("bytes"),
          .is_encrypted = row.Boolean("is_encrypted"),
          .tls_version = row.Maybe("tls_version").value_or(""),
          .is_local = row.Boolean("is_local"),
          .reads_system_identifier = row.Boolean("reads_system_identifier"),
          .sees_sessions = row.Boolean("sees_sessions"),
          .can_create = row.Boolean("can_create"),
          .create_remedy = row.Text("create_remedy"),
          .timeouts = json("timeouts"),
          .free_connections = row.Integer("free_connections"),
          .tables = row.Integer("tables"),
          .unreadable = json("unreadable"),
          .row_security = json("row_security")};
}

Examinations Judge(const SideFacts& facts, const SideNeeds& needs) {
  return SideJudge(facts, needs).Judge();
}

}  // namespace gonogo

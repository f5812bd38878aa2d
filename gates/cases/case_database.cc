// Fills and drops the database of a gate case.
#include "gates/cases/case_database.h"

#include <algorithm>
#include <chrono>
#include <thread>

#include "core/text/text.h"

namespace gonogo {
namespace {

constexpr const char* kName = "gate_case";

// A database with subscriptions or slots can't be dropped.
constexpr const char* kSubscriptionsAndSlots =
    "SELECT 1 FROM pg_subscription UNION ALL SELECT 1 FROM pg_replication_slots "
    "UNION ALL SELECT 1 FROM pg_replication_origin";
constexpr const char* kDropSubscriptionsAndSlots = R"(
DO $$
DECLARE name text;
BEGIN
  -- Also those that a case gave to another database.
  UPDATE pg_subscription SET subdbid = (SELECT oid FROM pg_database WHERE datname = current_database());
  FOR name IN SELECT subname FROM pg_subscription s JOIN pg_database d ON d.oid = s.subdbid
              WHERE d.datname = current_database() LOOP
    EXECUTE format('ALTER SUBSCRIPTION %I DISABLE', name);
    EXECUTE format('ALTER SUBSCRIPTION %I SET (slot_name = NONE)', name);
    EXECUTE format('DROP SUBSCRIPTION %I', name);
  END LOOP;
  PERFORM pg_drop_replication_slot(slot_name) FROM pg_get_replication_slots() WHERE NOT temporary;
  PERFORM pg_replication_origin_drop(roname) FROM pg_replication_origin;
END $$)";

constexpr const char* kLocksOfGonogo =
    "SELECT FROM pg_locks l JOIN pg_stat_activity a USING (pid) "
    "WHERE a.application_name ~ '^gonogo (source|target) #' AND l.locktype = 'relation' "
    "AND l.relation >= 16384";

}  // namespace

CaseDatabase::CaseDatabase(const Cluster& cluster, const GateCase& gate_case, std::string own_sql,
                           std::string concurrent_sql)
    : cluster_(cluster),
      gate_case_(gate_case),
      own_sql_(std::move(own_sql)),
      concurrent_sql_(std::move(concurrent_sql)) {}

CaseDatabase::~CaseDatabase() {
  try {
    Drop();
  } catch (const std::exception&) {
    // The next case fails, because the database exists.
  }
}

void CaseDatabase::Drop() {
  if (!HasSql() || is_dropped_) return;
  is_dropped_ = true;
  concurrent_.reset();
  if (HasRow(cluster_, kSubscriptionsAndSlots)) {
    ExecuteAsAdmin(cluster_, "ALTER DATABASE gate_case ALLOW_CONNECTIONS true");
    Execute(cluster_, kName, kDropSubscriptionsAndSlots);
  }
  ExecuteAsAdmin(cluster_, "DROP DATABASE IF EXISTS gate_case WITH (FORCE)");
  DropRoles(cluster_);
}

void CaseDatabase::Fill(const std::function<void()>& after_both) {
  const auto& ascii = gate_case_.ascii;
  if (HasSql()) {
    constexpr int kFirstWithStrategies = 15;  // those before always copy the files
    std::string create = "CREATE DATABASE gate_case";
    if (std::find(ascii.begin(), ascii.end(), cluster_.side) != ascii.end()) {
      create += " ENCODING 'SQL_ASCII' LOCALE 'C' TEMPLATE template0";
    } else if (cluster_.major >= kFirstWithStrategies) {
      create += " STRATEGY file_copy";
    }
    ExecuteAsAdmin(cluster_, create);
    std::vector<std::string> scripts = {gate_case_.both_sql, own_sql_};
    if (after_both) {
      Execute(cluster_, kName, scripts.front());
      scripts.erase(scripts.begin());
      after_both();
    }
    std::erase(scripts, "");
    Execute(cluster_, kName, scripts);
  }
  if (!concurrent_sql_.empty()) {
    concurrent_ = std::make_unique<OpenTransaction>(UrlOf(cluster_, kName), concurrent_sql_);
  }
}

void CaseDatabase::ChangeLater(const std::string& sql) const {
  if (!sql.empty()) Execute(cluster_, name(), sql);
}

bool CaseDatabase::KeepsLocksOfGonogo() const {
  for (int i = 0; i < 100; ++i) {
    if (!HasRow(cluster_, kLocksOfGonogo)) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  return true;
}

std::string CaseDatabase::name() const { return HasSql() ? kName : "postgres"; }

Side CaseDatabase::Open(const std::string& side, const Limits& limits,
                        const std::string& settings) const {
  ConnectionString endpoint = ParseEndpoint(UrlOf(cluster_, name()), side);
  if (!settings.empty()) endpoint.options["options"] = settings;
  if (!gate_case_.sslmode.empty()) endpoint.options["sslmode"] = gate_case_.sslmode;
  return OpenSide(side, endpoint, limits);
}

}  // namespace gonogo

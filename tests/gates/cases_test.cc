// Runs every gate case, tests/cases/<family>/<gate>/<case>, on real databases.
// tests/cases/README.md describes the files. Also tests the reader and the comparison of cases.
#include <gtest/gtest.h>

#include <fstream>
#include <future>
#include <map>
#include <optional>
#include <set>
#include <thread>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/plan/reading/plan_reader.h"
#include "core/record/signoff.h"
#include "fixtures/pair.h"
#include "fixtures/session/search_path.h"
#include "fixtures/system/free_port.h"
#include "gates/contents/content_comparison.h"
#include "gates/gate_table.h"
#include "gates/inspection.h"
#include "gates/objects/relation_catalogue.h"
#include "gates/run_check.h"
#include "tests/support/cases/case_services.h"
#include "tests/support/cases/gate_case.h"
#include "tests/support/cases/gate_case_mismatches.h"
#include "tests/support/qualified_names.h"
#include "tests/support/servers/pair_environment.h"
#include "tests/support/servers/running_pooler.h"
#include "tests/support/servers/sent_statements.h"

namespace gonogo::testing_support {
namespace {

namespace fs = std::filesystem;

constexpr const char* kCases = GONOGO_SOURCE_DIR "/tests/cases";

// The database of a case on one side. The destructor drops it. A side without SQL uses the server's
// own database, which is empty.
class CaseDatabase {
 public:
  CaseDatabase(const Cluster& cluster, const GateCase& gate_case, std::vector<std::string> scripts,
               std::string concurrent_sql)
      : cluster_(cluster),
        is_ascii_(std::find(gate_case.ascii.begin(), gate_case.ascii.end(), cluster.side) !=
                  gate_case.ascii.end()),
        scripts_(std::move(scripts)),
        concurrent_sql_(std::move(concurrent_sql)) {
    std::erase(scripts_, "");
  }
  CaseDatabase(const CaseDatabase&) = delete;
  CaseDatabase& operator=(const CaseDatabase&) = delete;
  ~CaseDatabase() {
    if (scripts_.empty()) return;
    try {
      concurrent_.reset();
      if (HasRow(cluster_, kSubscriptionsAndSlots)) {
        ExecuteAsAdmin(cluster_, "ALTER DATABASE gate_case ALLOW_CONNECTIONS true");
        Execute(cluster_, "gate_case", kDropSubscriptionsAndSlots);
      }
      ExecuteAsAdmin(cluster_, "DROP DATABASE IF EXISTS gate_case WITH (FORCE)");
      DropRoles(cluster_);
    } catch (const std::exception& error) {
      ADD_FAILURE() << error.what();
    }
  }

  void Fill() {
    if (!scripts_.empty()) {
      constexpr int kFirstWithStrategies = 15;  // those before always copy the files
      std::string create = "CREATE DATABASE gate_case";
      if (is_ascii_) {
        create += " ENCODING 'SQL_ASCII' LOCALE 'C' TEMPLATE template0";
      } else if (cluster_.major >= kFirstWithStrategies) {
        create += " STRATEGY file_copy";
      }
      ExecuteAsAdmin(cluster_, create);
      Execute(cluster_, "gate_case", scripts_);
    }
    if (!concurrent_sql_.empty()) {
      concurrent_ =
          std::make_unique<OpenTransaction>(UrlOf(cluster_, "gate_case"), concurrent_sql_);
    }
  }

  // Runs SQL while gonogo's sessions are open.
  void ChangeLater(const std::string& sql) const {
    if (!sql.empty()) Execute(cluster_, name(), sql);
  }

  // A lock that is kept makes an ALTER TABLE wait, and everybody behind it. Those of a session that
  // was closed vanish in a moment.
  bool KeepsLocksOfGonogo() const {
    for (int i = 0; i < 100; ++i) {
      if (!HasRow(cluster_, kLocksOfGonogo)) return false;
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return true;
  }

  std::string name() const { return scripts_.empty() ? "postgres" : "gate_case"; }
  const Cluster& cluster() const { return cluster_; }

  Side Open(const std::string& side, const GateCase& gate_case, const Limits& limits,
            const std::string& settings) const {
    ConnectionString endpoint = ParseEndpoint(UrlOf(cluster_, name()), side);
    if (!settings.empty()) endpoint.options["options"] = settings;
    if (!gate_case.sslmode.empty()) endpoint.options["sslmode"] = gate_case.sslmode;
    return OpenSide(side, endpoint, limits);
  }

 private:
  // A database with subscriptions or slots can't be dropped.
  static constexpr const char* kSubscriptionsAndSlots =
      "SELECT 1 FROM pg_subscription UNION ALL SELECT 1 FROM pg_replication_slots";
  static constexpr const char* kDropSubscriptionsAndSlots = R"(
DO $$
DECLARE name text;
BEGIN
  FOR name IN SELECT subname FROM pg_subscription s JOIN pg_database d ON d.oid = s.subdbid
              WHERE d.datname = current_database() LOOP
    EXECUTE format('ALTER SUBSCRIPTION %I DISABLE', name);
    EXECUTE format('ALTER SUBSCRIPTION %I SET (slot_name = NONE)', name);
    EXECUTE format('DROP SUBSCRIPTION %I', name);
  END LOOP;
  PERFORM pg_drop_replication_slot(slot_name) FROM pg_replication_slots;
END $$)";

  static constexpr const char* kLocksOfGonogo =
      "SELECT FROM pg_locks l JOIN pg_stat_activity a USING (pid) "
      "WHERE a.application_name ~ '^gonogo (source|target) #' AND l.locktype = 'relation' "
      "AND l.relation >= 16384";

  const Cluster& cluster_;
  bool is_ascii_;
  std::vector<std::string> scripts_;
  std::string concurrent_sql_;
  std::unique_ptr<OpenTransaction> concurrent_;
};

// The pooler of a case. The destructor stops it.
class CasePooler {
 public:
  CasePooler(const std::string& kind, const CaseDatabase& database) {
    if (kind.empty()) {
      address_.missing = "the case has no pooler";
    } else if (kind == "direct") {
      address_.endpoint = ParseEndpoint(UrlOf(database.cluster(), database.name()), "pooler");
    } else if (kind == "down") {
      Cluster unused = database.cluster();
      unused.port = FreePort();
      address_.endpoint = ParseEndpoint(UrlOf(unused, database.name()), "pooler");
    } else {
      pooler_.emplace(database.cluster(), kind);
      address_.endpoint = ParseEndpoint(pooler_->Url(database.name()), "pooler");
    }
  }

  const PoolerAddress& address() const { return address_; }

 private:
  std::optional<RunningPooler> pooler_;
  PoolerAddress address_;
};

std::vector<CaseResult> Results(const GateCase& gate_case, const Plan& plan, Pair& pair) {
  const Check& check = plan.checks.front();
  const std::vector<std::string> selected = {check.id};
  Contents contents(pair, PlannedComparisons(plan, DeclaredCases(plan, {}, selected)), {});
  RelationCatalogue catalogue(pair, plan);
  const MigrationFolder migration = MigrationFolderOf(gate_case.environment, plan.name);
  CheckMemory memory;
  std::vector<CaseResult> results;
  for (const Subject& subject : check.subjects) {
    results.push_back(RunCheck(check, {pair, contents, catalogue, memory, gate_case.environment,
                                       migration, plan, check.arguments, subject}));
  }
  return results;
}

std::map<std::string, std::string> FactsOf(const Pair& pair, const PoolerAddress& pooler,
                                           const CaseServices& services) {
  std::map<std::string, std::string> facts = services.facts();
  for (const Side* side : {&pair.Of(SideName::kSource), &pair.Of(SideName::kTarget)}) {
    facts[side->name + ".address"] = side->address;
    if (side->identity) facts[side->name + ".version"] = side->identity->version;
  }
  if (pooler.endpoint) facts["pooler.address"] = pooler.endpoint->ForPeople();
  return facts;
}

// What URLs in a case's environment need to lead to the pair.
std::map<std::string, std::string> FactsOfServers() {
  const auto& [folder, source, target] = TestPair();
  return {{"source.port", std::to_string(source.port)},
          {"target.port", std::to_string(target.port)},
          {"source.password", source.password},
          {"servers.folder", folder.string()}};
}

std::vector<std::string> SecretsOf(const GateCase& gate_case) {
  std::vector<std::string> secrets = {TestPair().source.password, TestPair().target.password};
  for (const auto& [variable, value] : gate_case.environment) secrets.push_back(value);
  return secrets;
}

// Adds the SQL that the case's plan gives: texts that aren't single words.
void AddGivenSql(const Json& node, std::vector<std::string>& given) {
  if (node.is_structured()) {
    for (const Json& value : node) AddGivenSql(value, given);
  }
  if (!node.is_string()) return;
  const auto& text = node.get_ref<const std::string&>();
  if (text.find_first_of(" =<>(") != std::string::npos) given.push_back(text);
}

// Nothing in a database may take the place of what gonogo's own statements name.
void ExpectQualifiedNames(const GateCase& gate_case) {
  // They run what a user wrote: a query, that of a view, a default, or the expression of an index.
  static const std::set<std::string> of_users = {"constraint_probe",  "materialized_views",
                                                 "no_rows",           "scalar",
                                                 "sequence_headroom", "unique_keys"};
  if (of_users.contains(gate_case.gate)) return;
  std::vector<std::string> given;
  AddGivenSql(gate_case.plan, given);
  constexpr std::size_t kLongest = 20'000;  // longer ones only repeat what they do for a column
  for (const std::string& statement : SentStatements::Built(given)) {
    if (statement.size() > kLongest) continue;
    const bool empties_path = statement.find(kEmptySearchPath) != std::string::npos;
    const Names which = empties_path ? Names::kOfFunctionsAndRelations : Names::kAllButTypes;
    EXPECT_EQ(UnqualifiedNames(statement, which), std::vector<std::string>()) << statement;
  }
}

// Runs the case with `settings`, in the form of PGOPTIONS, for gonogo's sessions on the target.
void RunCase(const fs::path& case_folder, const std::string& settings) {
  GateCase gate_case = ReadGateCase(case_folder);
  SCOPED_TRACE(gate_case.file);
  const CaseServices services(gate_case.services);
  Substitute(gate_case, services.facts());
  Substitute(gate_case, FactsOfServers());
  const LocatedJson document = ParseLocated(gate_case.plan.dump(), "plan");
  if (gate_case.kind == "must-refuse") {
    try {
      ReadPlan(document, AllGates(), {}, gate_case.environment);
      ADD_FAILURE() << "the plan was read";
    } catch (const PlanError& error) {
      EXPECT_EQ(error.what(), gate_case.refusal);
    }
    return;
  }
  const Plan plan = ReadPlan(document, AllGates(), {}, gate_case.environment);
  const auto& [folder, source_cluster, target_cluster] = TestPair();
  CaseDatabase source(source_cluster, gate_case, {gate_case.both_sql, gate_case.source_sql},
                      gate_case.source_concurrent_sql);
  CaseDatabase target(target_cluster, gate_case, {gate_case.both_sql, gate_case.target_sql},
                      gate_case.target_concurrent_sql);
  auto target_filled = std::async(std::launch::async, [&] { target.Fill(); });
  source.Fill();
  target_filled.get();
  const CaseDatabase& at_target = gate_case.same_database ? source : target;
  const CasePooler pooler(gate_case.pooler, at_target);
  Pair pair(source.Open("source", gate_case, plan.limits, ""),
            at_target.Open("target", gate_case, plan.limits, settings), pooler.address());
  source.ChangeLater(gate_case.source_later_sql);
  target.ChangeLater(gate_case.target_later_sql);
  const SentStatements sent;
  const auto results = Results(gate_case, plan, pair);
  ExpectQualifiedNames(gate_case);
  EXPECT_FALSE(source.KeepsLocksOfGonogo() || target.KeepsLocksOfGonogo())
      << "the gate's sessions keep locks on relations that they have read";
  const auto facts = FactsOf(pair, pooler.address(), services);
  for (const std::string& mismatch : Mismatches(gate_case, results, facts)) {
    ADD_FAILURE() << mismatch;
  }
  for (const std::string& leak : Leaks(gate_case, results, SecretsOf(gate_case)))
    ADD_FAILURE() << leak;
}

// What ALTER ROLE and ALTER DATABASE can set, as unusual as it can be.
constexpr const char* kUnusualSettings =
    "-c quote_all_identifiers=on -c bytea_output=escape -c extra_float_digits=-10 "
    "-c IntervalStyle=postgres_verbose -c DateStyle=German -c TimeZone=Pacific/Chatham "
    "-c standard_conforming_strings=off -c escape_string_warning=off -c backslash_quote=off "
    "-c array_nulls=off -c transform_null_equals=on -c xmlbinary=hex -c xmloption=document "
    "-c lc_numeric=POSIX -c row_security=on -c default_transaction_isolation=serializable "
    "-c default_transaction_deferrable=on -c statement_timeout=2s -c lock_timeout=1ms "
    "-c idle_in_transaction_session_timeout=1s -c gin_fuzzy_search_limit=1 -c enable_seqscan=off "
    "-c enable_hashjoin=off -c enable_hashagg=off -c from_collapse_limit=1 "
    "-c plan_cache_mode=force_generic_plan -c work_mem=64kB -c client_min_messages=error "
    "-c search_path=nowhere -c check_function_bodies=off -c zero_damaged_pages=on "
    "-c default_text_search_config=pg_catalog.german -c synchronize_seqscans=off "
    "-c timezone_abbreviations=India -c constraint_exclusion=on -c application_name=psql";

class GateCaseTest : public testing::TestWithParam<fs::path> {};
class UnusualSettings : public testing::TestWithParam<fs::path> {};

TEST_P(GateCaseTest, EndsAsItsFolderSays) { RunCase(GetParam(), ""); }
TEST_P(UnusualSettings, ChangeNoAnswer) { RunCase(GetParam(), kUnusualSettings); }

// Leaves out the cases of what the servers are too old for.
std::vector<fs::path> CasesForServers() {
  std::vector<fs::path> chosen = CaseFolders(kCases);
  std::erase_if(chosen, [](const fs::path& folder) {
    return !TestPairHas(static_cast<int>(ReadGateCase(folder).from_major));
  });
  return chosen;
}

// Leaves out the cases of other settings. Notes of probes show functions as search_path does.
std::vector<fs::path> CasesForSettings(std::size_t step, std::size_t first) {
  std::vector<fs::path> chosen;
  for (const fs::path& folder : CasesForServers()) {
    const GateCase gate_case = ReadGateCase(folder);
    const bool fits = gate_case.kind == "must-pass" || gate_case.kind == "must-fail";
    const std::string sql = gate_case.both_sql + gate_case.target_sql;
    if (!fits || sql.find(" SET ") != std::string::npos || gate_case.same_database) continue;
    if (gate_case.gate == "constraint_probe") continue;
    if (first == 0) chosen.push_back(folder);
    first = (first == 0 ? step : first) - 1;
  }
  return chosen;
}

std::string NameOf(const testing::TestParamInfo<fs::path>& folder) {
  return folder.param.parent_path().filename().string() + "__" + folder.param.filename().string();
}

INSTANTIATE_TEST_SUITE_P(, GateCaseTest, testing::ValuesIn(CasesForServers()), NameOf);
INSTANTIATE_TEST_SUITE_P(, UnusualSettings, testing::ValuesIn(CasesForSettings(30, 0)), NameOf);
INSTANTIATE_TEST_SUITE_P(Slow, UnusualSettings, testing::ValuesIn(CasesForSettings(1, 0)), NameOf);

TEST(GateCases, IncludeOneThatMustPassAndOneThatMustFailForEachGate) {
  std::map<std::string, std::set<std::string>> kinds;
  for (const fs::path& folder : CaseFolders(kCases)) {
    const GateCase gate_case = ReadGateCase(folder);
    kinds[gate_case.gate].insert(gate_case.kind);
  }
  ASSERT_FALSE(AllGates().empty());
  for (const Gate& gate : AllGates()) {
    EXPECT_TRUE(kinds[gate.name].contains("must-pass")) << gate.name;
    // A sign-off without a signature waits instead of failing.
    const char* const red = gate.name == kSignoffGate ? "must-wait" : "must-fail";
    EXPECT_TRUE(kinds[gate.name].contains(red)) << gate.name;
  }
  EXPECT_EQ(kinds.size(), AllGates().size()) << "a folder of tests/cases isn't named after a gate";
}

// A temporary folder <gate>/<case>. The destructor removes it.
class ScratchCase {
 public:
  explicit ScratchCase(const std::string& case_json) {
    fs::create_directories(folder());
    Write("case.json", case_json);
  }
  ScratchCase(const ScratchCase&) = delete;
  ScratchCase& operator=(const ScratchCase&) = delete;
  ~ScratchCase() { fs::remove_all(root_); }

  fs::path folder() const { return root_ / "row_count" / "scratch"; }
  void Write(const std::string& file, const std::string& text) const {
    std::ofstream(folder() / file) << text;
  }
  std::string Refusal() const {
    try {
      ReadGateCase(folder());
      return "";
    } catch (const PlanError& error) {
      const std::string message = error.what();
      const std::string place = folder().string() + "/";
      return message.starts_with(place) ? message.substr(place.size()) : message;
    }
  }

 private:
  fs::path root_ = MakePairFolder();
};

constexpr const char* kPassing = R"({"says": "", "kind": "must-pass", "plan": {"check": {}},
 "expect": {"public.t": {"status": "PASS"}}})";

CaseResult Passed(const std::string& subject) {
  return {.check = "row_count", .subject = subject, .outcome = {.examined = 1}};
}

TEST(GateCaseReader, RefusesAnUnknownKey) {
  const ScratchCase scratch(R"({"says": "", "kind": "must-pass", "plan": {}, "expcet": {}})");
  EXPECT_EQ(scratch.Refusal(), "case.json:1: key \"expcet\" is unknown; did you mean \"expect\"?");
}

TEST(GateCaseReader, RefusesAnUnknownKeyOfAFinding) {
  const ScratchCase scratch(R"({"says": "", "kind": "must-fail", "plan": {},
 "expect": {"t": {"status": "FAIL",
   "findings": [{"subject": "t", "have": "", "want": "", "serverity": "advisory"}]}}})");
  EXPECT_EQ(scratch.Refusal(),
            "case.json:3: key \"serverity\" is unknown; did you mean \"severity\"?");
}

TEST(GateCaseReader, RefusesAnUnknownFile) {
  const ScratchCase scratch(kPassing);
  EXPECT_EQ(scratch.Refusal(), "");
  scratch.Write("tagret.sql", "SELECT 1");
  EXPECT_EQ(scratch.Refusal(), "tagret.sql: a case can't have a file of this name");
}

TEST(GateCaseReader, RefusesExpectationsThatContradictTheKind) {
  const ScratchCase scratch(R"({"says": "", "kind": "must-fail", "plan": {},
 "expect": {"t": {"status": "PASS"}}})");
  EXPECT_EQ(scratch.Refusal(), "case.json:1: \"expect\" contradicts \"kind\": must-fail");
}

TEST(GateCaseMismatches, NameAnUnexpectedSubjectAndAMissingOne) {
  const ScratchCase scratch(kPassing);
  const GateCase gate_case = ReadGateCase(scratch.folder());
  EXPECT_TRUE(Mismatches(gate_case, std::vector{Passed("public.t")}, {}).empty());
  const std::vector<std::string> mismatches = {
      "public.u: \"expect\" doesn't list it",
      "public.t: \"expect\" lists it, but the check has no such subject"};
  EXPECT_EQ(Mismatches(gate_case, std::vector{Passed("public.u")}, {}), mismatches);
}

TEST(GateCaseMismatches, IncludeAnUnexpectedFinding) {
  const ScratchCase scratch(kPassing);
  CaseResult result = Passed("public.t");
  result.outcome.findings.push_back({"public.t", "1 row", "2 rows", Severity::kAdvisory});
  EXPECT_EQ(Mismatches(ReadGateCase(scratch.folder()), std::vector{result}, {}).size(), 1U);
}

TEST(GateCaseLeaks, AreSecretsOrPartsOfThemInNotesAndErrors) {
  const ScratchCase scratch(kPassing);
  const GateCase gate_case = ReadGateCase(scratch.folder());
  const std::vector<std::string> secrets = {"postgresql://app:hunter2@db/app"};
  EXPECT_TRUE(Leaks(gate_case, std::vector{Passed("public.t")}, secrets).empty());
  CaseResult result = Passed("public.t");
  result.outcome.notes = {"port hunter2"};
  EXPECT_EQ(Leaks(gate_case, std::vector{result}, secrets),
            std::vector<std::string>{"shows hunter2"});
  result.outcome.notes.clear();
  result.error = CaseError{"cannot read hunter2", ""};
  EXPECT_EQ(Leaks(gate_case, std::vector{result}, secrets),
            std::vector<std::string>{"shows hunter2"});
}

}  // namespace
}  // namespace gonogo::testing_support

// Runs every gate case, tests/cases/<family>/<gate>/<case>, on real databases.
// tests/cases/README.md describes the files. Also tests the reader and the comparison of cases.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <optional>
#include <set>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/record/signoff.h"
#include "fixtures/session/search_path.h"
#include "gates/cases/case_run.h"
#include "gates/cases/gate_case.h"
#include "gates/cases/gate_case_mismatches.h"
#include "gates/gate_table.h"
#include "tests/support/qualified_names.h"
#include "tests/support/servers/pair_environment.h"
#include "tests/support/servers/sent_statements.h"

namespace gonogo::testing_support {
namespace {

namespace fs = std::filesystem;

constexpr const char* kCases = GONOGO_SOURCE_DIR "/tests/cases";

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
  static const std::set<std::string> of_users = {
      "constraint_probe", "materialized_views", "no_rows",    "query_plans",
      "scalar",           "sequence_headroom",  "unique_keys"};
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
  const GateCase gate_case = ReadGateCase(case_folder, GONOGO_SOURCE_DIR);
  SCOPED_TRACE(gate_case.file);
  std::optional<SentStatements> sent;
  const auto before = [&](const GateCase&) { sent.emplace(); };
  for (const std::string& mismatch :
       RunGateCase(gate_case, TestPair(), {settings, before, ExpectQualifiedNames})) {
    ADD_FAILURE() << mismatch;
  }
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
    return !TestPairHas(static_cast<int>(ReadGateCase(folder, GONOGO_SOURCE_DIR).from_major));
  });
  return chosen;
}

// Leaves out the cases of other settings, and the gates whose answer is about settings: notes of
// probes show functions as search_path does, and plans are what the planner's settings make of
// them.
std::vector<fs::path> CasesForSettings(std::size_t step, std::size_t first) {
  static const std::set<std::string> about_settings = {"capacity", "constraint_probe",
                                                       "query_plans", "settings"};
  std::vector<fs::path> chosen;
  for (const fs::path& folder : CasesForServers()) {
    const GateCase gate_case = ReadGateCase(folder, GONOGO_SOURCE_DIR);
    const bool fits = gate_case.kind == "must-pass" || gate_case.kind == "must-fail";
    const std::string sql = gate_case.both_sql + gate_case.source_sql + gate_case.target_sql;
    if (!fits || sql.find(" SET ") != std::string::npos || gate_case.same_database) continue;
    if (about_settings.contains(gate_case.gate)) continue;
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

// A sign-off without a signature waits instead of failing.
std::string RedKindOf(const std::string& gate) {
  return gate == kSignoffGate ? "must-wait" : "must-fail";
}

TEST(GateCases, IncludeOneThatMustPassAndOneThatMustFailForEachGate) {
  std::map<std::string, std::set<std::string>> kinds;
  for (const fs::path& folder : CaseFolders(kCases)) {
    const GateCase gate_case = ReadGateCase(folder, GONOGO_SOURCE_DIR);
    kinds[gate_case.gate].insert(gate_case.kind);
  }
  ASSERT_FALSE(AllGates().empty());
  for (const Gate& gate : AllGates()) {
    EXPECT_TRUE(kinds[gate.name].contains("must-pass")) << gate.name;
    EXPECT_TRUE(kinds[gate.name].contains(RedKindOf(gate.name))) << gate.name;
  }
  EXPECT_EQ(kinds.size(), AllGates().size()) << "a folder of tests/cases isn't named after a gate";
}

// A gate that can't tell damage from the nearest harmless change cries wolf.
TEST(GateCases, IncludeAHarmlessTwinOfARedCaseForEachGate) {
  std::map<std::string, std::string> kinds;
  std::map<std::string, std::set<std::string>> twins;
  for (const fs::path& folder : CaseFolders(kCases)) {
    const GateCase gate_case = ReadGateCase(folder, GONOGO_SOURCE_DIR);
    const std::string place = gate_case.gate + "/";
    kinds[place + folder.filename().string()] = gate_case.kind;
    if (!gate_case.twin_of.empty()) twins[gate_case.gate].insert(place + gate_case.twin_of);
  }
  for (const Gate& gate : AllGates()) {
    EXPECT_FALSE(twins[gate.name].empty()) << gate.name << ": no case says \"twin_of\"";
    for (const std::string& red : twins[gate.name]) {
      EXPECT_EQ(kinds[red], RedKindOf(gate.name)) << red << " has a twin";
    }
  }
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
      ReadGateCase(folder(), GONOGO_SOURCE_DIR);
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

TEST(GateCaseReader, RefusesATwinThatIsNotGreen) {
  const ScratchCase scratch(R"({"says": "", "kind": "must-fail", "plan": {},
 "twin_of": "row_missing", "expect": {"t": {"status": "FAIL"}}})");
  EXPECT_EQ(scratch.Refusal(), "case.json:2: only a case that must pass can be a harmless twin");
}

TEST(GateCaseMismatches, NameAnUnexpectedSubjectAndAMissingOne) {
  const ScratchCase scratch(kPassing);
  const GateCase gate_case = ReadGateCase(scratch.folder(), GONOGO_SOURCE_DIR);
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
  EXPECT_EQ(
      Mismatches(ReadGateCase(scratch.folder(), GONOGO_SOURCE_DIR), std::vector{result}, {}).size(),
      1U);
}

TEST(GateCaseLeaks, AreSecretsOrPartsOfThemInNotesAndErrors) {
  const ScratchCase scratch(kPassing);
  const GateCase gate_case = ReadGateCase(scratch.folder(), GONOGO_SOURCE_DIR);
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

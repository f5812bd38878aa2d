// The databases have the same name each time, so that one can be told from what else a server has.
#include "tests/support/faults/struck_migration.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <thread>

#include "core/text/text.h"
#include "tests/support/faults/faulty_server.h"
#include "tests/support/faults/marked_processes.h"

namespace gonogo::testing_support {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr const char* kDatabase = "struck";

const Json kStages = {
    {"dual-write", {{"every_s", 1}, {"for_s", 0}, {"recheck_s", 0}}},
    {"cutover",
     {{"commands",
       {{{"name", "close"}, {"source_writes", "off"}},
        {{"name", "sequences"}, {"sequences", "target"}},
        {{"name", "last look"}, {"checks", {"row_checksum"}}}}}}},
    {"finalize", {{"snapshot_days", 1}}},
    {"rollback", {{"commands", {{{"name", "open"}, {"source_writes", "on"}}}}, {"recheck_s", 0}}}};

const Json kLimits = {
    {"statement_timeout_ms", 2'000}, {"lock_timeout_ms", 500}, {"connect_timeout_s", 2}};

// Returns a plan with all checks that fit the migration's source, but without the demand for TLS:
// what goes through a path has to be readable there.
std::string Discovered(const StagedMigration& migration) {
  const ProcessResult found = RunGonogo(
      {"plan", "discover", "--stages", "none", "--source", migration.databases().SourceUrl()});
  RequireSuccess("gonogo plan discover", found);
  std::string plan = found.output;
  const std::size_t tls = plan.find("{\"id\": \"tls\"");
  plan.erase(tls, plan.find('\n', tls) - tls);
  const std::string checks = "\"checks\": [";
  return plan.replace(plan.find(checks), checks.size(),
                      "\"limits\": " + ToText(kLimits) + ",\n  " + checks);
}

// The servers of the test pair may forget what they committed, and change rows of the catalogue by
// themselves: neither may be taken for gonogo's doing.
void QuietServers() {
  for (const Cluster* const cluster : {&TestPair().source, &TestPair().target}) {
    const std::string database = std::string("ALTER DATABASE ") + kDatabase;
    ExecuteAsAdmin(*cluster, database + " SET synchronous_commit = on");
    ExecuteAsAdmin(*cluster, "ALTER SYSTEM SET autovacuum = off");
    ExecuteAsAdmin(*cluster, "SELECT pg_reload_conf()");
  }
}

// Each process of the tests has its own, so that they may run side by side.
std::string NewMark() {
  static int number = 0;
  return fmt::format("{}-{}", getpid(), ++number);
}

std::string FilesIn(const std::string& folder) {
  std::string names;
  for (const auto& entry : fs::directory_iterator(folder)) {
    names += "file " + entry.path().filename().string() + "\n";
  }
  return names;
}

std::string SessionsAt(const Cluster& cluster) {
  return Answer(cluster,
                fmt::format("SELECT string_agg(format('session of %s: %s%s', application_name, "
                            "left(query, 200), E'\\n'), '') FROM pg_stat_activity WHERE datname = "
                            "'{}' OR application_name LIKE 'gonogo%' AND datname IS NOT NULL",
                            kDatabase));
}

std::string HeldBy(const Cluster& cluster) {
  return Answer(cluster,
                "SELECT string_agg(what || E'\\n', '') FROM (SELECT 'prepared ' || gid FROM "
                "pg_prepared_xacts UNION ALL SELECT 'slot ' || slot_name FROM "
                "pg_replication_slots) AS left_behind (what)");
}

}  // namespace

const std::vector<KindOfRun>& KindsOfRun() {
  static const std::vector<KindOfRun> kinds = {
      {"everything", {"all", "--until", "verify"}, {"run", "gate"}},
      {"schema", {"all", "--until", "preflight"}, {"stage", "schema"}},
      {"backfill", {"all", "--until", "schema"}, {"stage", "backfill"}},
      {"gate", {"all", "--until", "verify"}, {"stage", "gate"}},
      {"watch", {"all", "--until", "verify"}, {"watch", "--for", "0s", "--recheck", "0s"}},
      {"dual_write", {"all", "--until", "gate"}, {"stage", "dual-write"}},
      {"cutover", {"all", "--until", "dual-write"}, {"stage", "cutover"}, true},
      {"finalize", {"all", "--until", "cutover"}, {"stage", "finalize"}},
      {"rollback", {"all", "--until", "cutover"}, {"stage", "rollback", "--rehearse"}, true},
  };
  return kinds;
}

const KindOfRun& KindNamed(const std::string& name) {
  const auto& all = KindsOfRun();
  return *std::find_if(all.begin(), all.end(),
                       [&](const KindOfRun& kind) { return kind.name == name; });
}

StruckMigration::StruckMigration(const KindOfRun& kind)
    : kind_(kind), migration_(kDatabase, kStages), mark_(NewMark()) {
  QuietServers();
  const std::string file = migration_.scratch().Path("plan.json");
  Json plan = ParseJson(ReadFile(file));
  plan["limits"] = kLimits;
  migration_.scratch().File("plan.json", ToText(plan, 2));
  const ProcessResult before = migration_.Stage(kind.prepared_by);
  if (before.status != 0) throw std::runtime_error(before.output);
  if (kind.name == "everything") migration_.scratch().File("plan.json", Discovered(migration_));
  NoteWhatThereIs();
}

void StruckMigration::NoteWhatThereIs() {
  next_transaction_ = NextTransaction();
  verdicts_ = Verdicts();
}

Words StruckMigration::All() const {
  Words words = {GONOGO_PROGRAM};
  words.insert(words.end(), kind_.words.begin(), kind_.words.end());
  const bool watches = kind_.words.front() == "watch";
  words.insert(words.end(), {"--plan", migration_.scratch().Path("plan.json"), "--out",
                             watches                        ? migration_.folder() + "/series.jsonl"
                             : kind_.words.front() == "run" ? migration_.folder() + "/runs/struck"
                                                            : migration_.folder()});
  return words;
}

StruckRun StruckMigration::Run(const PerSide<Strike>& strikes, const Variables& variables) const {
  constexpr milliseconds kLongest{60'000};
  const FaultyPath source(TestPair().source.port, strikes.source);
  const FaultyPath target(TestPair().target.port, strikes.target);
  Variables all = variables;
  all.insert({{"SRC_DB_URL", source.Through(migration_.databases().SourceUrl())},
              {"TGT_DB_URL", target.Through(migration_.databases().TargetUrl())},
              {"TMPDIR", temporary_.Path("")},
              {kMark, mark_}});
  const auto begin = steady_clock::now();
  StruckRun run;
  run.result =
      RunCommand({.words = All(), .environment = all}, {.bounds = Bounds{.timeout = kLongest}});
  run.took = std::chrono::duration_cast<milliseconds>(steady_clock::now() - begin);
  run.bytes = {source.Bytes(), target.Bytes()};
  run.is_struck = {source.IsStruck(), target.IsStruck()};
  return run;
}

ProcessResult StruckMigration::RunAgain() const {
  Words words = All();
  if (kind_.words.front() == "run") words.back() += "-again";
  return RunCommand({.words = words,
                     .environment = {{"SRC_DB_URL", migration_.databases().SourceUrl()},
                                     {"TGT_DB_URL", migration_.databases().TargetUrl()}}},
                    {.bounds = Bounds{.timeout = std::chrono::minutes(2)}});
}

void StruckMigration::SignalAll(int signal) const {
  for (const MarkedProcess& process : ProcessesMarked(mark_)) kill(process.pid, signal);
}

void StruckMigration::Signal(int signal) const {
  for (const MarkedProcess& process : ProcessesMarked(mark_)) {
    if (process.command.starts_with(GONOGO_PROGRAM)) kill(process.pid, signal);
  }
}

// A server that was ended may have forgotten transactions that changed nothing, but has no new one.
std::string StruckMigration::Left() const {
  const auto sessions = [] {
    return SessionsAt(TestPair().source) + SessionsAt(TestPair().target);
  };
  const auto deadline = steady_clock::now() + std::chrono::seconds(5);
  while (steady_clock::now() < deadline && !sessions().empty()) {
    std::this_thread::sleep_for(milliseconds(50));
  }
  std::string left = sessions();
  for (const MarkedProcess& process : ProcessesMarked(mark_)) {
    left += "process " + process.command + "\n";
  }
  left += FilesIn(temporary_.Path("")) + HeldBy(TestPair().source) + HeldBy(TestPair().target);
  if (!kind_.changes_source && NextTransaction() != next_transaction_) {
    left += "transactions on the source\n";
  }
  for (const std::string& file : Verdicts()) {
    if (!verdicts_.contains(file)) left += "GO in " + file + "\n";
  }
  return left;
}

std::set<std::string> StruckMigration::Verdicts() const {
  std::set<std::string> found;
  for (const auto& entry : fs::recursive_directory_iterator(migration_.folder())) {
    if (entry.path().filename() != "verdict.json") continue;
    const Json verdict = ParseJson(ReadFile(entry.path().string()));
    if (verdict.value("verdict", "") == "GO") found.insert(entry.path().string());
  }
  return found;
}

// Every change of a row, a relation or a setting needs one; reading doesn't. This counts also those
// that haven't ended, which pg_current_snapshot() leaves out: somebody else's may end during a run.
std::string StruckMigration::NextTransaction() const {
  return Answer(TestPair().source, "SELECT age('3'::xid)");
}

}  // namespace gonogo::testing_support

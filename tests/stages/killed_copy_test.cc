// After a copy was killed at any point, the next one finishes it, and no trigger stays disabled.
#include <fcntl.h>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <random>
#include <thread>

#include "tests/stages/copied.h"
#include "tests/support/gonogo_program.h"

namespace gonogo::testing_support {
namespace {

const std::vector<std::string> kNames = {"big", "child", "left_one", "right_one", "of_right"};

// The indexes are for the copy that has to empty these tables again: without them, PostgreSQL reads
// the whole referencing table for each row.
constexpr const char* kSchema =
    "CREATE TABLE big (id serial PRIMARY KEY, up int REFERENCES big, filler text); "
    "CREATE TABLE child (id int REFERENCES big); "
    "CREATE TABLE left_one (id int PRIMARY KEY, other int); "
    "CREATE TABLE right_one (id int PRIMARY KEY, other int REFERENCES left_one ON DELETE "
    "RESTRICT); "
    "ALTER TABLE left_one ADD FOREIGN KEY (other) REFERENCES right_one; "
    "CREATE TABLE of_right (id int REFERENCES right_one); "
    "CREATE INDEX ON big (up); CREATE INDEX ON child (id); CREATE INDEX ON left_one (other); "
    "CREATE INDEX ON right_one (other); CREATE INDEX ON of_right (id); "
    "CREATE FUNCTION never() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'it fires'; END "
    "$$; ";

// Fills the largest table with 6 * n rows, the others with 3 * n and 2 * n.
std::string Rows(int n) {
  return fmt::format(
      "INSERT INTO big (up, filler) SELECT 1, repeat('x', 80) FROM generate_series(1, {0} * 6); "
      "INSERT INTO child SELECT generate_series(1, {0} * 3); "
      "INSERT INTO right_one SELECT generate_series(1, {0} * 2); "
      "INSERT INTO left_one SELECT id, {0} * 2 + 1 - id FROM right_one; "
      "UPDATE right_one SET other = id; INSERT INTO of_right SELECT id FROM right_one",
      n);
}

constexpr const char* kTriggers =
    "CREATE TRIGGER o BEFORE INSERT ON big FOR EACH ROW EXECUTE FUNCTION never(); "
    "CREATE TRIGGER a AFTER INSERT OR DELETE ON left_one FOR EACH ROW EXECUTE FUNCTION never(); "
    "ALTER TABLE left_one ENABLE ALWAYS TRIGGER a";

constexpr const char* kWhatIsOn =
    "SELECT string_agg(concat_ws(' ', tgrelid::regclass, tgfoid::regproc, tgenabled, tgdeferrable, "
    "tginitdeferred), ', ' ORDER BY tgrelid::regclass::text, tgname) FROM pg_trigger";

// A file of notes, as a caller of Copy keeps them.
class Notes {
 public:
  explicit Notes(std::string path) : path_(std::move(path)) {}

  void Add(const std::string& line) const {
    const int file = open(path_.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    const std::string text = line + "\n";
    if (write(file, text.data(), text.size()) != static_cast<ssize_t>(text.size())) _exit(2);
    close(file);
  }

  CopyState State() const {
    CopyState state;
    std::ifstream file(path_);
    std::string what;
    std::string relation;
    while (file >> what >> relation) {
      (what == "begun" ? state.begun : state.finished).insert(relation);
    }
    return state;
  }

 private:
  std::string path_;
};

void CopyWithNotes(const BothDatabases& databases, const Notes& notes) {
  Pair pair = databases.Open();
  Plan plan;
  plan.relations = Same(kNames);
  Copy(pair, plan, {}, notes.State(),
       {.begun = [&](const std::string& name, const std::string&) { notes.Add("begun " + name); },
        .finished = [&](const CopiedRelation& done) { notes.Add("finished " + done.relation); },
        .progress = nullptr})
      .Run();
}

// Runs the copy in a child process and kills it after `life`. Returns whether the copy had
// finished.
bool EndsBefore(std::chrono::milliseconds life, const BothDatabases& databases,
                const Notes& notes) {
  const pid_t child = fork();
  if (child == 0) {
    try {
      CopyWithNotes(databases, notes);
    } catch (const std::exception& error) {
      notes.Add(std::string("failed ") + error.what());
      _exit(1);
    }
    _exit(0);
  }
  std::this_thread::sleep_for(life);
  kill(child, SIGKILL);
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_TRUE(WIFSIGNALED(status) || WEXITSTATUS(status) == 0) << "the copy failed by itself";
  return WIFEXITED(status);
}

// Returns how long a copy takes that nobody kills: on some machines, a tenth of what others need.
std::chrono::milliseconds TimeOfWhole(const BothDatabases& databases) {
  const Scratch scratch;
  const auto began = std::chrono::steady_clock::now();
  CopyWithNotes(databases, Notes(scratch.Path("notes")));
  return std::chrono::ceil<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began);
}

void KillsAndFinishes(int n, int rounds) {
  const BothDatabases databases("killed");
  databases.OnBoth(kSchema);
  databases.OnSource(Rows(n));
  databases.OnTarget(kTriggers);
  const std::string before = OnTargetNow(databases, kWhatIsOn);
  const std::int64_t step = TimeOfWhole(databases).count() / 8 + 1;
  std::mt19937 random(20'260'101);  // NOLINT(cert-msc51-cpp): the same kills every time
  int killed = 0;
  for (int round = 0; round < rounds; ++round) {
    const Scratch scratch;
    const Notes notes(scratch.Path("notes"));
    databases.OnTarget("TRUNCATE big, child, left_one, right_one, of_right");
    // Wait longer each time, until a copy finishes.
    for (std::int64_t life = step;; life += 1 + static_cast<std::int64_t>(random()) % step) {
      if (EndsBefore(std::chrono::milliseconds(life), databases, notes)) break;
      ++killed;
      EXPECT_EQ(OnTargetNow(databases, kWhatIsOn), before);
    }
    for (const Relation& relation : Same(kNames)) {
      const std::string difference = Difference(databases, relation);
      EXPECT_NE(difference.find(", no row different"), std::string::npos)
          << relation.source << ": " << difference;
    }
    EXPECT_EQ(OnTargetNow(databases, kWhatIsOn), before);
    EXPECT_EQ(OnTargetNow(databases, "SELECT last_value FROM public.big_id_seq"),
              std::to_string(n * 6));
  }
  EXPECT_GE(killed, rounds);
}

TEST(KilledCopy, IsFinishedByTheNext) { KillsAndFinishes(3'000, 1); }

TEST(SlowKilledCopy, IsFinishedByTheNext) { KillsAndFinishes(10'000, 3); }

}  // namespace
}  // namespace gonogo::testing_support

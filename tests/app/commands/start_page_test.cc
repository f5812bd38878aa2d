// docs/start.md is the transcript of its own commands. To write it again:
//   GONOGO_REGENERATE=1 build/dev/tests/app_tests --gtest_filter='StartPage*'
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <regex>

#include "core/text/text.h"
#include "tests/support/gonogo_program.h"
#include "tests/support/servers/both_databases.h"

namespace gonogo::testing_support {
namespace {

constexpr const char* kSmallShop = R"(
CREATE TYPE status AS ENUM ('open', 'paid', 'sent');
CREATE TABLE customers (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email text NOT NULL UNIQUE);
CREATE TABLE orders (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer_id bigint NOT NULL REFERENCES customers,
  status status NOT NULL DEFAULT 'open',
  total numeric(10, 2) NOT NULL CHECK (total >= 0)
);
CREATE INDEX ON orders (customer_id);
CREATE VIEW unpaid AS SELECT id, total FROM orders WHERE status = 'open';
INSERT INTO customers (email) SELECT 'customer' || n || '@example.invalid' FROM generate_series(1, 200) AS n;
INSERT INTO orders (customer_id, total) SELECT n % 200 + 1, n / 10.0 FROM generate_series(1, 1000) AS n;
ANALYZE;
)";

// What differs from run to run, and what stands for it on the page.
std::string WithoutChance(std::string text, const std::string& folder) {
  static const std::vector<std::pair<std::regex, std::string>> kStandIns = {
      {std::regex(R"(127\.0\.0\.1:\d+)"), "127.0.0.1:5432"},
      {std::regex(R"(\d{8}T\d{6}Z-[0-9a-f]{4})"), "20260101T220000Z-1c0f"},
      {std::regex(R"(sha256 [0-9a-f]{12})"), "sha256 6d1f0c2a9b47"},
      {std::regex(R"(T\+0 h 0 min \d+\.\d s)"), "T+0 h 0 min 1.0 s"},
      {std::regex(R"(\d+ ms\b)"), "5 ms"},
      {std::regex(R"(about \d+ s)"), "about 1 s"},
      {std::regex(R"(\d+(\.\d)? GB free)"), "80 GB free"},
      {std::regex(R"(connections: \d+ free)"), "connections: 96 free"},
      {std::regex(R"(PostgreSQL 15\.\d+( \([^)]*\))?)"), "PostgreSQL 15.18"},
      {std::regex(R"(backup: \d+ kB)"), "backup: 13 kB"},
      {std::regex(R"(, \d+ MB\n)"), ", 8 MB\n"},
  };
  for (std::size_t at = 0; (at = text.find(folder)) != std::string::npos;) {
    text.replace(at, folder.size(), "/home/you");
  }
  for (const auto& [chance, stand_in] : kStandIns) {
    text = std::regex_replace(text, chance, stand_in);
  }
  return text;
}

// Runs the page's commands in one shell, in that order.
class PageShell {
 public:
  PageShell(const Words& commands, const BothDatabases& databases) {
    std::filesystem::create_symlink(GONOGO_PROGRAM, scratch_.Path("gonogo"));
    std::filesystem::create_symlink(InProject("sql"), scratch_.Path("sql"));
    std::string script;
    for (std::size_t i = 0; i < commands.size(); ++i) {
      script += "{ " + commands[i] + "\n} >" + OutputOf(i) + " 2>&1 || exit\n";
    }
    const std::string admin = databases.SourceUrl();
    const std::string reader =
        "postgresql://gonogo_reader:reads-all" + admin.substr(admin.find('@'));
    const ProcessResult run = RunCommand(
        {.words = {"bash", "-c", "cd \"$0\" && PATH=$PWD:$PATH && eval \"$1\"", scratch_.Path(""),
                   script},
         .environment = {
             {"ADMIN_URL", admin}, {"SRC_DB_URL", reader}, {"TGT_DB_URL", databases.TargetUrl()}}});
    EXPECT_EQ(run.status, 0) << run.output;
  }

  // Returns what a command printed.
  std::string Printed(std::size_t command) const {
    const std::string file = OutputOf(command);
    if (!std::filesystem::exists(file)) return "not run, because a command before failed\n";
    return WithoutChance(ReadFile(file), std::filesystem::path(scratch_.Path("")).parent_path());
  }

 private:
  std::string OutputOf(std::size_t command) const {
    return scratch_.Path("output" + std::to_string(command));
  }

  Scratch scratch_;
};

// Returns the commands of the page: lines that begin with "$ ".
Words CommandsOf(const std::vector<std::string>& page) {
  Words commands;
  for (const std::string& line : page) {
    if (line.starts_with("$ ")) commands.push_back(line.substr(2));
  }
  return commands;
}

// Returns the page with what its commands print now.
std::string Transcript(const std::vector<std::string>& page, const PageShell& shell) {
  std::string text;
  std::size_t command = 0;
  bool is_output = false;
  for (const std::string& line : page) {
    if (line == "```") is_output = false;
    if (!is_output) text += line + "\n";
    if (!line.starts_with("$ ")) continue;
    text += shell.Printed(command++);
    is_output = true;
  }
  return text;
}

TEST(StartPage, ShowsWhatItsCommandsPrint) {
  const BothDatabases databases("shop");
  databases.OnSource(kSmallShop);
  const std::string file = InProject("docs/start.md");
  const std::string page = ReadFile(file);
  auto lines = Split(page, '\n');
  if (lines.back().empty()) lines.pop_back();
  const std::string transcript = Transcript(lines, PageShell(CommandsOf(lines), databases));
  if (std::getenv("GONOGO_REGENERATE") != nullptr) std::ofstream(file) << transcript;
  EXPECT_EQ(page, transcript);
  databases.OnSource("DROP OWNED BY gonogo_reader; DROP ROLE gonogo_reader");
}

}  // namespace
}  // namespace gonogo::testing_support

// Each command writes into a file of its own, so that its lines can be told from those of the next.
#include "tests/support/transcript.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <regex>

#include "core/text/text.h"

namespace gonogo::testing_support {
namespace {

// What differs from run to run, and what stands for it on the page.
std::string WithoutChance(std::string text, const std::string& folder) {
  static const std::vector<std::pair<std::regex, std::string>> kStandIns = {
      {std::regex(R"(127\.0\.0\.1:\d+)"), "127.0.0.1:5432"},
      {std::regex(R"(on port \d+)"), "on port 5432"},
      {std::regex(R"(\d{8}T\d{6}Z-[0-9a-f]{4})"), "20260101T220000Z-1c0f"},
      {std::regex(R"(sha256 [0-9a-f]{12})"), "sha256 6d1f0c2a9b47"},
      {std::regex(R"(plan `[0-9a-f]{12}`)"), "plan `6d1f0c2a9b47`"},
      {std::regex(R"(T\+\d+ h \d+ min \d+\.\d s)"), "T+0 h 0 min 1.0 s"},
      {std::regex(R"(\d+ ms\b)"), "5 ms"},
      {std::regex(R"(about \d+ s)"), "about 1 s"},
      {std::regex(R"(\d+(\.\d)? GB free)"), "80 GB free"},
      {std::regex(R"(connections: \d+ free)"), "connections: 96 free"},
      {std::regex(R"(PostgreSQL 15\.\d+( \([^)]*\))?)"), "PostgreSQL 15.18"},
      {std::regex(R"(PostgreSQL \d+, /usr/lib/postgresql/\d+/)"),
       "PostgreSQL 15, /usr/lib/postgresql/15/"},
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
  PageShell(const Words& commands, const Variables& environment, const std::string& clean_up) {
    std::filesystem::create_symlink(GONOGO_PROGRAM, scratch_.Path("gonogo"));
    for (const char* folder : {"sql", "fixtures"}) {
      std::filesystem::create_symlink(InProject(folder), scratch_.Path(folder));
    }
    std::string script = clean_up + "\ntrap '" + clean_up + "' EXIT\n";
    for (std::size_t i = 0; i < commands.size(); ++i) {
      script += "{ " + commands[i] + "\n} >" + OutputOf(i) + " 2>&1 || exit\n";
    }
    const ProcessResult run = RunCommand(
        {.words = {"bash", "-c", "cd \"$0\" && PATH=$PWD:$PATH && unset GONOGO_PLAN && eval \"$1\"",
                   scratch_.Path(""), script},
         .environment = environment});
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

// A command of a page: its first line begins with "$ ", a line that ends with "\" goes on, and so
// does a text between "<<'END'" and "END".
bool GoesOn(const std::string& command) {
  return command.ends_with('\\') ||
         (command.find("<<'END'") != std::string::npos && !command.ends_with("\nEND"));
}

// Calls `show` with each line that isn't output, and `run` after the last line of each command.
template <typename Show, typename Run>
void ForEachLine(const std::vector<std::string>& page, const Show& show, const Run& run) {
  std::string command;
  bool is_output = false;
  for (const std::string& line : page) {
    if (line == "```") is_output = false;
    if (line.starts_with("$ ")) {
      command = line.substr(2);
    } else if (!command.empty()) {
      command += "\n" + line;
    }
    if (!is_output || line.starts_with("$ ") || !command.empty()) show(line);
    if (command.empty() || GoesOn(command)) continue;
    run(command);
    command.clear();
    is_output = true;
  }
}

}  // namespace

void ExpectTranscript(const std::string& page, const Variables& environment,
                      const std::string& clean_up) {
  const std::string file = InProject("docs/" + page);
  const std::string text = ReadFile(file);
  auto lines = Split(text, '\n');
  if (lines.back().empty()) lines.pop_back();
  Words commands;
  ForEachLine(
      lines, [](const std::string& /*line*/) {},
      [&](const std::string& command) { commands.push_back(command); });
  const PageShell shell(commands, environment, clean_up);
  std::string transcript;
  std::size_t next = 0;
  ForEachLine(
      lines, [&](const std::string& line) { transcript += line + "\n"; },
      [&](const std::string& /*command*/) { transcript += shell.Printed(next++); });
  const char* const regenerate = std::getenv("GONOGO_REGENERATE");
  if (regenerate != nullptr && std::string(regenerate) == "1" && !testing::Test::HasFailure()) {
    std::ofstream(file) << transcript;
  }
  EXPECT_EQ(text, transcript);
}

}  // namespace gonogo::testing_support

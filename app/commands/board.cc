// gonogo board: the page of the run or stage that goes on, for browsers, as long as it is wanted.
#include "app/board/board.h"

#include <fmt/format.h>
#include <openssl/rand.h>

#include <array>
#include <chrono>
#include <iostream>
#include <memory>

#include "app/board/followed.h"
#include "app/cli/help_page.h"
#include "app/commands/commands.h"
#include "app/context/migration_of.h"
#include "app/context/plan_options.h"
#include "app/plan/plan_file.h"
#include "core/error.h"
#include "core/json/json.h"
#include "core/text/digest.h"
#include "fixtures/services/event_server.h"
#include "fixtures/system/interrupt.h"
#include "reporters/html/case_part.h"
#include "reporters/html/page.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

constexpr std::chrono::milliseconds kBetweenReports{900};

struct BoardCommandLine {
  std::string folder;
  PlanOptions plan;
  std::string listen = "127.0.0.1";
  int port = 0;
  bool json = false;
};

std::string NewToken() {
  std::array<unsigned char, 16> bytes{};
  if (RAND_bytes(bytes.data(), bytes.size()) != 1) {
    throw std::runtime_error("no random numbers for the token can be had");
  }
  return Hex({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

bool IsLoopback(const std::string& address) {
  return address.starts_with("127.") || address == "::1";
}

Followed FollowedBy(const BoardCommandLine& line) {
  if (line.folder.empty() && line.plan.plan.empty()) {
    throw PlanError("name the plan with --plan, or the folder of a migration or of a run");
  }
  const Environment environment = EnvironmentOf(line.plan);
  std::optional<Plan> plan;
  if (!line.plan.plan.empty()) plan = LoadPlan(line.plan.plan, environment);
  if (line.folder.empty()) {
    MigrationFolder migration = MigrationOf(*plan, environment);
    return {std::move(plan), std::move(migration), "", kBetweenReports};
  }
  const fs::path folder = fs::absolute(line.folder).lexically_normal();
  if (!fs::is_directory(folder)) throw PlanError(line.folder + " isn't a folder");
  const bool is_run = fs::exists(folder / "evidence.jsonl");
  return {std::move(plan), MigrationFolderAt(folder), is_run ? folder : fs::path(),
          kBetweenReports};
}

void Print(const BoardCommandLine& line, int port, const std::string& token) {
  const bool is_six = line.listen.find(':') != std::string::npos;
  const std::string host = is_six ? "[" + line.listen + "]" : line.listen;
  const std::string url = fmt::format("http://{}:{}/{}", host, port, token);
  if (line.json) {
    std::cout << ToText(Json{{"url", url}, {"port", port}, {"token", token}}) << std::endl;
    return;
  }
  std::cout << "board  " << url << "\n";
  if (IsLoopback(line.listen)) {
    std::cout << fmt::format("       ssh -N -L {0}:{1}:{0} THIS-HOST  brings it to your computer\n",
                             port, host);
  } else {
    std::cout << "       not encrypted: who sees the address on the network can read the page\n";
  }
  std::cout << "       ends with Ctrl-C" << std::endl;
}

// What the page is about: another run, or the end of one, is another page.
std::string AboutOf(const RunReport& report) {
  return report.evidence.run.run + (report.underway ? " goes on" : " has ended");
}

int Execute(const BoardCommandLine& line) {
  Followed followed = FollowedBy(line);
  const std::string token = NewToken();
  Board board(token, !IsLoopback(line.listen));
  EventServer server(line.listen, line.port);
  const OnInterrupt end([&server] { server.End(); });
  const auto show = [&](const RunReport& report) {
    board.Show(BoardPage(report, board.next()), AboutOf(report));
  };
  const auto show_case = [&](const CaseResult& one, const RunHeader& run) {
    board.ShowRow(RowOfCase(one, run));
  };
  Print(line, server.port(), token);
  server.Serve({.reply = [&](const WebRequest& request) { return board.Reply(request); },
                .events_after = [&](std::int64_t& seen) { return board.EventsAfter(seen); },
                .look = [&] { followed.LookAgain(show, show_case); }});
  return kExitInterrupted;
}

}  // namespace

void AddBoard(CLI::App& app, int& status) {
  CLI::App* const command =
      app.add_subcommand("board", "show the run or stage that goes on as a page in browsers, live");
  const auto line = std::make_shared<BoardCommandLine>();
  command->add_option("DIR", line->folder,
                      "folder of a migration or of a run (default: that of the plan's migration)");
  command->add_option("--plan", line->plan.plan, "the plan, a JSON file")
      ->envname("GONOGO_PLAN")
      ->option_text("FILE");
  command
      ->add_option("--env-file", line->plan.env_file,
                   "KEY=value lines that replace environment variables of the plan")
      ->envname("GONOGO_ENV_FILE")
      ->option_text("FILE");
  command
      ->add_option("--listen", line->listen,
                   "IP address to listen on; beyond this host nothing is encrypted")
      ->capture_default_str()
      ->option_text("ADDRESS");
  command->add_option("--port", line->port, "port to listen on (default: a free one)")
      ->check(CLI::Range(1, 65535))
      ->option_text("N");
  command->add_flag("--json", line->json, "print the address as JSON");
  command->footer(
      "It only reads files, and has no verdict: it ends when you end it. Exit status: 2 wrong usage "
      "or plan, 3 can't listen, 130 interrupted.");
  AddExamples(*command,
              {"gonogo board --plan plan.json", "gonogo board evidence/latest --port 8080"});
  command->callback([line, &status] { status = Execute(*line); });
}

}  // namespace gonogo

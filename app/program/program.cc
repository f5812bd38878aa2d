// Parses the command line, runs the command, and turns what was thrown into an exit status. No
// other file does that.
#include "app/program/program.h"

#include <malloc.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <iostream>
#include <string>
#include <vector>

#include "app/cli/command_words.h"
#include "app/cli/completion.h"
#include "app/cli/help_page.h"
#include "app/cli/known_names.h"
#include "app/commands/commands.h"
#include "app/exit_status.h"
#include "app/process_environment.h"
#include "app/run/run.h"
#include "app/standard_output.h"
#include "core/error.h"
#include "core/json/json_error.h"
#include "core/text/text.h"
#include "fixtures/session/pin.h"
#include "fixtures/system/interrupt.h"
#include "gates/gate_table.h"

namespace gonogo {
namespace {

// Messages quote files and servers, whose control characters must not reach a terminal.
std::string Shown(std::string_view message) { return Printable(WithoutCredentials(message)); }

int Main(int argc, char** argv, const OwnGates& own) {
  CLI::App app("Decides whether a PostgreSQL migration may go ahead: GO or NO-GO.", "gonogo");
  int status = 0;
  UseHelpPages(app);
  app.set_help_flag("-h,--help", "show this help");
  app.set_version_flag("-V,--version", ToolName, "show the version");
  app.require_subcommand(1);
  app.footer(kExitStatuses);
  for (const auto add : {AddRun,    AddStage,     AddStages,     AddWatch, AddRehearse, AddList,
                         AddGates,  AddProviders, AddPlan,       AddInit,  AddBaseline, AddEvidence,
                         AddKeygen, AddGo,        AddCheckToken, AddBoard, AddSign,     AddWaive,
                         AddDiff,   AddDoctor,    AddSelftest,   AddPair,  AddShard,    AddDocs}) {
    add(app, status);
  }
  const std::vector<std::string> words(argv + std::min(argc, 1), argv + argc);
  try {
    UseOwnGates(own);
    RestartWithoutAmbientVariables(argv);
    const InterruptWatch watch;
    if (words.empty()) {  // not GO: a pipeline's variable may be empty
      std::cerr << app.help();
      return kExitUsage;
    }
    if (words.front() == kCompletionWord) {
      std::cout << LinesOf(
          CompletionOf(FactsOf(app), {words.begin() + 1, words.end()}, KnownNames));
      return kExitGo;
    }
    if (const auto help = HelpAskedFor(app, words)) {
      std::cout << *help;
      return kExitGo;
    }
    RequireKnownWords(app, words);
    app.parse(argc, argv);
    return status;
  } catch (const CLI::Success& wanted) {  // help or the version
    return app.exit(wanted);
  } catch (const CLI::ParseError& error) {
    std::cerr << "gonogo: " << Shown(Describe(app, error, words)) << "\n";
    return kExitUsage;
  } catch (const Interrupted&) {
    std::cerr << "gonogo: interrupted; the evidence so far is kept, but there is no verdict\n";
    return kExitInterrupted;
  } catch (const WrongDatabase& error) {
    std::cerr << "gonogo: NO-GO: " << Shown(error.what()) << "\n";
    return kExitNoGo;
  } catch (const PlanError& error) {
    std::cerr << "gonogo: " << Shown(error.what()) << "\n";
    return WasInterrupted() ? kExitInterrupted : kExitUsage;
  } catch (const std::exception& error) {
    std::cerr << "gonogo: " << Shown(WhatIsWrong(error)) << "\n";
    return WasInterrupted() ? kExitInterrupted : kExitUndecided;
  }
}

// Nobody has seen a result that couldn't be written.
int StatusAfterOutput(int status) {
  const std::string failure = OutputFailure();
  if (failure.empty()) return status;
  std::cerr << "gonogo: can't write standard output: " << failure << "\n";
  return status == kExitGo || status == kExitNoGo ? kExitUndecided : status;
}

}  // namespace

int RunProgram(int argc, char** argv, const OwnGates& own) {
  // A parent may have set SIGCHLD to be ignored. Then wait() wouldn't get the exit status of a
  // child.
  std::signal(SIGCHLD, SIG_DFL);
  // A file that grows beyond the limit (ulimit -f) is an error as on a full disk, not the end.
  std::signal(SIGXFSZ, SIG_IGN);
  // The threads of both sides would each keep what they free for themselves. They mostly wait for
  // servers, so that they can share one arena: a large run takes a fifth less memory.
  mallopt(M_ARENA_MAX, 1);
  OpenClosedStandardStreams();
  return StatusAfterOutput(Main(argc, argv, own));
}

}  // namespace gonogo

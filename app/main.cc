// The program gonogo: parses the command line, runs the command, and turns what was thrown into an
// exit status. No other file does that.
#include <CLI/CLI.hpp>
#include <csignal>
#include <iostream>
#include <sstream>

#include "app/commands/commands.h"
#include "app/exit_status.h"
#include "app/process_environment.h"
#include "app/run/run.h"
#include "app/standard_output.h"
#include "core/error.h"
#include "core/text/text.h"
#include "fixtures/session/pin.h"
#include "fixtures/system/interrupt.h"

namespace gonogo {
namespace {

int Main(int argc, char** argv) {
  CLI::App app("Decides whether a PostgreSQL migration may go ahead: GO or NO-GO.", "gonogo");
  int status = 0;
  app.set_version_flag("--version", ToolName());
  app.require_subcommand(1);
  app.footer(kExitStatuses);
  for (const auto add :
       {AddRun, AddStage, AddStages, AddWatch, AddRehearse, AddList, AddGates, AddProviders,
        AddPlan, AddBaseline, AddEvidence, AddSign, AddWaive, AddDiff, AddPair}) {
    add(app, status);
  }
  try {
    RestartWithoutAmbientVariables(argv);
    const InterruptWatch watch;
    app.parse(argc, argv);
    return status;
  } catch (const CLI::ParseError& error) {
    std::ostringstream out;
    std::ostringstream errors;
    const int cli_status = app.exit(error, out, errors);
    std::cout << out.str();
    std::cerr << WithoutCredentials(errors.str());
    return cli_status == 0 ? 0 : kExitUsage;
  } catch (const Interrupted&) {
    std::cerr << "gonogo: interrupted; the evidence so far is kept, but there is no verdict\n";
    return kExitInterrupted;
  } catch (const WrongDatabase& error) {
    std::cerr << "gonogo: NO-GO: " << WithoutCredentials(error.what()) << "\n";
    return kExitNoGo;
  } catch (const PlanError& error) {
    std::cerr << "gonogo: " << WithoutCredentials(error.what()) << "\n";
    return WasInterrupted() ? kExitInterrupted : kExitUsage;
  } catch (const std::exception& error) {
    std::cerr << "gonogo: " << WithoutCredentials(error.what()) << "\n";
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
}  // namespace gonogo

int main(int argc, char** argv) {
  // A parent may have set SIGCHLD to be ignored. Then wait() wouldn't get the exit status of a
  // child.
  std::signal(SIGCHLD, SIG_DFL);
  // A file that grows beyond the limit (ulimit -f) is an error as on a full disk, not the end.
  std::signal(SIGXFSZ, SIG_IGN);
  gonogo::OpenClosedStandardStreams();
  return gonogo::StatusAfterOutput(gonogo::Main(argc, argv));
}

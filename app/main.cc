// gonogo: decides whether a PostgreSQL migration may go ahead. Parses, acts, exits; everything that
// was thrown on the way becomes an exit status here and nowhere else.
#include <CLI/CLI.hpp>
#include <csignal>
#include <iostream>
#include <sstream>

#include "app/commands/commands.h"
#include "app/exit_status.h"
#include "app/process_environment.h"
#include "app/run/run.h"
#include "core/error.h"
#include "core/text/text.h"
#include "fixtures/system/interrupt.h"

namespace gonogo {
namespace {

int Main(int argc, char** argv) {
  CLI::App app("Decides whether a PostgreSQL migration may go ahead: GO or NO-GO.", "gonogo");
  int status = 0;
  app.set_version_flag("--version", ToolName());
  app.require_subcommand(1);
  app.footer(kExitStatuses);
  for (const auto add : {AddRun, AddStage, AddStages, AddWatch, AddRehearse, AddList, AddGates,
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
    std::ostringstream complaint;
    const int wrong = app.exit(error, out, complaint);
    std::cout << out.str();
    std::cerr << WithoutCredentials(complaint.str());
    return wrong == 0 ? 0 : kExitUsage;
  } catch (const Interrupted&) {
    std::cerr << "gonogo: interrupted: what was seen until now is kept, and there is no verdict\n";
    return kExitInterrupted;
  } catch (const PlanError& error) {
    std::cerr << "gonogo: " << WithoutCredentials(error.what()) << "\n";
    return WasInterrupted() ? kExitInterrupted : kExitUsage;
  } catch (const std::exception& error) {
    std::cerr << "gonogo: " << WithoutCredentials(error.what()) << "\n";
    return WasInterrupted() ? kExitInterrupted : kExitUndecided;
  }
}

}  // namespace
}  // namespace gonogo

int main(int argc, char** argv) {
  // Who ignores SIGCHLD hands that on, and then no program that we start has an exit status.
  std::signal(SIGCHLD, SIG_DFL);
  return gonogo::Main(argc, argv);
}

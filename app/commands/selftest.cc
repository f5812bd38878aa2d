// gonogo selftest: plants every kind of damage that it knows, and demands that the gate goes red.
#include "app/selftest/selftest.h"

#include <fmt/format.h>

#include <filesystem>
#include <iostream>
#include <memory>
#include <tuple>

#include "app/cli/help_page.h"
#include "app/commands/commands.h"
#include "app/context/rehearsal.h"
#include "app/exit_status.h"
#include "app/progress.h"
#include "core/error.h"
#include "core/json/json.h"
#include "core/plan/shown_command.h"
#include "fixtures/system/text_file.h"
#include "fixtures/system/writable_folder.h"
#include "reporters/model/shown_text.h"
#include "reporters/selftest_report.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

constexpr const char* kReport = "selftest.json";

struct SelftestCommandLine {
  SelftestOptions options;
  std::string out;
  bool list = false;
  bool iterate = false;
  bool json = false;
};

// Returns the kinds that weren't killed in the folder's report. Throws PlanError if there is none.
std::vector<std::string> NotKilledIn(const fs::path& report) {
  if (!fs::exists(report)) {
    throw PlanError(fmt::format("--iterate needs {}: run gonogo selftest --out {} first",
                                report.string(), report.parent_path().string()));
  }
  std::vector<std::string> kinds;
  for (const Json& file : Json::parse(ReadTextFile(report.string())).at("files")) {
    for (const Json& mutant : file.at("mutants")) {
      const std::string status = mutant.at("status");
      if (status != "Killed" && status != "Ignored") kinds.push_back(mutant.at("id"));
    }
  }
  if (kinds.empty()) throw PlanError(report.string() + ": all kinds of damage were killed");
  return kinds;
}

void WriteReports(const Selftest& selftest, const fs::path& folder) {
  WriteTextFile(folder / kReport, ToText(ToMutationReport(selftest), 2) + "\n");
  if (selftest.full) WriteTextFile(folder / "kill-matrix.md", KillMatrixPage(selftest));
}

std::string CommandOf(const SelftestCommandLine& line) {
  const auto& [plan, programs] = std::tie(line.options.plan, line.options.programs);
  std::string command = "gonogo selftest" + PlanOptionWords(plan.plan, plan.env_file);
  if (!programs.source.empty()) command += " --source-bin " + ShellWord(programs.source);
  if (!programs.target.empty()) command += " --target-bin " + ShellWord(programs.target);
  return command;
}

int List(const SelftestCommandLine& line) {
  const std::vector<Damage> planned = PlannedDamage(line.options);
  ClearProgressLine();
  Json list = Json::array();
  for (const Damage& damage : planned) {
    list.push_back({{"kind", damage.kind},
                    {"object", damage.object},
                    {"gate", damage.gate},
                    {"plant", damage.plant},
                    {"finding", damage.finding}});
    if (!line.json) {
      std::cout << fmt::format("{:<22}  {}: {}\n", damage.IsHarmless() ? "(none)" : damage.gate,
                               damage.kind, damage.object);
    }
  }
  if (line.json) std::cout << ToText(list, 2) << "\n";
  return kExitGo;
}

// Survivors are known to be missed; without them, what could not be tried leaves it open.
int StatusOf(const Selftest& selftest) {
  if (selftest.Count(Fate::kSurvived) + selftest.Count(Fate::kFalseAlarm) > 0) return kExitNoGo;
  return selftest.Count(Fate::kUnviable) > 0 ? kExitUndecided : kExitGo;
}

int Execute(SelftestCommandLine line) {
  if (line.iterate) line.options.only = NotKilledIn(fs::path(line.out) / kReport);
  if (line.list) return List(line);
  RequireWritableFolder(line.out);
  const auto start = std::chrono::steady_clock::now();
  const Selftest selftest = RunSelftest(line.options);
  ClearProgressLine();
  const std::string text = SelftestText(selftest, CommandOf(line),
                                        std::chrono::duration_cast<std::chrono::milliseconds>(
                                            std::chrono::steady_clock::now() - start));
  // Nothing is claimed then, so there is no report that --iterate could read.
  if (!selftest.unfit.empty()) {
    std::cerr << text;
    return kExitUndecided;
  }
  WriteReports(selftest, line.out);
  std::cout << (line.json ? ToText(ToMutationReport(selftest), 2) + "\n" : text);
  if (line.options.keep) {
    std::cerr
        << "gonogo: eval \"$(gonogo pair urls --name selftest)\" sets the URLs of the pair; the "
           "last damaged copies, if a kind was tried in one, are the target's databases damaged_*; "
           "gonogo pair down --name selftest removes the pair\n";
  }
  return StatusOf(selftest);
}

}  // namespace

void AddSelftest(CLI::App& app, int& status) {
  CLI::App* const command =
      app.add_subcommand("selftest", "plant every known damage, and demand that its gate goes red");
  const auto line = std::make_shared<SelftestCommandLine>();
  // Not from GONOGO_PLAN, which would turn the proof about gonogo into one about a plan.
  command
      ->add_option(
          "--plan", line->options.plan.plan,
          "whose checks are tried on its sample database (default: all checks, on a database of gonogo's own)")
      ->option_text("FILE");
  command
      ->add_option("--env-file", line->options.plan.env_file,
                   "KEY=value lines that replace environment variables of the plan")
      ->envname("GONOGO_ENV_FILE")
      ->option_text("FILE");
  AddProgramOptions(*command, line->options.programs);
  command->add_option("--only", line->options.only, "a kind of damage; * stands for any text")
      ->option_text("KIND ...");
  command->add_option("--gate", line->options.gates, "the kinds that a gate claims")
      ->option_text("GATE ...");
  command->add_flag("--full", line->options.full, "all gates look at each damage");
  command->add_flag("--list", line->list, "print the kinds, and try none");
  command->add_flag("--iterate", line->iterate, "try what wasn't killed the last time");
  command->add_flag("--keep", line->options.keep, "keep the pair, with the last damaged copy");
  command->add_option("--sample", line->options.sample, "try so many kinds, drawn by the seed")
      ->option_text("N")
      ->check(CLI::PositiveNumber);
  command->add_option("--jobs", line->options.jobs, "kinds that are tried at a time in databases")
      ->capture_default_str();
  command->add_option("--seed", line->options.seed,
                      "of the order and the sample (default: random)");
  command
      ->add_option("--out", line->out, "folder for selftest.json and, with --full, kill-matrix.md")
      ->default_str("selftest")
      ->option_text("DIR");
  command->add_flag("--json", line->json, "print selftest.json");
  line->out = "selftest";
  command->footer(
      "Exit status: 0 all killed, 1 survivors or false alarms, 2 wrong usage, 3 could not tell, 130 "
      "interrupted.");
  AddExamples(*command,
              {"gonogo selftest", "gonogo selftest --sample 200",
               "gonogo selftest --gate constraints --full", "gonogo selftest --plan plan.json"});
  command->callback([line, &status] { status = Execute(*line); });
}

}  // namespace gonogo

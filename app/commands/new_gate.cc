// gonogo gates new: writes a gate of one's own, with its SQL and its cases.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>

#include "app/cli/help_page.h"
#include "app/commands/new_files.h"
#include "app/commands/own_gates.h"
#include "app/exit_status.h"
#include "core/error.h"
#include "core/json/json.h"
#include "core/text/text.h"
#include "gates/gate_table.h"
#include "reporters/pages/gate_files.h"

namespace gonogo {
namespace {

namespace fs = std::filesystem;

struct NewGateCommandLine {
  std::string name;
  std::string folder;  // "": the current one
  bool dry_run = false;
  bool json = false;
};

void RequireNewGate(const std::string& name) {
  RequireGateName(name);
  const auto gates = AllGates();
  if (std::any_of(gates.begin(), gates.end(),
                  [&](const Gate& gate) { return gate.name == name; })) {
    throw PlanError("there is a gate " + name + " already; choose another name");
  }
}

void SayWhatIsNext(const NewGateCommandLine& line) {
  const bool has_cmake = fs::exists(fs::path(line.folder) / "CMakeLists.txt");
  const std::string cmake =
      has_cmake ? CmakeLineFor(line.name) : std::string(Trim(CmakeWithGate(line.name)));
  std::cout << fmt::format("{} CMakeLists.txt:\n", has_cmake ? "add to" : "write");
  for (const std::string& text : Split(cmake, '\n')) {
    std::cout << (text.empty() ? "" : "  ") << text << "\n";
  }
  std::cout << fmt::format(
      "then build, and run the gate's cases:\n"
      "  cmake -B build && cmake --build build\n"
      "  build/gonogo gates test {}\n"
      "add to the plan's checks:\n  {}\n",
      line.name, CheckWithGate(line.name));
}

Json JsonOf(const NewGateCommandLine& line, const std::map<std::string, std::string>& files) {
  Json paths = Json::array();
  for (const auto& [name, text] : files) paths.push_back((fs::path(line.folder) / name).string());
  return {{"gate", line.name},
          {"files", std::move(paths)},
          {"cmake", CmakeLineFor(line.name)},
          {"check", ParseJson(CheckWithGate(line.name))}};
}

int WriteGate(const NewGateCommandLine& line) {
  RequireNewGate(line.name);
  const auto files = GateFiles(line.name);
  if (line.dry_run) {
    PrintFiles(std::cout, line.folder, files);
    return kExitGo;
  }
  WriteNewFiles("gonogo gates new", line.folder, files);
  if (line.json) {
    std::cout << ToText(JsonOf(line, files), 2) << "\n";
    return kExitGo;
  }
  for (const auto& [name, text] : files) {
    std::cout << "wrote " << (fs::path(line.folder) / name).string() << "\n";
  }
  SayWhatIsNext(line);
  return kExitGo;
}

}  // namespace

void AddNewGate(CLI::App& gates, int& status) {
  CLI::App* const command = gates.add_subcommand(
      "new",
      "write a gate of your own in C++, with its SQL, a case that must pass and one that must "
      "fail");
  const auto line = std::make_shared<NewGateCommandLine>();
  command->add_option("NAME", line->name, "the name of the gate")->required();
  command->add_option("--folder", line->folder, "where your gates are (default: here)")
      ->option_text("DIR");
  command->add_flag("--dry-run", line->dry_run, "print the files and write nothing");
  command->add_flag("--json", line->json, "print JSON");
  AddExamples(*command, {"gonogo gates new no_negative_totals",
                         "gonogo gates new no_negative_totals --folder migration --dry-run"});
  command->callback([line, &status] { status = WriteGate(*line); });
}

}  // namespace gonogo

// gonogo gates: lists the gates, or shows the parameters of one. Its commands are for gates of
// one's own.
#include <iostream>
#include <memory>

#include "app/cli/help_page.h"
#include "app/commands/commands.h"
#include "app/commands/own_gates.h"
#include "core/error.h"
#include "core/text/suggestion.h"
#include "gates/gate_table.h"
#include "reporters/pages/gates_page.h"

namespace gonogo {
namespace {

struct GatesCommandLine {
  std::string name;
  bool json = false;
};

// All gates, or only the one with that name.
std::span<const Gate> SelectGates(const std::string& name) {
  const auto gates = AllGates();
  if (name.empty()) return gates;
  std::vector<std::string> known;
  for (std::size_t i = 0; i < gates.size(); ++i) {
    if (gates[i].name == name) return gates.subspan(i, 1);
    known.push_back(gates[i].name);
  }
  throw PlanError(UnknownName("gate", name, known));
}

int Execute(const GatesCommandLine& line) {
  const auto gates = SelectGates(line.name);
  if (line.json) {
    std::cout << GatesJson(gates);
  } else {
    std::cout << (line.name.empty() ? GatesText(gates) : GateText(gates.front()));
  }
  return 0;
}

}  // namespace

void AddGates(CLI::App& app, int& status) {
  CLI::App* const command = app.add_subcommand(
      "gates", "list the gates, show one with its parameters, or write and test your own");
  const auto line = std::make_shared<GatesCommandLine>();
  command->add_option("GATE", line->name, "one gate");
  command->add_flag("--json", line->json, "print JSON");
  AddExamples(*command, {"gonogo gates", "gonogo gates row_checksum"});
  AddNewGate(*command, status);
  AddTestOfGates(*command, status);
  command->callback([line, command, &status] {
    if (command->get_subcommands().empty()) status = Execute(*line);
  });
}

}  // namespace gonogo

// gonogo gates test: runs the cases of gates of one's own on a throw-away pair.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>
#include <set>

#include "app/cli/help_page.h"
#include "app/commands/own_gates.h"
#include "app/context/rehearsal.h"
#include "app/exit_status.h"
#include "core/error.h"
#include "core/json/json.h"
#include "core/text/suggestion.h"
#include "core/text/text.h"
#include "fixtures/system/interrupt.h"
#include "gates/cases/case_run.h"
#include "gates/cases/gate_case.h"
#include "gates/gate_table.h"

namespace gonogo {
namespace {

namespace fs = std::filesystem;

struct TestCommandLine {
  std::vector<std::string> gates;
  std::string cases = "cases";
  PairPrograms programs;
  bool json = false;
};

struct TestedCase {
  GateCase gate_case;
  std::string name;
  std::vector<std::string> mismatches;  // none: it ended as its folder says
};

struct TestedGate {
  std::string name;
  std::vector<TestedCase> cases;
  std::vector<std::string> missing;  // the kinds of which it has no case

  bool Passes() const {
    return missing.empty() && std::all_of(cases.begin(), cases.end(), [](const TestedCase& one) {
             return one.mismatches.empty();
           });
  }
};

std::vector<std::string> OwnNames() {
  std::vector<std::string> names;
  for (const Gate& gate : AllGates().subspan(BuiltInGates().size())) names.push_back(gate.name);
  if (names.empty()) {
    throw PlanError(
        "this gonogo has no gates of its own; run the one that gonogo_add_gates builds, such as "
        "build/gonogo gates test");
  }
  return names;
}

// Returns the gates that the command line names, all if it names none.
std::vector<TestedGate> SelectedGates(const TestCommandLine& line) {
  const auto own = OwnNames();
  for (const std::string& name : line.gates) {
    if (std::find(own.begin(), own.end(), name) != own.end()) continue;
    throw PlanError(UnknownName("gate of your own", name, own));
  }
  std::vector<TestedGate> gates;
  for (const std::string& name : line.gates.empty() ? own : line.gates)
    gates.push_back({name, {}, {}});
  return gates;
}

// Adds the cases of the gates. Throws PlanError if a case can't be read or is of no gate: nobody
// would notice that it doesn't run.
void AddCases(const TestCommandLine& line, std::vector<TestedGate>& gates) {
  if (!fs::is_directory(line.cases)) {
    throw PlanError(line.cases +
                    ": no such folder; --cases names the folder with GATE/CASE/case.json");
  }
  const auto own = OwnNames();
  const std::string project = fs::absolute(line.cases).lexically_normal().parent_path().string();
  for (const fs::path& folder : CaseFoldersOfGates(line.cases)) {
    const std::string gate = folder.parent_path().filename().string();
    if (std::find(own.begin(), own.end(), gate) == own.end()) {
      throw PlanError(folder.parent_path().string() + ": " +
                      UnknownName("gate of your own", gate, own));
    }
    for (TestedGate& tested : gates) {
      if (tested.name != gate) continue;
      tested.cases.push_back({ReadGateCase(folder, project), folder.filename().string(), {}});
    }
  }
}

void NoteMissingKinds(TestedGate& gate) {
  for (const std::string kind : {"must-pass", "must-fail"}) {
    const bool has = std::any_of(gate.cases.begin(), gate.cases.end(),
                                 [&](const TestedCase& one) { return one.gate_case.kind == kind; });
    if (!has) gate.missing.push_back(kind);
  }
}

void RunCase(TestedCase& tested, const ThrowAwayPair& pair) {
  const auto oldest = std::min(pair.source.major, pair.target.major);
  if (oldest < tested.gate_case.from_major) {
    tested.mismatches = {fmt::format(
        "needs PostgreSQL {} on both sides, have {}: name its programs with --source-bin and --target-bin",
        tested.gate_case.from_major, oldest)};
    return;
  }
  try {
    tested.mismatches = RunGateCase(tested.gate_case, pair);
  } catch (const Interrupted&) {
    throw;
  } catch (const std::exception& error) {
    tested.mismatches = {error.what()};
  }
}

std::string TextOf(const TestedGate& gate) {
  std::string text = gate.name + "\n";
  for (const TestedCase& one : gate.cases) {
    text += fmt::format("  {}  {} ({})\n", one.mismatches.empty() ? "ok  " : "FAIL", one.name,
                        one.gate_case.kind);
    for (const std::string& mismatch : one.mismatches) {
      for (const std::string& line : Split(mismatch, '\n')) text += "        " + line + "\n";
    }
  }
  for (const std::string& kind : gate.missing) {
    text += fmt::format("  FAIL  no {} case: nothing shows that the gate can {}\n", kind,
                        kind == "must-pass" ? "pass" : "fail");
  }
  return text;
}

Json JsonOf(const std::vector<TestedGate>& gates, bool passes) {
  Json list = Json::array();
  for (const TestedGate& gate : gates) {
    Json cases = Json::array();
    for (const TestedCase& one : gate.cases) {
      cases.push_back({{"case", one.name},
                       {"kind", one.gate_case.kind},
                       {"passes", one.mismatches.empty()},
                       {"mismatches", one.mismatches}});
    }
    list.push_back({{"gate", gate.name},
                    {"passes", gate.Passes()},
                    {"cases", std::move(cases)},
                    {"missing", gate.missing}});
  }
  return {{"passes", passes}, {"gates", std::move(list)}};
}

void Show(const TestCommandLine& line, const std::vector<TestedGate>& gates, bool passes) {
  if (line.json) {
    std::cout << ToText(JsonOf(gates, passes), 2) << "\n";
    return;
  }
  std::size_t cases = 0;
  for (const TestedGate& gate : gates) {
    std::cout << TextOf(gate);
    cases += gate.cases.size();
  }
  std::cout << fmt::format("{}, {}: {}\n", Counted(gates.size(), "gate"), Counted(cases, "case"),
                           passes ? "each ended as its folder says" : "NOT as their folders say");
}

int Test(const TestCommandLine& line) {
  std::vector<TestedGate> gates = SelectedGates(line);
  AddCases(line, gates);
  const fs::path folder = MakePairFolder();
  const PairGuard guard(folder);
  const ThrowAwayPair pair = StartPair(folder, line.programs);
  for (TestedGate& gate : gates) {
    NoteMissingKinds(gate);
    for (TestedCase& one : gate.cases) {
      ThrowIfInterrupted();
      RunCase(one, pair);
    }
  }
  const bool passes =
      std::all_of(gates.begin(), gates.end(), [](const TestedGate& gate) { return gate.Passes(); });
  Show(line, gates, passes);
  return passes ? kExitGo : kExitNoGo;
}

}  // namespace

void AddTestOfGates(CLI::App& gates, int& status) {
  CLI::App* const command = gates.add_subcommand(
      "test",
      "run the cases of gates of your own on a throw-away pair; each gate needs one that "
      "must pass and one that must fail");
  const auto line = std::make_shared<TestCommandLine>();
  command->add_option("GATE", line->gates, "only these gates (default: all of your own)");
  command->add_option("--cases", line->cases, "the folder with GATE/CASE/case.json")
      ->capture_default_str()
      ->option_text("DIR");
  AddProgramOptions(*command, line->programs);
  command->add_flag("--json", line->json, "print JSON");
  AddExamples(*command, {"gonogo gates test", "gonogo gates test my_gate --json"});
  command->callback([line, &status] { status = Test(*line); });
}

}  // namespace gonogo

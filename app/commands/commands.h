// The commands. Each function adds one with its options. If the user calls it, its exit status goes
// to `status`.
#pragma once

#include <CLI/CLI.hpp>

namespace gonogo {

void AddRun(CLI::App& app, int& status);
void AddStage(CLI::App& app, int& status);
void AddStages(CLI::App& app, int& status);
void AddProviders(CLI::App& app, int& status);
void AddWatch(CLI::App& app, int& status);
void AddShard(CLI::App& app, int& status);
void AddRehearse(CLI::App& app, int& status);
void AddList(CLI::App& app, int& status);
void AddGates(CLI::App& app, int& status);
void AddPlan(CLI::App& app, int& status);
void AddInit(CLI::App& app, int& status);
void AddEvidence(CLI::App& app, int& status);
void AddKeygen(CLI::App& app, int& status);
void AddGo(CLI::App& app, int& status);
void AddCheckToken(CLI::App& app, int& status);
void AddBoard(CLI::App& app, int& status);
void AddBaseline(CLI::App& app, int& status);
void AddSign(CLI::App& app, int& status);
void AddWaive(CLI::App& app, int& status);
void AddDiff(CLI::App& app, int& status);
void AddDoctor(CLI::App& app, int& status);
void AddSelftest(CLI::App& app, int& status);
void AddPair(CLI::App& app, int& status);
void AddDocs(CLI::App& app, int& status);

}  // namespace gonogo

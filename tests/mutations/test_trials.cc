// The test's process reads from its environment what its servers get in place of the statement.
#include "tests/mutations/test_trials.h"

#include <chrono>
#include <stdexcept>
#include <utility>

#include "fixtures/system/process.h"

namespace gonogo::testing_support {
namespace {

// A mutant may join everything with everything, or wait for ever.
constexpr std::chrono::minutes kLongestTest{2};

bool Passes(const ProvingTest& test, const std::map<std::string, std::string>& environment) {
  const Command command = {.words = {GONOGO_BUILD_DIR "/tests/" + test.program, "--gtest_brief=1",
                                     "--gtest_filter=" + test.name},
                           .environment = environment};
  const ProcessResult run = RunCommand(command, {.bounds = Bounds{.timeout = kLongestTest}});
  return run.ending == Ending::kExited && run.status == 0;
}

}  // namespace

void TryTest(const ProvingTest& test, Trial& trial) {
  trial.cases = 1;
  trial.gates = {test.name};
  if (!Passes(test, {})) throw std::runtime_error("fails unchanged: " + test.name);
  std::vector<SqlMutant> survivors;
  for (SqlMutant& mutant : trial.left) {
    if (Passes(test, {{"GONOGO_MUTATED_STATEMENT", std::string(trial.statement.name)},
                      {"GONOGO_MUTANT", mutant.text}})) {
      survivors.push_back(std::move(mutant));
    } else {
      ++trial.killed;
    }
  }
  trial.left = std::move(survivors);
}

}  // namespace gonogo::testing_support

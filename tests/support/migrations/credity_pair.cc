// Loads the credity sample, and copies its target. Copying a template takes a tenth of a second, so
// each test can damage its own copy.
#include "tests/support/migrations/credity_pair.h"

#include <algorithm>

#include "core/text/env_file.h"
#include "fixtures/throwaway/sample_database.h"

namespace gonogo::testing_support {
namespace {

void FillOnce() {
  static const bool filled = [] {
    LoadSampleIntoPair(TestPair(), InProject("fixtures/samples/credity"));
    return true;
  }();
  static_cast<void>(filled);
}

}  // namespace

std::string CredityUrl() {
  FillOnce();
  return TestPair().source.Url();
}

DamagedTarget::DamagedTarget(const std::string& damage) {
  static int number = 0;
  FillOnce();
  name_ = "damaged_" + std::to_string(++number);
  Execute(TestPair().target, "template1", "CREATE DATABASE " + name_ + " TEMPLATE postgres");
  if (!damage.empty()) Execute(TestPair().target, name_, damage);
}

DamagedTarget::~DamagedTarget() {
  try {
    Execute(TestPair().target, "template1", "DROP DATABASE IF EXISTS " + name_ + " WITH (FORCE)");
  } catch (const std::exception&) {
    // Ignored, because the servers are removed with the test program anyway.
  }
}

std::string DamagedTarget::Url() const { return UrlOf(TestPair().target, name_); }

Variables RehearsalVariables() {
  const std::string file = InProject("fixtures/samples/credity/rehearsal.env");
  return ParseEnvFile(ReadFile(file), file);
}

ProcessResult RunCredity(const std::string& phase, const std::string& target_url,
                         const std::string& out, const Variables& environment, const Words& more) {
  Words words = {"run", phase, "--plan", InProject("plans/credity/plan.json"), "--out", out};
  words.insert(words.end(), more.begin(), more.end());
  if (std::find(words.begin(), words.end(), "--env-file") == words.end()) {
    words.insert(words.end(), {"--env-file", InProject("fixtures/samples/credity/rehearsal.env")});
  }
  Variables variables = {{"SRC_DB_URL", CredityUrl()}, {"TGT_DB_URL", target_url}};
  variables.insert(environment.begin(), environment.end());
  return RunGonogo(words, variables);
}

ProcessResult RunCredityUpToGate(const std::string& target_url, const std::string& out,
                                 const Words& more) {
  Words words = {"schema", "verify", "gate"};
  words.insert(words.end(), more.begin(), more.end());
  return RunCredity("preflight", target_url, out, {}, words);
}

}  // namespace gonogo::testing_support

// Writes add_test and set_tests_properties; ctest's include files allow little else.
// Fixtures fail instead of skipping, and tests have no skip code, because ctest counts a skipped
// test as a success.
#include "reporters/lists/ctest_listing.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "core/text/text.h"

namespace gonogo {
namespace {

// Returns a bracket argument, which CMake takes literally.
std::string BracketArgument(const std::string& text) {
  std::string bracket = "=";
  while ((text + "]").find("]" + bracket + "]") != std::string::npos) bracket += "=";
  return "[" + bracket + "[" + text + "]" + bracket + "]";
}

std::string AddTest(const std::string& name, const std::vector<std::string>& words) {
  std::string line = "add_test(" + name;
  for (const std::string& word : words) line += " " + BracketArgument(word);
  return line + ")\n";
}

std::string Properties(const std::string& name,
                       const std::vector<std::pair<std::string, std::string>>& properties) {
  std::string line = "set_tests_properties(" + name + " PROPERTIES";
  for (const auto& [key, value] : properties) line += " " + key + " " + BracketArgument(value);
  return line + ")\n";
}

class CtestScriptWriter {
 public:
  CtestScriptWriter(const Plan& plan, const CtestListing& listing)
      : plan_(plan), listing_(listing) {}

  std::string Write() {
    text_ += fmt::format("set(gonogo_rehearsal {})\n", listing_.pair.empty() ? "FALSE" : "TRUE");
    if (!listing_.pair.empty()) WritePair();
    if (listing_.lacks_servers) WriteServers();
    for (const Check& check : plan_.checks) WriteCheck(check);
    for (const Phase phase : AllPhases()) WriteVerdict(phase);
    return text_;
  }

 private:
  void WritePair() {
    text_ += AddTest("pair.up", {listing_.program, "pair", "up", "--name", listing_.pair, "--plan",
                                 listing_.plan_file, "--with-parent"});
    text_ += Properties("pair.up", {{"FIXTURES_SETUP", "gonogo_pair"}, {"TIMEOUT", "300"}});
    text_ += AddTest("pair.down", {listing_.program, "pair", "down", "--name", listing_.pair});
    text_ += Properties("pair.down", {{"FIXTURES_CLEANUP", "gonogo_pair"}, {"TIMEOUT", "60"}});
  }

  // One test says which variables are missing, and ctest doesn't run those that need it.
  void WriteServers() {
    std::vector<std::string> words = {listing_.program, "run"};
    AddPlan(words);
    text_ += AddTest("plan.servers", words);
    text_ += Properties("plan.servers", {{"FIXTURES_SETUP", "gonogo_servers"}, {"TIMEOUT", "60"}});
  }

  void AddFixture(std::vector<std::pair<std::string, std::string>>& properties) const {
    if (!listing_.pair.empty()) properties.emplace_back("FIXTURES_REQUIRED", "gonogo_pair");
    if (listing_.lacks_servers) properties.emplace_back("FIXTURES_REQUIRED", "gonogo_servers");
  }

  std::string Labels(const std::vector<Phase>& phases) const {
    return Join(PhaseNames(phases), ";") + (listing_.pair.empty() ? "" : ";rehearsal");
  }

  void WriteCheck(const Check& check) {
    std::vector<std::string> words = {listing_.program, "run", "--check", check.id};
    AddPlan(words);
    if (!listing_.pair.empty()) words.insert(words.end(), {"--pair", listing_.pair});
    words.insert(words.end(), {"--out", listing_.run_folder + "/" + check.id});
    text_ += AddTest(check.id, words);

    std::vector<std::pair<std::string, std::string>> properties = {{"LABELS", Labels(check.phases)},
                                                                   {"TIMEOUT", Timeout(check)}};
    AddFixture(properties);
    if (!check.after.empty()) properties.emplace_back("DEPENDS", check.after);
    // Two checks at the same time would double the load on the source that the plan allows.
    properties.emplace_back("RESOURCE_LOCK", "gonogo_databases");
    text_ += Properties(check.id, properties);
  }

  std::vector<std::string> ChecksOf(Phase phase) const {
    std::vector<std::string> checks;
    for (const Check& check : plan_.checks) {
      if (check.BelongsTo(phase)) checks.push_back(check.id);
    }
    return checks;
  }

  void WriteVerdict(Phase phase) {
    const auto checks = ChecksOf(phase);
    if (checks.empty()) return;
    const std::string name = "verdict." + PhaseName(phase);
    std::vector<std::string> words = {listing_.program, "evidence", "merge", listing_.run_folder,
                                      PhaseName(phase)};
    AddPlan(words);
    text_ += AddTest(name, words);
    std::vector<std::pair<std::string, std::string>> properties = {
        {"LABELS", Labels({phase})}, {"DEPENDS", Join(checks, ";")}, {"TIMEOUT", "60"}};
    if (listing_.lacks_servers) AddFixture(properties);
    text_ += Properties(name, properties);
  }

  void AddPlan(std::vector<std::string>& words) const {
    words.insert(words.end(), {"--plan", listing_.plan_file});
    if (!listing_.env_file.empty()) words.insert(words.end(), {"--env-file", listing_.env_file});
  }

  // Returns seconds: two statements per subject, and a minute for everything else. Without a
  // statement timeout, there is no limit.
  std::string Timeout(const Check& check) const {
    const auto longest = std::chrono::ceil<std::chrono::seconds>(listing_.longest_statement);
    if (longest.count() == 0) return "0";
    const auto subjects = static_cast<std::int64_t>(check.subjects.size());
    return std::to_string(60 + 2 * longest.count() * subjects);
  }

  const Plan& plan_;
  const CtestListing& listing_;
  std::string text_;
};

}  // namespace

std::string CtestScript(const Plan& plan, const CtestListing& listing) {
  return CtestScriptWriter(plan, listing).Write();
}

}  // namespace gonogo

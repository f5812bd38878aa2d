// Programs that show mutation reports want source files, so each gate has one, of the damage that
// it claims.
#include "reporters/selftest_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

#include "core/plan/shown_command.h"
#include "core/text/text.h"
#include "reporters/model/shown_text.h"

namespace gonogo {
namespace {

constexpr const char* kHarmless = "harmless";

std::string OwnerOf(const Damage& damage) { return damage.IsHarmless() ? kHarmless : damage.gate; }

std::string Upper(std::string text) {
  for (char& c : text) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  return text;
}

// The statements or commands, in one line.
std::string PlantOf(const Damage& damage) { return InOneLine(damage.plant, 10'000); }

std::string LinesOf(const Trial& trial, const std::string& command) {
  const Damage& damage = trial.damage;
  return fmt::format("  {}  {}: {}\n    {}\n    planted: {}\n    again:   {} --only {} --keep\n",
                     Upper(FateName(trial.fate)), damage.kind, damage.object, Printable(trial.why),
                     PlantOf(damage), command, ShellWord(damage.kind));
}

bool IsAsked(const Trial& trial) {
  return std::find(trial.asked.begin(), trial.asked.end(), trial.damage.gate) != trial.asked.end();
}

// The statuses of the schema. Harmless damage that stays green has nothing to kill.
std::string StatusOf(const Trial& trial) {
  if (trial.damage.IsHarmless() && trial.fate == Fate::kKilled) return "Ignored";
  switch (trial.fate) {
    case Fate::kKilled:
      return "Killed";
    case Fate::kSurvived:
      return IsAsked(trial) ? "Survived" : "NoCoverage";
    case Fate::kFalseAlarm:
      return "RuntimeError";
    case Fate::kUnviable:
      return "CompileError";
    case Fate::kImpossible:
      return "Ignored";
  }
  return "Pending";
}

// The damage is one line of its gate's file.
Json MutantOf(const Trial& trial, std::size_t line) {
  const Damage& damage = trial.damage;
  const std::string text = PlantOf(damage);
  Json mutant = {{"id", damage.kind},
                 {"mutatorName", damage.kind},
                 {"description", damage.object},
                 {"location",
                  {{"start", {{"line", line}, {"column", 1}}},
                   {"end", {{"line", line}, {"column", text.size() + 1}}}}},
                 {"replacement", text},
                 {"status", StatusOf(trial)},
                 {"duration", trial.took.count()},
                 {"coveredBy", trial.asked},
                 {"killedBy", Json::array()}};
  if (!trial.why.empty()) mutant["statusReason"] = trial.why;
  for (const auto& [gate, words] : trial.red) mutant["killedBy"].push_back(gate);
  return mutant;
}

std::string Row(const Trial& trial) {
  std::vector<std::string> others;
  for (const auto& [gate, words] : trial.red) {
    if (gate != trial.damage.gate) others.push_back(gate);
  }
  return fmt::format(
      "| {} | {} | {} | {} |\n", trial.damage.kind,
      trial.damage.IsHarmless() ? "" : trial.damage.gate, Join(others, ", "),
      trial.damage.IsHarmless() && trial.fate == Fate::kKilled ? "green" : FateName(trial.fate));
}

// Returns what a plan misses, because it doesn't use a gate, with the check to add.
std::string ChecksToAdd(const Selftest& selftest) {
  std::string text;
  for (const auto& [gate, check] : selftest.checks_to_add) {
    std::string unseen;
    for (const Trial& trial : selftest.trials) {
      if (trial.fate != Fate::kSurvived || trial.damage.gate != gate) continue;
      unseen += fmt::format("      {}: {}\n", trial.damage.kind, trial.damage.object);
    }
    if (!unseen.empty()) text += fmt::format("  add   {}\n    to see\n{}", check, unseen);
  }
  return text;
}

bool IsSeenByACheckToAdd(const Selftest& selftest, const Trial& trial) {
  return trial.fate == Fate::kSurvived && selftest.checks_to_add.contains(trial.damage.gate);
}

bool WasNotTried(const Trial& trial) {
  return trial.fate == Fate::kUnviable || trial.fate == Fate::kImpossible;
}

// Returns what a user's plan sees of the damage that its database could have, and what was tried.
std::string ScoreOf(const Selftest& selftest) {
  if (!selftest.of_plan) return "";
  std::string text;
  if (!selftest.copied.empty()) text += "  copied: " + selftest.copied + "\n";
  for (const std::string& name : selftest.left_out) {
    text += "  not tried, because it is red without damage: " + Printable(name) + "\n";
  }
  std::size_t kinds = 0;
  std::size_t unseen = 0;
  for (const Trial& trial : selftest.trials) {
    if (!trial.in_other_words.empty()) {
      text += fmt::format("  seen in other words: {}: {}\n    {}: {}\n", trial.damage.kind,
                          trial.damage.object, trial.damage.gate, Printable(trial.in_other_words));
    }
    if (trial.damage.IsHarmless() || WasNotTried(trial)) continue;
    ++kinds;
    if (trial.fate == Fate::kSurvived) ++unseen;
  }
  if (const std::size_t impossible = selftest.Count(Fate::kImpossible)) {
    text += fmt::format("  not tried, because nothing in that database can be damaged so: {}\n",
                        Counted(impossible, "kind"));
  }
  return text + fmt::format("of {} that this database could have, the plan sees {}; {}\n",
                            Counted(kinds, "kind") + " of damage", kinds - unseen,
                            unseen == 0 ? "none passes unseen" : fmt::format("{} unseen:", unseen));
}

}  // namespace

std::string SelftestText(const Selftest& selftest, const std::string& command,
                         std::chrono::milliseconds took) {
  if (!selftest.unfit.empty()) {
    return fmt::format("selftest: could not tell, because gates are red without damage:\n  {}\n",
                       Join(selftest.unfit, "\n  "));
  }
  std::string text = ScoreOf(selftest);
  std::size_t harmless = 0;
  std::string lines;
  for (const Trial& trial : selftest.trials) {
    if (trial.fate != Fate::kKilled && trial.fate != Fate::kImpossible &&
        !IsSeenByACheckToAdd(selftest, trial)) {
      lines += LinesOf(trial, command);
    }
    if (trial.damage.IsHarmless() && trial.fate == Fate::kKilled) ++harmless;
  }
  if (!lines.empty() && !selftest.url_variable.empty()) {
    lines += fmt::format("  \"again\" reads the source's URL from {}, as this did\n",
                         selftest.url_variable);
  }
  text += lines + ChecksToAdd(selftest);
  const std::size_t tried = selftest.trials.size() - harmless - selftest.Count(Fate::kImpossible);
  text += fmt::format("selftest: {} of {} killed, {} survived, {}, {} unviable",  //
                      selftest.Count(Fate::kKilled) - harmless,
                      Counted(tried, "kind") + " of damage", selftest.Count(Fate::kSurvived),
                      Counted(selftest.Count(Fate::kFalseAlarm), "false alarm"),
                      selftest.Count(Fate::kUnviable));
  if (harmless > 0) text += fmt::format("; {} stayed green", Counted(harmless, "harmless change"));
  return text + fmt::format("; seed {}, {:.1f} s\n", selftest.seed,
                            static_cast<double>(took.count()) / 1000);
}

Json ToMutationReport(const Selftest& selftest) {
  std::map<std::string, std::vector<const Trial*>> by_gate;
  for (const Trial& trial : selftest.trials) by_gate[OwnerOf(trial.damage)].push_back(&trial);
  Json files = Json::object();
  for (const auto& [gate, trials] : by_gate) {
    std::string source;
    Json mutants = Json::array();
    for (const Trial* const trial : trials) {
      source += PlantOf(trial->damage) + "\n";
      mutants.push_back(MutantOf(*trial, mutants.size() + 1));
    }
    const bool is_sql = trials.front()->damage.medium != Medium::kFiles;
    files[gate] = {{"language", is_sql ? "sql" : "shell"},
                   {"source", source},
                   {"mutants", std::move(mutants)}};
  }
  return {{"schemaVersion", "2"},
          {"thresholds", {{"high", 100}, {"low", 100}}},
          {"framework", {{"name", "gonogo selftest"}}},
          {"config", {{"seed", selftest.seed}, {"full", selftest.full}}},
          {"files", std::move(files)}};
}

std::string KillMatrixPage(const Selftest& selftest) {
  std::string page = fmt::format(
      "# Kill matrix\n\nWhat `gonogo selftest --full` plants in a copy of its own sample database, the gate that\n"
      "claims it, and the other gates that are red, too. {} kinds.\n\n"
      "| damage | seen by | also red | result |\n|---|---|---|---|\n",
      selftest.trials.size());
  for (const Trial& trial : selftest.trials) page += Row(trial);
  return page;
}

}  // namespace gonogo

// Contacts no server: it only knows what the plan's stages do before each phase.
#include "app/plan/plan_lint.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "app/plan/plan_digest.h"
#include "core/plan/gate.h"
#include "core/plan/made_after_rows.h"
#include "core/text/text.h"
#include "core/values/relation_name.h"
#include "reporters/lists/waiver_preview.h"

namespace gonogo {
namespace {

using Names = std::set<std::string>;

bool ComparesContents(const Check& check) {
  static const Names gates = {"row_checksum", "business_key_checksum", "state_store_keys"};
  return gates.contains(check.gate->name) && check.severity == Severity::kRequired;
}

// Returns whether the gate compares with rows or a server that a plan with a baseline doesn't have.
bool NeedsSource(const Gate& gate) {
  static const Names gates = {"collations",    "extension_availability", "extension_rows",
                              "large_objects", "materialized_views",     "provider_rows",
                              "row_checksum",  "scheduled_jobs",         "text_encoding"};
  return gates.contains(gate.name);
}

bool Has(const std::vector<Phase>& phases, Phase phase) {
  return std::find(phases.begin(), phases.end(), phase) != phases.end();
}

std::string MethodOf(const Plan& plan) {
  const auto schema = plan.stages.find(Phase::kSchema);
  return schema == plan.stages.end() ? "" : schema->second.Text("method");
}

class Linter {
 public:
  Linter(const Plan& plan, const std::string& today, const Environment& environment)
      : plan_(plan), today_(today), environment_(environment) {}

  std::vector<LintFinding> Find() {
    for (const Check& check : plan_.checks) {
      if (check.severity == Severity::kAdvisory) continue;
      JudgePhases(check);
      JudgeBaseline(check);
    }
    JudgeTooEarly();
    JudgeContents();
    JudgeWaivers();
    JudgeWindow();
    JudgeConnections();
    JudgeFiles();
    JudgeWords();
    return std::move(findings_);
  }

 private:
  void Add(bool is_error, const std::string& where, const std::string& text) {
    findings_.push_back({is_error, where, text});
  }

  void AddOf(const Check& check, bool is_error, const std::string& text) {
    Add(is_error, fmt::format("{}:{}", check.location.file, check.location.line),
        fmt::format("check {} {}", Printable(check.id), text));
  }

  void JudgePhases(const Check& check) {
    if (plan_.stages.empty()) return;
    if (plan_.has_source()) {
      JudgePreflight(check);
      JudgeSchema(check);
    }
    const bool has_stage = std::any_of(check.phases.begin(), check.phases.end(),
                                       [&](Phase phase) { return plan_.stages.contains(phase); });
    if (has_stage) return;
    AddOf(check, false,
          fmt::format("never runs with the stages, which don't include {}",
                      Join(PhaseNames(check.phases), ", ")));
  }

  // Whether the check reads the target's tables, so that somebody must have created them.
  static bool NeedsTables(const Check& check) {
    const Names families = {"catalogue", "contents", "declared"};
    if (!families.contains(check.gate->family)) return false;
    if (check.arguments.Has("side") && check.arguments.Text("side") == "source") return false;
    return !Has(check.gate->phases, Phase::kPreflight);
  }

  void JudgePreflight(const Check& check) {
    const bool is_made_later = plan_.stages.contains(Phase::kSchema);
    if (!is_made_later || !Has(check.phases, Phase::kPreflight) || !NeedsTables(check)) return;
    AddOf(check, true,
          "can't pass in phase preflight, because stage schema creates the target's tables");
  }

  void JudgeSchema(const Check& check) {
    if (!Has(check.phases, Phase::kSchema)) return;
    const bool needs_rows = NeedsTables(check) && check.gate->family == "contents";
    if (needs_rows && plan_.stages.contains(Phase::kBackfill)) {
      AddOf(check, true,
            "can't pass in phase schema, because stage backfill copies the rows later");
    }
    if (MethodOf(plan_) != "dump") return;
    if (check.gate->name == "migration_history") {
      AddOf(check, true, "can't pass in phase schema, because the history's rows are copied later");
    }
    const MadeAfterRows part = PartMadeAfterRows(check.gate->name);
    if (part == MadeAfterRows::kAll) {
      AddOf(check, true,
            "can't pass in phase schema: with \"method\": \"dump\", what it examines is created at "
            "the end of the backfill. Use phase verify");
    } else if (part == MadeAfterRows::kSome) {
      too_early_.push_back(Printable(check.id));
    }
  }

  void JudgeTooEarly() {
    if (too_early_.empty()) return;
    Add(false, "",
        fmt::format(
            "with \"method\": \"dump\", some of what these checks examine is created at the "
            "end of the backfill, after their phase schema: {}. Use phase verify",
            Join(too_early_, ", ")));
  }

  void JudgeBaseline(const Check& check) {
    if (plan_.has_source() || !NeedsSource(*check.gate)) return;
    AddOf(check, true,
          "needs a source: a baseline has counts and digests, but no rows and no server");
  }

  // Whether a GO depends on the check: one that nobody waits for says nothing.
  bool DecidesGo(const Check& check) const {
    if (plan_.stages.empty()) return Has(check.phases, Phase::kGate);
    return std::any_of(check.phases.begin(), check.phases.end(), [&](Phase phase) {
      const bool is_after_rows = phase >= Phase::kBackfill && phase <= Phase::kFinalize;
      return is_after_rows && plan_.stages.contains(phase);
    });
  }

  // The relations whose contents no required check compares.
  void JudgeContents() {
    Names compared;
    for (const Check& check : plan_.checks) {
      const bool counts = !plan_.has_source() && check.gate->name == "row_count";
      if ((!ComparesContents(check) && !counts) || !DecidesGo(check)) continue;
      for (const Subject& subject : check.subjects) compared.insert(Normalised(subject.relation));
    }
    if (plan_.relations.empty()) {
      Add(false, "", "the plan names no relation: a GO says nothing about tables and their rows");
    }
    std::vector<std::string> missing;
    for (const Relation& relation : plan_.relations) {
      if (!compared.contains(Normalised(relation.source))) missing.push_back(relation.source);
    }
    if (missing.empty()) return;
    if (missing.size() == plan_.relations.size()) {
      Add(false, "",
          "no check compares the contents of relations: a GO doesn't say that rows are "
          "equal. Add one with gate row_checksum");
      return;
    }
    Add(false, "",
        fmt::format("no check compares the contents of {}: {}", Counted(missing.size(), "relation"),
                    FirstFew(missing)));
  }

  void JudgeWaivers() {
    for (const Waiver& waiver : plan_.waivers) {
      if (waiver.until < today_) {
        Add(false, "",
            fmt::format("waiver {} expired on {} and has no effect", Printable(waiver.name()),
                        waiver.until));
      } else if (plan_.CheckNamed(waiver.check).severity == Severity::kAdvisory) {
        Add(false, "",
            fmt::format("waiver {} isn't needed: the check is advisory", Printable(waiver.name())));
      } else if (AcceptsEverything(waiver)) {
        Add(false, "",
            fmt::format("waiver {} also accepts whatever the check finds later: say which findings",
                        Printable(waiver.name())));
      }
    }
  }

  void JudgeWindow() {
    if (!plan_.window_terms || plan_.stages.empty()) return;
    if (plan_.window_terms->is_written) {
      Add(false, "",
          "the times of the window are written in the plan: whoever moves it changes the plan, and "
          "all stages must run again. Take them from variables: {\"env\": \"WINDOW_FROM\", "
          "\"default\": \"\"}");
    }
    const bool has_rehearsal =
        std::any_of(plan_.checks.begin(), plan_.checks.end(),
                    [](const Check& check) { return check.gate->name == "rehearsal_evidence"; });
    if (has_rehearsal || !plan_.window_terms->must_fit) return;
    Add(false, "",
        "no stage begins in a booked window: what is left must fit in by the times of a rehearsal, "
        "which no check of gate rehearsal_evidence names. Or set \"must_fit\": false");
  }

  void JudgeConnections() {
    const auto source = plan_.connections.find("source");
    const auto target = plan_.connections.find("target");
    if (source == plan_.connections.end() || target == plan_.connections.end()) return;
    const std::string& variable = source->second.variable;
    if (variable.empty() || variable != target->second.variable) return;
    Add(true, "",
        fmt::format("source and target are one database: both URLs are in {}",
                    Printable(variable)));
  }

  // Whoever writes a plan may write its files later.
  void JudgeFiles() {
    for (const PlanFile& file : plan_.files) {
      if (std::filesystem::exists(file.path)) continue;
      Add(false, "",
          fmt::format("{} names {}, which doesn't exist", Printable(file.by),
                      Printable(file.name)));
    }
  }

  void JudgeWords() {
    for (const UncoveredWord& word : UncoveredWords(plan_, environment_)) {
      Add(false, "",
          fmt::format(
              "{}: \"{}\" {}: signatures and stages that passed outlive a change of what it "
              "names. List what the program reads in \"files\"; [] if that is nothing",
              Printable(word.by), Printable(word.word), word.why));
    }
  }

  const Plan& plan_;
  const std::string& today_;
  const Environment& environment_;
  std::vector<LintFinding> findings_;
  std::vector<std::string> too_early_;  // checks
};

}  // namespace

std::vector<LintFinding> LintFindings(const Plan& plan, const std::string& today,
                                      const Environment& environment) {
  return Linter(plan, today, environment).Find();
}

}  // namespace gonogo

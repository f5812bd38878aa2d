// gonogo doctor: examines what a migration needs before anybody begins it, and changes nothing.
#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <memory>
#include <optional>

#include "app/cli/help_page.h"
#include "app/commands/commands.h"
#include "app/context/connections.h"
#include "app/context/plan_options.h"
#include "app/doctor/host.h"
#include "app/doctor/needs_of_dump.h"
#include "app/doctor/side_facts.h"
#include "app/exit_status.h"
#include "app/given_url.h"
#include "app/plan/plan_file.h"
#include "core/error.h"
#include "core/json/json.h"
#include "core/text/text.h"
#include "core/values/relation_name.h"
#include "fixtures/migration_folder.h"
#include "fixtures/pair.h"
#include "fixtures/session/snapshot_session.h"
#include "fixtures/system/interrupt.h"
#include "gates/reading/provider_of.h"
#include "gates/services/service_request.h"

namespace gonogo {
namespace {

struct DoctorCommandLine {
  PlanOptions plan;
  std::string source;
  std::string target;
  std::string out;
  bool json = false;
};

std::string HealthName(Health health) {
  switch (health) {
    case Health::kOk:
      return "OK";
    case Health::kWarn:
      return "WARN";
    case Health::kProblem:
      return "PROBLEM";
    case Health::kUnknown:
      return "UNKNOWN";
  }
  return "";
}

std::string TextOf(const Examined& line) {
  std::string text =
      fmt::format("{:<8} {}: {}\n", HealthName(line.health), line.subject, line.have);
  if (line.advice.empty()) return text;
  for (const std::string& one : Split(line.advice, '\n'))
    text += fmt::format("           {}\n", one);
  return text;
}

Json JsonOf(const Examined& line) {
  return {{"health", HealthName(line.health)},
          {"subject", line.subject},
          {"have", line.have},
          {"advice", line.advice}};
}

class Doctor {
 public:
  explicit Doctor(const DoctorCommandLine& line)
      : line_(line), environment_(EnvironmentOf(line.plan)) {
    if (!line.plan.plan.empty()) plan_ = LoadPlan(line.plan.plan, environment_);
    if (plan_) limits_ = plan_->limits;
    Resolve();
  }

  int Run() {
    PerSide<bool> reached{false, false};
    for (const SideName side : kBothSides) {
      if (endpoints_[side]) reached[side] = Examine(side);
    }
    if (reached.source && reached.target) {
      RequireTwoDatabases();
      ExamineNeeds();
    }
    if (RunsStages() && TakesBackup()) ExamineTrialServer();
    AddAll(ExaminePrograms(original_, RunsStages()));
    if (original_.bytes > 0 && TakesBackup()) AddDisk();
    ThrowIfInterrupted();
    const int status = Status();
    if (line_.json) {
      Json lines = Json::array();
      for (const Examined& one : lines_) lines.push_back(JsonOf(one));
      std::cout << ToText({{"exit_status", status}, {"lines", lines}}, 2) << "\n";
    } else {
      std::cout << Conclusion() << std::flush;
    }
    return status;
  }

 private:
  void Resolve() {
    const GivenUrls given{.source = line_.source, .target = line_.target};
    for (const SideName side : kBothSides) {
      if (plan_ && (side == SideName::kTarget || plan_->has_source())) {
        endpoints_[side] = ResolveEndpoint(*plan_, side, given[side], environment_);
      } else if (!plan_ && !given[side].empty()) {
        endpoints_[side] = ParseGiven(given[side], "--" + ToString(side));
      }
    }
    if (endpoints_.source || endpoints_.target) return;
    throw PlanError("nothing to examine: give --plan FILE, or --source URL or --target URL");
  }

  bool RunsStages() const { return plan_ && !plan_->stages.empty(); }

  bool TakesBackup() const {
    if (!RunsStages()) return true;
    const auto preflight = plan_->stages.find(Phase::kPreflight);
    return preflight != plan_->stages.end() && preflight->second.Boolean("backup");
  }

  // The side of which a backup is taken: the source, or the database that is changed in place.
  bool IsOriginal(SideName side) const { return side == SideName::kSource || !endpoints_.source; }

  SideNeeds NeedsOf(SideName side) const {
    SideNeeds needs{.name = ToString(side)};
    needs.runs_stages = RunsStages();
    needs.creates =
        side == SideName::kTarget && RunsStages() && plan_->stages.contains(Phase::kSchema);
    needs.only_reads = side == SideName::kSource;
    needs.is_original = IsOriginal(side);
    if (plan_) needs.session_checks = ChecksOfSessions(*plan_, side);
    const bool reads_all = !plan_ || (IsOriginal(side) && RunsStages() && TakesBackup());
    if (reads_all) return needs;
    needs.relations = Json::array();
    for (const Relation& relation : plan_->relations) {
      const RelationName name =
          ParseRelationName(side == SideName::kSource ? relation.source : relation.target);
      needs.relations->push_back({{"schema", name.schema}, {"name", name.name}});
    }
    return needs;
  }

  // Returns whether the side could be reached.
  bool Examine(SideName side) {
    const ConnectionString& endpoint = *endpoints_[side];
    const SideNeeds needs = NeedsOf(side);
    std::unique_ptr<Session> session;
    try {
      session = OpenSnapshot(endpoint, needs.name, limits_);
    } catch (const DatabaseError& error) {
      ThrowIfInterrupted();
      AddError(Health::kProblem, needs.name, error,
               "correct the URL, the network, the role or the server's pg_hba.conf");
      return false;
    }
    Add({Health::kOk, needs.name, endpoint.ForPeople() + " answers", ""});
    try {
      if (plan_) RequirePlannedProvider(side, *session);
      const SideFacts facts = ReadSideFacts(*session, endpoint, needs, limits_);
      AddAll(Judge(facts, needs));
      if (IsOriginal(side)) original_ = {needs.name, facts.major, facts.bytes};
    } catch (const DatabaseError& error) {
      ThrowIfInterrupted();
      AddError(Health::kUnknown, needs.name, error, "correct what the message names");
    }
    return true;
  }

  void RequirePlannedProvider(SideName side, Session& session) {
    try {
      ProviderOf(*plan_, side, session);
    } catch (const PlanError& error) {
      AddError(Health::kProblem, ToString(side), error, "checks and stages refuse the server");
    }
  }

  void AddError(Health health, const std::string& side, const std::exception& error,
                const std::string& advice) {
    const std::string words = error.what();
    const bool is_named = words.starts_with(side + ": ");
    Add({health, side, is_named ? words.substr(side.size() + 2) : words, advice});
  }

  void RequireTwoDatabases() {
    Pair pair(OpenSides(*endpoints_.source, *endpoints_.target, limits_));
    try {
      if (!pair.IsOneDatabase()) {
        return Add({Health::kOk, "both sides", "are different databases", ""});
      }
      Add({Health::kProblem, "both sides", "are the same database", "correct one of the URLs"});
    } catch (const DatabaseError& error) {
      Add({Health::kUnknown, "both sides", error.what(), ""});
    }
  }

  // What stage schema finds on the target, or fails.
  void ExamineNeeds() {
    if (!plan_) return;
    try {
      const auto source = OpenSnapshot(*endpoints_.source, "source", limits_);
      const auto target = OpenSnapshot(*endpoints_.target, "target", limits_);
      AddAll(ExamineNeedsOfDump(*plan_, *source, *target));
    } catch (const DatabaseError& error) {
      ThrowIfInterrupted();
      AddError(Health::kUnknown, "target", error, "correct what the message names");
    }
  }

  // The server on which preflight restores the backup as a trial, if the plan has one.
  void ExamineTrialServer() {
    const std::string name = "restore_on";
    const Arguments& preflight = plan_->stages.at(Phase::kPreflight);
    if (!preflight.Has(name)) return;
    try {
      const auto endpoint = ParseEndpoint(UrlOf(preflight.Map(name), environment_), name);
      OpenSnapshot(endpoint, name, limits_);
      Add({Health::kOk, name, endpoint.ForPeople() + " answers", ""});
    } catch (const PlanError& error) {
      Add({Health::kProblem, name, error.what(), "preflight restores the backup there as a trial"});
    } catch (const DatabaseError& error) {
      ThrowIfInterrupted();
      AddError(Health::kProblem, name, error, "preflight restores the backup there as a trial");
    }
  }

  void AddDisk() {
    constexpr std::int64_t kPercent = 150;  // preflight's default
    const bool of_plan = RunsStages();
    const std::filesystem::path folder = !line_.out.empty() ? std::filesystem::path(line_.out)
                                         : plan_
                                             ? MigrationFolderOf(environment_, plan_->name).folder
                                             : std::filesystem::current_path();
    Add(ExamineDisk(
        folder.empty() ? std::filesystem::current_path() : folder, original_,
        of_plan ? plan_->stages.at(Phase::kPreflight).Integer("free_disk_percent") : kPercent,
        of_plan));
  }

  void AddAll(const Examinations& lines) {
    for (const Examined& line : lines) Add(line);
  }

  void Add(const Examined& line) {
    if (!line_.json) std::cout << TextOf(line) << std::flush;
    lines_.push_back(line);
  }

  std::int64_t Number(Health health) const {
    return std::count_if(lines_.begin(), lines_.end(),
                         [&](const Examined& line) { return line.health == health; });
  }

  int Status() const {
    if (Number(Health::kProblem) > 0) return kExitNoGo;
    return Number(Health::kUnknown) > 0 ? kExitUndecided : kExitGo;
  }

  std::string Conclusion() const {
    return fmt::format("\n{}, {}, {} unknown; nothing was changed\n",
                       Counted(Number(Health::kProblem), "problem"),
                       Counted(Number(Health::kWarn), "warning"), Number(Health::kUnknown));
  }

  const DoctorCommandLine& line_;
  Environment environment_;
  std::optional<Plan> plan_;
  Limits limits_;
  PerSide<std::optional<ConnectionString>> endpoints_;
  BackedUp original_{.side = "source"};
  Examinations lines_;
};

}  // namespace

void AddDoctor(CLI::App& app, int& status) {
  CLI::App* const command = app.add_subcommand(
      "doctor", "examine programs, servers, roles and disk before a migration; changes nothing");
  const auto line = std::make_shared<DoctorCommandLine>();
  line->plan.AddTo(*command);
  command->get_option("--plan")->required(false);
  command->add_option("--source", line->source, "URL or service of the source")->option_text("URL");
  command->add_option("--target", line->target, "URL or service of the target")->option_text("URL");
  command->add_option("--out", line->out, "the folder in which the backup will be")
      ->option_text("DIR");
  command->add_flag("--json", line->json, "print the lines as JSON");
  command->footer(
      "Exit status: 0 no problem (there may be warnings), 1 problems, 2 wrong usage or plan, 3 "
      "could not tell, 130 interrupted.");
  AddExamples(*command, {"gonogo doctor --plan plan.json",
                         R"(gonogo doctor --source "$SRC_DB_URL" --target "$TGT_DB_URL")"});
  command->callback([line, &status] { status = Doctor(*line).Run(); });
}

}  // namespace gonogo

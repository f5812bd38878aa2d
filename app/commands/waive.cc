// gonogo waive: records that somebody accepts findings, or lists the waivers.
#include <fmt/format.h>
#include <unistd.h>

#include <iostream>
#include <memory>
#include <optional>

#include "app/cli/help_page.h"
#include "app/commands/commands.h"
#include "app/commands/record_options.h"
#include "app/exit_status.h"
#include "app/run/last_run.h"
#include "core/error.h"
#include "core/plan/declared_case.h"
#include "core/text/text.h"
#include "core/values/waiver.h"
#include "fixtures/system/clock.h"
#include "reporters/lists/waiver_list.h"
#include "reporters/lists/waiver_preview.h"
#include "reporters/model/shown_text.h"

namespace gonogo {
namespace {

struct WaiveCommandLine {
  RecordOptions record;
  Waiver waiver;
  bool as_seen = false;
  std::string run;  // the folder of the run to look at; "": the last one
  bool yes = false;
  bool dry_run = false;
};

int ListWaivers(const Plan& plan, const MigrationFolder& migration, bool json) {
  const auto waivers = WaiversOf(plan, migration);
  const std::string now = UtcNow();
  std::cout << (json ? WaiverListJson(waivers, plan.digest, now)
                     : WaiverListText(waivers, plan.digest, now));
  return kExitGo;
}

void RequireFindings(const WaiveCommandLine& line) {
  if (line.as_seen != line.waiver.finding.empty()) {
    throw PlanError(
        "say which findings are accepted: --finding PATTERN (with *, for \"SUBJECT: have X, want "
        "Y\"; '*' for all, also later ones), or --as-seen for exactly those of the last run");
  }
}

// Returns the run that the waiver is compared with: the one that is named, or else the last one.
std::optional<EvidencePart> RunToLookAt(const WaiveCommandLine& line, const Plan& plan,
                                        const MigrationFolder& migration) {
  if (!line.run.empty()) return RunIn(plan, line.run, line.waiver.check);
  return LastRunOf(plan, migration, line.waiver.check);
}

// Returns lines that say which run it is. It may have been of another database.
std::string Introduction(const EvidencePart& run) {
  const RunHeader& header = run.evidence.run;
  std::string target;
  for (const Server& server : header.servers) {
    if (server.side == "target") target = " on " + server.address;
  }
  return LogLine(fmt::format("of run {}{}{},", header.run, target,
                             header.rehearsal() ? ", a rehearsal" : "")) +
         "\n" +
         LogLine(fmt::format("begun at {} ({}), the waiver", header.started, run.folder.string())) +
         "\n";
}

// Returns the waiver with the findings of the run, if it is for those. Says what it would accept.
Waiver WithFindings(const WaiveCommandLine& line, Waiver waiver, const MigrationFolder& migration,
                    const std::optional<EvidencePart>& run) {
  const bool revokes = IsExpired(waiver, waiver.at);
  if (revokes && line.as_seen) waiver.seen_in = run ? run->evidence.run.run : "none";
  if (revokes) return waiver;
  if (!run) {
    if (!line.as_seen) {
      std::cout << "no run of this version of the plan has this check, so what the waiver accepts "
                   "isn't known\n";
      return waiver;
    }
    throw PlanError(fmt::format(
        "there is no run of this version of the plan with check \"{}\", neither in {} nor in {}: run "
        "the checks first, or name a run with --run DIR",
        waiver.check, std::filesystem::absolute("evidence").string(),
        (migration.folder / "runs").string()));
  }
  const Evidence& evidence = run->evidence;
  if (line.as_seen) waiver = AsSeen(waiver, evidence);
  const WaiverPreview preview = PreviewOf(waiver, evidence);
  std::cout << Introduction(*run) << preview.Text();
  if (line.as_seen && waiver.seen.empty()) {
    throw PlanError(
        fmt::format("that run found nothing of {} which can be accepted; nothing was "
                    "recorded",
                    waiver.name()));
  }
  return waiver;
}

// What is narrower takes nothing back that another one accepts.
void ShowOthers(const Waiver& waiver, const Plan& plan, const MigrationFolder& migration) {
  for (const Waiver& other : WaiversOf(plan, migration)) {
    if (other.check != waiver.check || other.id() == waiver.id() || AcceptsNothing(other)) continue;
    if (IsOfAnotherPlan(other, plan.digest) || IsExpired(other, waiver.at)) continue;
    std::cout << LogLine(
                     fmt::format("also in force: {}, {}", WhatItAccepts(other), Describe(other)))
              << "\n";
  }
}

void WarnOfWidth(const Waiver& waiver) {
  if (!AcceptsEverything(waiver) || IsExpired(waiver, waiver.at)) return;
  std::cout << LogLine(fmt::format("warning: it also accepts whatever check {} finds later in {}",
                                   waiver.check, waiver.subject))
            << "\n";
}

// Throws PlanError unless somebody says yes.
void Ask(const WaiveCommandLine& line) {
  if (line.yes) return;
  if (isatty(STDIN_FILENO) != 1 || isatty(STDERR_FILENO) != 1) {
    throw PlanError("nothing was recorded: give --yes where there is no terminal to ask");
  }
  std::cerr << "Record this waiver? [y/N] " << std::flush;
  std::string answer;
  std::getline(std::cin, answer);
  if (answer != "y" && answer != "yes") throw PlanError("nothing was recorded");
}

void Record(const Waiver& waiver, const MigrationFolder& migration) {
  AppendRecords(migration.waivers, {ToJson(waiver)});
  std::cout << LogLine(fmt::format("waived {}, {}", WhatItAccepts(waiver), Describe(waiver)))
            << "\n";
  if (IsExpired(waiver, waiver.at)) {
    std::cout << "warning: the expiry date is in the past, so this waiver has no effect\n";
  }
  std::cout << fmt::format("for plan {}, sha256 {}: {}\n", LogLine(waiver.plan),
                           waiver.plan_digest.substr(0, 12), migration.waivers.string());
}

int Execute(const WaiveCommandLine& line) {
  const auto [plan, migration] = PlanAndMigrationOf(line.record);
  if (line.record.list) {
    if (line.waiver != Waiver() || line.as_seen) {
      throw PlanError("--list can't be combined with the options of a waiver");
    }
    return ListWaivers(plan, migration, line.record.json);
  }
  if (line.record.json) throw PlanError("--json needs --list");
  Waiver waiver = line.waiver;
  waiver.at = UtcNow();
  waiver.plan = plan.name;
  waiver.plan_digest = plan.digest;
  RequireComplete(waiver);
  RequireMatchingCase(plan, waiver);
  RequireFindings(line);
  ReadWaivers(migration);  // throws if the file is broken: a line appended to it would be lost
  waiver = WithFindings(line, waiver, migration, RunToLookAt(line, plan, migration));
  ShowOthers(waiver, plan, migration);
  WarnOfWidth(waiver);
  if (line.dry_run) {
    std::cout << "dry run: nothing was recorded\n";
    return kExitGo;
  }
  Ask(line);
  Record(waiver, migration);
  return kExitGo;
}

}  // namespace

void AddWaive(CLI::App& app, int& status) {
  CLI::App* const command =
      app.add_subcommand("waive", "accept findings with a reason and an expiry date");
  const auto line = std::make_shared<WaiveCommandLine>();
  line->record.AddTo(*command);
  Waiver& waiver = line->waiver;
  command->add_option("--check", waiver.check, "the check with the finding")->option_text("CHECK");
  command->add_option("--subject", waiver.subject, "its subject, or a pattern with *")
      ->option_text("PATTERN");
  command
      ->add_option("--finding", waiver.finding,
                   "which findings: a pattern with * for \"SUBJECT: have X, want Y\"; '*' accepts "
                   "all, also later ones")
      ->option_text("PATTERN");
  command->add_flag("--as-seen", line->as_seen,
                    "exactly the findings that the last run had, and no other");
  command
      ->add_option(
          "--run", line->run,
          "the run to look at (default: the newest with this check in evidence/ and in the "
          "migration's folder)")
      ->option_text("DIR");
  command->add_option("--reason", waiver.reason, "why the finding is accepted")
      ->option_text("TEXT");
  command->add_option("--owner", waiver.owner, "who is responsible")->option_text("NAME");
  command->add_option("--until", waiver.until, "the last day on which the waiver is valid, UTC")
      ->option_text("YYYY-MM-DD");
  command->add_flag("--yes", line->yes, "don't ask, as in a pipeline");
  command->add_flag("--dry-run", line->dry_run, "show what it would accept, and record nothing");
  command->footer(
      "Exit status: 0 recorded or listed; 2 wrong usage, plan or file, or not recorded.\nA waiver "
      "is valid for exactly this text of the plan. Findings that no waiver accepts stay red. The "
      "last waiver for a check, subject and pattern counts, and so does the last --as-seen; to "
      "revoke one, record it again with a day in the past. A waiver accepts findings and missing "
      "signatures, never an ERROR.");
  AddExamples(*command,
              {R"(gonogo waive --plan plan.json --check grants --subject database --as-seen \
    --reason "reader role" --owner "on-call DBA" --until 2027-01-31)",
               R"(gonogo waive --plan plan.json --check comments --subject database \
    --finding "public.orders*" --reason "shortened on purpose" \
    --owner "on-call DBA" --until 2027-01-31 --dry-run)"});
  command->callback([line, &status] { status = Execute(*line); });
}

}  // namespace gonogo

// Ends a run, whether it ran in this process or was merged: judges, writes and prints.
#include "app/run/conclusion.h"

#include <iostream>

#include "app/exit_status.h"
#include "app/run/run_reports.h"
#include "core/json/json.h"
#include "core/record/verdict.h"
#include "fixtures/system/clock.h"
#include "reporters/html/page.h"
#include "reporters/junit.h"
#include "reporters/runbook_artifacts.h"
#include "reporters/summary.h"
#include "reporters/verdict_json.h"

namespace gonogo {

int Conclude(const Plan& plan, const MigrationFolder& migration, const Evidence& evidence,
             EvidenceFolder& folder, const RunOptions& options, Shown shown) {
  const Verdict verdict = Judge(evidence);
  const int status = ExitStatusOf(verdict.decision);
  Json json = VerdictJson(evidence, verdict, status, UtcNow());
  for (const auto& [name, text] : RunbookArtifacts(evidence)) folder.WriteArtifact(name, text);
  RunReport report = ReportOnRun(plan, migration, evidence);
  folder.WriteJunit(JunitXml(report));
  AddFiles(folder.path(), report);
  json["red_since"] = RedSinceOf(evidence, report.earlier ? &*report.earlier : nullptr);
  folder.WriteReport("report.html", HtmlPage(report));
  folder.WriteReport("summary.md", SummaryMarkdown(report));
  folder.WriteVerdict(json);
  if (options.json) {
    std::cout << ToText(json, 2) << "\n";
  } else if (shown == Shown::kWhole) {
    std::cout << Console(options.Style()).VerdictLines(report);
  }
  return status;
}

}  // namespace gonogo

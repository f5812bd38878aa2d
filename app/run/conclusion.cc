// Ends a run, whether it ran in this process or was merged: judges, writes and prints.
#include "app/run/conclusion.h"

#include <iostream>
#include <utility>

#include "app/exit_status.h"
#include "app/run/run_reports.h"
#include "app/sealing/seal.h"
#include "core/json/json.h"
#include "core/record/verdict.h"
#include "fixtures/system/clock.h"
#include "reporters/html/page.h"
#include "reporters/junit.h"
#include "reporters/runbook_artifacts.h"
#include "reporters/summary.h"
#include "reporters/verdict_json.h"

namespace gonogo {

int Conclude(const Plan& plan, const MigrationFolder& migration, Evidence evidence,
             EvidenceFolder& folder, const RunOptions& options, Shown shown) {
  evidence.chain = folder.chain();
  RunReport report = ReportOnRun(plan, migration, std::move(evidence));
  const int status = ExitStatusOf(report.verdict.decision);
  Json json = VerdictJson(report.evidence, report.verdict, status, UtcNow());
  for (const auto& [name, text] : RunbookArtifacts(report.evidence)) {
    folder.WriteArtifact(name, text);
  }
  folder.WriteJunit(JunitXml(report));
  AddFiles(folder.path(), report);
  json["red_since"] = RedSinceOf(report.evidence, report.earlier ? &*report.earlier : nullptr);
  folder.WriteReport("report.html", HtmlPage(report));
  folder.WriteReport("summary.md", SummaryMarkdown(report));
  PublishMetrics(report, options.publish);
  folder.WriteVerdict(json);
  folder.WriteSums();
  if (!options.sign_key.empty()) {
    Seal(KeyIn(options.sign_key), folder.path(), report.evidence, report.verdict);
  }
  if (options.json) {
    std::cout << ToText(json, 2) << "\n";
  } else if (shown == Shown::kWhole) {
    std::cout << Console(options.Style()).VerdictLines(report);
  }
  PrintAnnotations(report, options.publish, options.json);
  return status;
}

}  // namespace gonogo

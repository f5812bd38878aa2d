// Ends a run, whether it ran in this process or was merged: judges, writes and prints.
#include "app/run/conclusion.h"

#include <iostream>
#include <utility>

#include "app/exit_status.h"
#include "app/run/run_reports.h"
#include "app/sealing/seal.h"
#include "core/json/json.h"
#include "core/record/verdict.h"
#include "core/text/digest.h"
#include "fixtures/system/clock.h"
#include "fixtures/system/prepared_files.h"
#include "reporters/html/page.h"
#include "reporters/junit.h"
#include "reporters/runbook_artifacts.h"
#include "reporters/summary.h"
#include "reporters/verdict_json.h"

namespace gonogo {
namespace {

// Adds the files of the folder to the report, which shows them.
NamedTexts ReportsOn(RunReport& report, const std::filesystem::path& folder) {
  NamedTexts reports;
  for (const auto& [name, text] : RunbookArtifacts(report.evidence)) {
    reports["verify/" + name] = text;
  }
  const std::string& junit = reports[kJunitFile] = JunitXml(report);
  AddFiles(folder, report);
  report.files.push_back({.name = kJunitFile,
                          .bytes = static_cast<std::int64_t>(junit.size()),
                          .sha256 = Sha256(junit)});
  reports["report.html"] = HtmlPage(report);
  reports["summary.md"] = SummaryMarkdown(report);
  return reports;
}

}  // namespace

int Conclude(const Plan& plan, const MigrationFolder& migration, Evidence evidence,
             EvidenceFolder& folder, const RunOptions& options, Shown shown) {
  evidence.chain = folder.chain();
  RunReport report = ReportOnRun(plan, migration, std::move(evidence));
  const int status = ExitStatusOf(report.verdict.decision);
  Json json = VerdictJson(report.evidence, report.verdict, status, UtcNow());
  json["red_since"] = RedSinceOf(report.evidence, report.earlier ? &*report.earlier : nullptr);
  const NamedTexts reports = ReportsOn(report, folder.path());
  PreparedFiles files;
  const std::string sums = folder.PrepareEnd(json, reports, files);
  if (!options.sign_key.empty()) {
    PrepareSeal(KeyIn(options.sign_key), folder.path(), sums,
                PredicatesOf(report.evidence, report.verdict), files);
  }
  PrepareMetrics(report, options.publish, files);
  files.Appear();
  if (options.json) {
    std::cout << ToText(json, 2) << "\n";
  } else if (shown == Shown::kWhole) {
    std::cout << Console(options.Style()).VerdictLines(report);
  }
  PrintAnnotations(report, options.publish, options.json);
  return status;
}

}  // namespace gonogo

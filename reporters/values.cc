// A value must not begin another line: hosts read each line as an output of its own.
#include "reporters/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "reporters/model/blockers.h"
#include "reporters/model/shown_text.h"

namespace gonogo {
namespace {

auto CausesThatDecide(const std::vector<Blocker>& blockers) {
  return std::ranges::count_if(blockers, [](const Blocker& one) { return one.decides; });
}

std::string DigestOfWhatDecides(const RunReport& report) {
  for (const char* name : {"ledger.jsonl", "evidence.jsonl"}) {
    const auto file = std::ranges::find(report.files, name, &EvidenceFile::name);
    if (file != report.files.end()) return file->sha256;
  }
  return "";
}

}  // namespace

std::string RunValues(const RunReport& report) {
  const Blockers blockers = BlockersOf(report);
  const std::string folder = InOneLine(report.folder);
  return fmt::format("run_id={}\nblockers={}\nerrors={}\nevidence={}\nreport={}\ndigest={}\n",
                     InOneLine(report.evidence.run.run), CausesThatDecide(blockers.failed),
                     CausesThatDecide(blockers.untold), folder,
                     folder.empty() ? "" : folder + "/report.html", DigestOfWhatDecides(report));
}

}  // namespace gonogo

// A run as Markdown: for the summary of a pipeline's job, and in a few lines for a message.
#pragma once

#include <string>

#include "reporters/model/run_report.h"

namespace gonogo {

// Returns summary.md, blockers first. Hosts drop a summary above 1 MB as a whole: beyond `most`
// bytes its last line says what was left out.
std::string SummaryMarkdown(const RunReport& report, std::size_t most = 900'000);

// Returns at most 4 kB for a chat message or another program, in an order that is the same for the
// same run: the verdict, what prevents GO, and the commands that look again. Leaves out addresses
// of servers and keys of rows.
std::string BriefMarkdown(const RunReport& report);

}  // namespace gonogo

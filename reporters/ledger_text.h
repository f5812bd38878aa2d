// What lines of the ledger say, in words.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "core/record/ledger.h"

namespace gonogo {

// Returns "T+1 h 2 min 5.1 s": the time since the first line of the ledger.
std::string OffsetText(std::chrono::milliseconds offset);

// Returns "begins, by alice at build1", "done", "ends NO-GO", ...
std::string DescribeEvent(const LedgerLine& line);

// Returns how long the stages waited for people, who confirmed them.
std::chrono::milliseconds WaitOf(const Ledger& ledger);

// Returns who ran stages, each once: "alice at build1".
std::vector<std::string> OperatorsOf(const Ledger& ledger);

// The functions below take the last line of a stage or of a look.

// Returns "54 passed, 1 waived".
std::string DescribeCases(const LedgerLine& ended);

// Returns which tables and rows the stage moved and its checks counted: "copied 33 tables, 55,928
// rows, 9 MB; counted 33 tables, 55,928 rows on the source, 55,928 on the target". May be "".
std::string DescribeRows(const LedgerLine& ended);

// Returns "2 cases waived, with 45 findings", or "".
std::string DescribeWaived(const LedgerLine& ended);

}  // namespace gonogo

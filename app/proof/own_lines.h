// Whether lines of evidence, or of a ledger, are exactly those that gonogo writes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/record/evidence.h"
#include "core/record/ledger.h"

namespace gonogo {

// Returns the number of the first line, from 1, that gonogo would write otherwise, or 0. `evidence`
// is what ParseWritten read from the lines, and of this version of gonogo. A member more, or one
// whose name is in capitals, means nothing here, but may to another program that reads the file.
std::int64_t FirstForeignLine(std::string_view lines, const Evidence& evidence);

// Does the same for what ParseLedger read. Only what is in a line's details may be more.
std::int64_t FirstForeignLine(const std::string& lines, const Ledger& ledger);

// Returns false if an earlier version of gonogo wrote the first line, without a chain.
bool IsChainedFromTheBeginning(std::string_view lines);

}  // namespace gonogo

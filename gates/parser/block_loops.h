// Finds the loops of a PL/pgSQL block that delete or overwrite rows, one or a batch at a time.
#pragma once

#include <string>
#include <vector>

#include "core/json/json.h"

namespace gonogo {

struct WritingLoop {
  std::string does;   // "deletes" or "overwrites rows"
  std::string query;  // it goes through its rows; empty: nobody knows which rows it writes
};

// Returns true for the kinds of loops that PL/pgSQL's parser prints: "fors", "while".
bool IsLoop(const std::string& kind);

// Reads a loop as the parser prints it. Returns nothing if it doesn't write.
std::vector<WritingLoop> WritingLoops(const std::string& kind, const Json& loop);

}  // namespace gonogo

// The chain of a file of JSON lines: each line carries its number, `seq`, and the SHA-256 of the
// line before, `prev`. Whoever knows how many lines there are and the SHA-256 of the last sees that
// a line was changed, cut off, added, or put elsewhere. Who changes all of them isn't seen: that
// needs a signature.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/json/json.h"
#include "core/json/json_lines.h"

namespace gonogo {

// Where a chain ends.
struct ChainEnd {
  std::int64_t lines = 0;
  std::string sha256{};  // of the last line with its newline; "" if there is none

  bool operator==(const ChainEnd&) const = default;
};

Json ToJson(const ChainEnd& end);

// Returns the end of the chain after a line, which is given without its newline.
ChainEnd After(const ChainEnd& end, std::string_view line);

// Returns the text of the line that follows `end`, without a newline.
std::string ChainedText(const Json& line, const ChainEnd& end);

// A line of a chain, as gonogo writes it, taken apart.
struct ChainedLine {
  std::int64_t seq = 0;
  std::string_view prev;
  std::string_view members;  // what follows "prev", to the brace at the end
};

// Returns nullopt for a line that doesn't begin as gonogo writes it, with no member less or more.
std::optional<ChainedLine> PlainChainedLine(std::string_view line);

// Returns what is wrong with a line after `end`, or "".
std::string ChainFault(std::string_view text, const Json& line, const ChainEnd& end);

// Returns where the chain of these lines ends. Throws PlanError for one that isn't the next, or
// that has no newline. Reads nothing else of them, which takes as long as to hash them.
ChainEnd ChainEndOf(std::string_view lines);

// Which lines must be part of the chain.
enum class Unchained {
  kRefused,
  kAtTheBeginning,  // an earlier version of gonogo began the file
};

// Reads a line without JSON, given its members after "seq" and "prev", to the brace at its end.
// Returns whether it could, and throws nothing.
using PlainReader = std::function<bool(std::string_view members)>;

// Calls `read` with each line as ReadJsonLines does, which throws PlanError also for a line that
// isn't the next of the chain. Returns where the chain ends. Tries `read_plain` first, if it is
// given.
ChainEnd ReadChainedLines(std::string_view lines, const std::string& file, const std::string& what,
                          const std::function<void(const Json&)>& read, UnfinishedLine unfinished,
                          Unchained unchained, const PlainReader& read_plain = nullptr);

}  // namespace gonogo

// Compares the contents of relations before and after probes. Also finds sequence numbers used up,
// which a rollback doesn't give back.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "fixtures/pair.h"

namespace gonogo {

// Rows and checksum of each relation, by name: "2 rows, checksum ...".
using RelationContents = std::map<std::string, std::string>;

// Reads every row of the relations of that side, in a snapshot of now. Throws DatabaseError.
RelationContents ReadContents(Pair& pair, const Side& side,
                              const std::vector<std::string>& relations);

// Throws DatabaseError naming the first relation whose contents changed. All probes were rolled
// back, so another session wrote.
void RequireSameContents(const std::string& side, const RelationContents& before,
                         const RelationContents& after);

struct SequenceValue {
  std::int64_t increment = 1;
  bool may_look = true;               // false: the role may not read the sequence
  std::optional<std::int64_t> value;  // nothing: no number was taken yet
};

using SequenceValues = std::map<std::string, SequenceValue>;

// Reads the sequences of that side. Throws DatabaseError.
SequenceValues ReadSequences(Pair& pair, const Side& side);

// Returns a note for each sequence that changed, and one for those that the role may not read.
std::vector<std::string> UsedSequenceNumbers(const SequenceValues& before,
                                             const SequenceValues& after);

}  // namespace gonogo

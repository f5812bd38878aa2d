// Proof that nothing remains of what was tried on a database: what relations hold before and after.
// And what does remain of every rolled-back transaction: numbers taken from sequences.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "fixtures/pair.h"

namespace gonogo {

struct SequenceValue {
  std::int64_t increment = 1;
  bool may_look = true;
  std::optional<std::int64_t> value;  // nothing: nobody has taken a number yet
};

// What a database holds at one moment.
struct RelationContents {
  std::map<std::string, std::string> relations;  // by name: "2 rows, checksum ..."
  std::map<std::string, SequenceValue> sequences;
};

// Those of now, of relations of that side. Throws DatabaseError.
RelationContents ContentsOf(Pair& pair, const Side& side,
                            const std::vector<std::string>& relations);

// Throws DatabaseError naming the first relation that does not hold what it held, though all that
// was tried meanwhile is known to be rolled back.
void RequireSameContents(const std::string& side, const RelationContents& before,
                         const RelationContents& after);

// What became of sequences, in words.
std::vector<std::string> UsedSequenceNumbers(const RelationContents& before,
                                             const RelationContents& after);

}  // namespace gonogo

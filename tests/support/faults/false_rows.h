// Rows that a real server never sent: a path changes them on their way.
#pragma once

#include <string>

#include "tests/support/faults/faulty_path.h"

namespace gonogo::testing_support {

enum class Lie {
  kNulls,        // every value is NULL
  kEmptyTexts,   // every value is ''
  kWords,        // every value is a word, numbers and times too
  kNoRows,       // rows are left out, though the server says that it sent them
  kNoValues,     // rows without columns, though the server announced some
  kMoreValues,   // a value more than there are columns
  kEachTwice,    // each row arrives twice
  kWrongLength,  // a value says that it is longer than its message
  kHugeLength,   // a row says that it has nearly 2 GB
  kGarbage,      // bytes that are no message
  kErrors,       // an error instead of each row
};

// Returns what changes the rows of a connection, beginning after so many honest ones.
std::function<Strike::Tamper()> Lying(Lie lie, int honest_rows);

}  // namespace gonogo::testing_support

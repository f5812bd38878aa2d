// What stage schema with "method": "dump" leaves for the end of the backfill.
#pragma once

#include <string>

namespace gonogo {

// pg_dump writes a schema in two sections, before and after the rows. A gate that compares objects
// of the second section can't pass in phase schema.
enum class MadeAfterRows {
  kNothing,
  kSome,  // objects that not every table has, or rare ones, or such that need a key
  kAll,   // what the gate is about, and every usual table has it
};

// Returns how much of what the gate examines is made after the rows.
MadeAfterRows PartMadeAfterRows(const std::string& gate);

}  // namespace gonogo

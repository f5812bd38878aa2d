// Whether a database is written to, told by looking twice at what its statistics count.
#pragma once

#include <chrono>
#include <map>
#include <string>

#include "gates/inspection.h"

namespace gonogo {

// Rows of one table that were ever inserted, updated and deleted.
struct WriteCounters {
  std::int64_t inserted = 0;
  std::int64_t updated = 0;
  std::int64_t deleted = 0;
};

struct WriteSample {
  std::map<std::string, WriteCounters> tables;  // by name; what is left out by rule is not here
  std::int64_t transactions = 0;                // of the database, gonogo's own among them
  std::int64_t wal_bytes = 0;                   // written by the whole server, ever
};

// What the source's statistics say now. Throws DatabaseError, also where nothing is counted.
WriteSample SampleSource(const Inspection& in);

// What happened from one sample to the next. Rows that were written, and tables that came or went,
// are findings. Transactions and the log are noted only: reading, monitoring, vacuum and
// checkpoints move them, too.
Outcome Movement(const WriteSample& before, const WriteSample& after);

}  // namespace gonogo

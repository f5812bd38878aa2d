// Finds out whether a database is written to, by comparing two samples of its statistics.
#pragma once

#include <chrono>
#include <map>
#include <string>

#include "gates/inspection.h"

namespace gonogo {

// How many rows of one table have ever been inserted, updated and deleted.
struct WriteCounters {
  std::int64_t inserted = 0;
  std::int64_t updated = 0;
  std::int64_t deleted = 0;
};

struct WriteSample {
  std::map<std::string, WriteCounters> tables;  // by name, without the excluded ones
  std::int64_t transactions = 0;                // of the database, including gonogo's own
  std::int64_t wal_bytes = 0;                   // ever written by the whole server
};

// Reads the source's statistics. Throws DatabaseError, also if the server doesn't count writes.
WriteSample SampleSource(const Inspection& in);

// Compares two samples. Written rows and created or dropped tables are findings. Transactions and
// write-ahead log are only notes, because reads, monitoring, vacuum and checkpoints add to them.
Outcome WritesBetween(const WriteSample& before, const WriteSample& after);

}  // namespace gonogo

// Reads all rows of relations on both sides, portion by portion, with several sessions per side.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "compare/forms/relation_shape.h"
#include "compare/passes/portions.h"
#include "core/values/side.h"
#include "fixtures/session/session.h"

namespace gonogo {

// The progress of a scan, which ends when the slower side does. The sides read the same rows, so
// the numbers are those of one side: the one that has read less.
struct Progress {
  std::string relation;  // "public.users", "public.users and 12 others"
  std::int64_t rows = 0;
  double part = 0;  // of its blocks, 0 to 1
  std::chrono::duration<double> taken{0};
  std::optional<std::chrono::duration<double>> left;  // an estimate
};
using ShowProgress = std::function<void(const Progress&)>;

// How much load a scan may put on the servers.
struct Effort {
  std::size_t jobs = 2;             // sessions per side
  std::int64_t max_load = 0;        // waits while more other backends are active; 0: no limit
  ShowProgress progress = nullptr;  // called from several threads, one at a time
};

// The sessions that read one side.
struct SideReaders {
  std::vector<Session*> sessions;
  bool by_block = false;  // see Portions
  std::chrono::milliseconds portion_time = Portions::kLongestTime;
};
using Readers = PerSide<SideReaders>;

using ShapesPerSide = PerSide<std::vector<const RelationShape*>>;

// Reads one portion on one side and returns the number of its rows. Called from several threads.
using ReadPortion = std::function<std::int64_t(SideName, Session&, const Portion&)>;

// Reads the relations of both sides at the same time, to the end. If `read` throws, all threads
// stop, and the first exception is thrown.
void ScanBoth(const Readers& readers, const ShapesPerSide& shapes, const ReadPortion& read,
              const Effort& effort);

}  // namespace gonogo

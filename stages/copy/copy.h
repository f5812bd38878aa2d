// The backfill: the rows of a plan's relations go from the source to the target by COPY, several
// relations at a time, those that others refer to before them. Large objects are no rows of a
// relation, and do not go along.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "core/plan/plan.h"
#include "fixtures/pair.h"
#include "stages/copy/copy_connections.h"
#include "stages/copy/copy_progress.h"
#include "stages/copy/sequence_copy.h"
#include "stages/copy/unit_copy.h"

namespace gonogo {

struct CopyOptions {
  std::size_t jobs = 2;  // connections a side
};

// What earlier runs have noted, by the relations' source names as the plan spells them.
struct CopyState {
  std::set<std::string> begun;
  std::set<std::string> finished;
};

// Called from several threads, one at a time.
struct CopyEvents {
  // Before the first row of a relation goes over. It must be noted durably on return: rows of a
  // relation that nobody noted are somebody else's to the next run.
  std::function<void(const std::string& relation, const std::string& transaction)> begun;
  // The rows are committed. What refers to them is begun after return.
  std::function<void(const CopiedRelation&)> finished;
  ShowCopyProgress progress;  // may be empty
};

struct CopyReport {
  std::vector<CopiedRelation> relations;  // that this run has copied
  std::vector<SetSequence> sequences;
  std::vector<std::string> remarks;  // of the target about ANALYZE, which it may skip
};

class Copy {
 public:
  // `pair` and `plan` must outlive the copy. Of the pair only its addresses, its limits and the
  // proof that its sides are two databases are used.
  Copy(Pair& pair, const Plan& plan, CopyOptions options, CopyState state, CopyEvents events);
  Copy(const Copy&) = delete;
  Copy& operator=(const Copy&) = delete;

  // Copies what no earlier run has finished, all in one snapshot of the source, each relation in a
  // transaction of its own (those of a circle of foreign keys in one); then sets the sequences and
  // analyzes the tables, also where an earlier run has finished them. A relation that an earlier
  // run began and did not finish is emptied and copied again in one transaction. After the first
  // error nothing else is begun, and what runs is rolled back. Throws DatabaseError, which names
  // the relation and the side, or whatever an event throws.
  CopyReport Run();

  // From another thread: Run ends soon with a DatabaseError.
  void Cancel() noexcept;

 private:
  class Work;

  // Lets Cancel reach the connections from now on.
  CopyConnections& Keep(std::unique_ptr<CopyConnections> connections);

  Pair& pair_;
  const Plan& plan_;
  CopyOptions options_;
  CopyState state_;
  CopyEvents events_;
  std::mutex mutex_;  // guards what follows
  bool cancelled_ = false;
  std::unique_ptr<CopyConnections> connections_;
};

}  // namespace gonogo

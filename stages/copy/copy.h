// Copies the rows of a plan's relations from the source to the target with COPY, several relations
// at a time. A relation that others reference is copied before them. large_object_copy copies large
// objects.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "core/plan/plan.h"
#include "core/values/relation_name.h"
#include "fixtures/pair.h"
#include "stages/copy/copy_connections.h"
#include "stages/copy/copy_progress.h"
#include "stages/copy/sequence_copy.h"
#include "stages/copy/unit_copy.h"

namespace gonogo {

struct CopyOptions {
  std::size_t jobs = 2;  // connections to each side
};

// The relations that earlier runs began and finished: source names as the plan spells them.
struct CopyState {
  std::set<std::string> begun;
  std::set<std::string> finished;
};

// Called from several threads, one at a time.
struct CopyEvents {
  // Called before the first row of a relation. Must note it durably. If a relation has rows but
  // isn't noted, the next run assumes that they come from elsewhere.
  std::function<void(const std::string& relation, const std::string& transaction)> begun;
  // Called after the commit, and before the relations that reference this one begin.
  std::function<void(const CopiedRelation&)> finished;
  ShowCopyProgress progress;  // may be empty
  // Called when a relation's turn to be analyzed comes, with the number of those before it. May be
  // empty.
  std::function<void(std::size_t before, std::size_t all)> analyzing = nullptr;
  // Called with what the user should know before rows are copied. May be empty.
  std::function<void(const std::string&)> remark = nullptr;
};

struct CopyReport {
  std::vector<CopiedRelation> relations;  // copied by this run
  std::vector<SetSequence> sequences;
  std::vector<RelationName> analyzed;  // on the target, whoever copied them
  std::vector<std::string> remarks;    // the target's notices about ANALYZE, which it may skip
};

class Copy {
 public:
  // `pair` and `plan` must outlive the copy, which opens its own connections to both sides.
  Copy(Pair& pair, const Plan& plan, CopyOptions options, CopyState state, CopyEvents events);
  Copy(const Copy&) = delete;
  Copy& operator=(const Copy&) = delete;

  // Copies all relations that no earlier run finished, in one snapshot of the source, each unit in
  // its own transaction. Empties a relation first if an earlier run began it and didn't finish.
  // Then sets the sequences and analyzes all tables.
  //
  // After the first error starts nothing new, and rolls back what is running. Throws DatabaseError
  // with relation and side, or what a callback throws.
  CopyReport Run();

  // From another thread: makes Run end soon with a DatabaseError.
  void Cancel() noexcept;

 private:
  class Work;

  // Makes the connections known to Cancel.
  CopyConnections& Keep(std::unique_ptr<CopyConnections> connections);

  Pair& pair_;
  const Plan& plan_;
  CopyOptions options_;
  CopyState state_;
  CopyEvents events_;
  std::mutex mutex_;  // guards the members below
  bool cancelled_ = false;
  std::unique_ptr<CopyConnections> connections_;
};

}  // namespace gonogo

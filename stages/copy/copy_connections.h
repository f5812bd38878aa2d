// The connections of a copy, each pair of them worked by a thread of its own.
#pragma once

#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "fixtures/pair.h"
#include "fixtures/session/row_stream.h"
#include "fixtures/session/writing_session.h"

namespace gonogo {

struct CopyWorker {
  SnapshotReader reader;
  WritingSession writer;
};

class CopyConnections {
 public:
  // Connects `count` workers, whose readers share the source's `snapshot`. Throws DatabaseError.
  CopyConnections(const Side& source, const Side& target, std::size_t count,
                  const std::string& snapshot);

  // Lets all workers do `work` at once, and returns when all have ended. The first that throws has
  // the others cancelled; throws the same.
  void Work(const std::function<void(CopyWorker&)>& work);

  WritingSession& writer() { return workers_.front()->writer; }

  // From another thread: all work ends soon, and no other is done.
  void Cancel() noexcept;

 private:
  void Fail(std::exception_ptr error);

  std::vector<std::unique_ptr<CopyWorker>> workers_;
  std::mutex mutex_;  // guards what follows
  std::exception_ptr first_;
};

}  // namespace gonogo

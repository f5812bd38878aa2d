// The connections of a copy: pairs of a reader and a writer, each with its own thread.
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

  // Calls `work` for all workers at the same time, and returns when all have ended. If one throws,
  // cancels the others and throws the first exception.
  void Work(const std::function<void(CopyWorker&)>& work);

  WritingSession& writer() { return workers_.front()->writer; }

  // From another thread: ends all work soon, and later work at once.
  void Cancel() noexcept;

 private:
  void Fail(std::exception_ptr error);

  std::vector<std::unique_ptr<CopyWorker>> workers_;
  std::mutex mutex_;  // guards first_
  std::exception_ptr first_;
};

}  // namespace gonogo

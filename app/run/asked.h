// The servers that the checks of a run ask, from snapshots that can be taken anew.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "app/context/run_context.h"
#include "app/run/runner.h"
#include "compare/passes/scan.h"
#include "core/plan/declared_case.h"
#include "core/record/evidence.h"
#include "core/values/side.h"
#include "fixtures/pair.h"

namespace gonogo {

class Asked {
 public:
  // Opens both sides, on these exported snapshots unless they are "". What it refers to must
  // outlive it. `sees`: a time before that, UTC.
  Asked(const RunContext& context, const std::vector<DeclaredCase>& declared, const Effort& effort,
        const PerSide<std::string>& snapshots, std::string sees);
  ~Asked();

  const Pair& pair() const;

  // Returns both servers, as they reported themselves.
  std::vector<Server> Servers() const;

  // Returns a time before the snapshots were taken, UTC.
  const std::string& sees() const { return sees_; }

  // Returns the result of the case. Doesn't throw, as RunCheck.
  CaseResult Run(const Case& one);

  // Opens both sides again, for new snapshots. Returns what to say of each that is another server
  // than in `before`.
  std::vector<std::string> Renew(const std::vector<Server>& before);

  // From another thread: ends what runs. Does nothing while the sides are opened.
  void Cancel();

  // Closes the sessions. Nothing but Cancel may be called afterwards.
  void Close();

 private:
  struct Open;

  void Replace(std::unique_ptr<Open> open);

  const RunContext& context_;
  const std::vector<DeclaredCase>& declared_;
  const Effort effort_;
  std::string sees_;
  std::mutex mutex_;  // of `open_`, which Cancel uses
  std::unique_ptr<Open> open_;
};

}  // namespace gonogo

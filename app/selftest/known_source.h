// The source of all trials of one worker. Nothing changes it, so each question reaches it once.
#pragma once

#include <memory>

#include "app/context/run_context.h"
#include "fixtures/connection/connection_string.h"
#include "fixtures/pair.h"

namespace gonogo {

class KnownSource {
 public:
  // Connects to the source, which the plan must have. If that fails, every case of every pair
  // reports it.
  explicit KnownSource(const RunContext& context);

  // Returns the pair of the source and that target. This object must outlive it.
  Pair With(const ConnectionString& target) const;

  // Returns the pair of another source and, as its target, the known one. This object must outlive
  // it.
  Pair After(const ConnectionString& source) const;

 private:
  const RunContext& context_;
  Side source_;
};

}  // namespace gonogo

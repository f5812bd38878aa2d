// A probe that fails doesn't keep the others from running.
#include "gates/probes/probe_run.h"

#include "core/error.h"
#include "gates/probes/side_effects.h"

namespace gonogo {

ProbeRun::ProbeRun(Pair& pair, const Side& side, const std::vector<NamedProbe>& probes,
                   const std::vector<std::string>& relations) {
  try {
    Run(pair, side, probes, relations);
  } catch (const std::exception&) {
    failure_ = std::current_exception();
  }
}

void ProbeRun::Run(Pair& pair, const Side& side, const std::vector<NamedProbe>& probes,
                   const std::vector<std::string>& relations) {
  if (side.identity->in_recovery) {
    throw DatabaseError(side.name + ": the server is a standby and takes no writes", "25006");
  }
  const RelationContents before = ReadContents(pair, side, relations);
  SequenceValues sequences = ReadSequences(pair, side);
  for (const auto& [name, probe] : probes) {
    ProbeResult& result = results_[name];
    try {
      result.answer = RunAndRollBack(pair.cancellation(), side, probe);
      SequenceValues now = ReadSequences(pair, side);
      result.used_sequences = UsedSequenceNumbers(sequences, now);
      sequences = std::move(now);
    } catch (const std::exception&) {
      result.failure = std::current_exception();
    }
  }
  RequireSameContents(side.name, before, ReadContents(pair, side, relations));
}

const ProbeResult& ProbeRun::ResultOf(const std::string& name) const {
  const auto found = results_.find(name);
  if (found != results_.end() && found->second.failure) {
    std::rethrow_exception(found->second.failure);
  }
  if (failure_) std::rethrow_exception(failure_);
  return results_.at(name);
}

}  // namespace gonogo

// Runs all probes of a check on one side, between two readings of the contents.
#pragma once

#include <exception>
#include <map>
#include <string>
#include <vector>

#include "fixtures/write_probe.h"

namespace gonogo {

struct NamedProbe {
  std::string name;
  WriteProbe probe;
};

struct ProbeResult {
  ProbeAnswer answer;
  std::vector<std::string> used_sequences;  // notes on the sequence numbers that it used up
  std::exception_ptr failure;               // why there is no answer
};

class ProbeRun {
 public:
  // Runs the probes one after the other. Reads every row of `relations` once before and once after
  // all of them. Doesn't throw: ResultOf does.
  ProbeRun(Pair& pair, const Side& side, const std::vector<NamedProbe>& probes,
           const std::vector<std::string>& relations);

  // Returns the result of one probe. Throws DatabaseError if it has no answer, if the contents
  // could not be read, or if they changed while the probes ran: then no answer proves anything.
  const ProbeResult& ResultOf(const std::string& name) const;

 private:
  void Run(Pair& pair, const Side& side, const std::vector<NamedProbe>& probes,
           const std::vector<std::string>& relations);

  std::map<std::string, ProbeResult> results_;
  std::exception_ptr failure_;  // of all probes
};

}  // namespace gonogo

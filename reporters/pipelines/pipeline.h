// The pipelines with which other people's hosts judge a migration. Each host has forms, in which
// the steps of one table stand in the host's own words.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace gonogo {

struct PipelineFacts {
  std::string name;                    // of the migration
  std::string plan;                    // its file, from the root of the repository
  std::string version;                 // of gonogo
  std::vector<std::string> variables;  // those that hold the URLs of the databases
  bool rehearses = false;              // each change; false: only the plan is checked
  int shards = 1;                      // jobs that share the checks
};

// Returns the hosts: github, gitlab, ...
std::vector<std::string> PipelineHosts();

// Returns texts by file name, relative to the root of the repository. Throws PlanError if the host
// knows no shards, or a fact can't stand in a pipeline.
std::map<std::string, std::string> PipelineFiles(const std::string& host,
                                                 const PipelineFacts& facts);

}  // namespace gonogo

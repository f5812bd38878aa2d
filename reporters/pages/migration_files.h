// The files of a new migration's folder, besides its plan.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace gonogo {

struct NewMigration {
  std::string name;
  std::string source;  // connection strings without passwords; "": in place
  std::string target;
  bool has_stages = false;
  std::string version;   // of gonogo
  std::string pipeline;  // a host of PipelineHosts, or "none"
};

// Returns texts by file name, relative to the folder: env.example, .gitignore and the pipeline.
std::map<std::string, std::string> MigrationFiles(const NewMigration& migration);

// Returns the commands that come next.
std::vector<std::string> NextCommands(const NewMigration& migration, const std::string& folder);

}  // namespace gonogo

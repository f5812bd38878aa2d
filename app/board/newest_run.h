// Finds the run that a migration began last.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>

#include "fixtures/migration_folder.h"

namespace gonogo {

class NewestRun {
 public:
  // Looks at the runs of the plan with this name; "": of any plan.
  NewestRun(MigrationFolder migration, std::string plan);

  // Returns its folder, or "" if there is none. Reads only the headers of runs that it hasn't seen.
  std::filesystem::path Find();

 private:
  struct Header {
    std::string began;  // as RunTime has it
    std::string plan;
  };

  std::set<std::filesystem::path> Folders() const;
  const Header* HeaderOf(const std::filesystem::path& folder);

  MigrationFolder migration_;
  std::string plan_;
  std::map<std::filesystem::path, Header> headers_;  // of the runs that have one
};

}  // namespace gonogo

// What prevents GO as annotations: GitHub shows them beside the lines of the plan.
#pragma once

#include <functional>
#include <string>

#include "reporters/model/run_report.h"

namespace gonogo {

// Returns a workflow command of GitHub Actions per cause that prevents GO, failed ones first: at
// most 10, as many as GitHub shows, of which the last says how many more there are. "" if the
// verdict is GO. `path_of` makes of a file of the plan what GitHub knows: a path in the repository.
std::string GithubAnnotations(const RunReport& report,
                              const std::function<std::string(const std::string&)>& path_of);

// Returns an annotation that is at no place of a file.
std::string GithubError(const std::string& title, const std::string& message);

}  // namespace gonogo

// The hosts for which there are pipelines, and how each writes a step of a job.
#pragma once

#include <string>
#include <vector>

#include "reporters/pipelines/pipeline_steps.h"

namespace gonogo {

struct FormFile {
  std::string form;
  std::string path;  // in the user's repository
};

struct Host {
  std::string name;
  std::vector<FormFile> files;
  std::vector<FormFile> sharded;  // empty: the host's jobs can't share the checks
  std::string step;               // how it writes a step; "" if no form has steps
  std::string secrets{};          // what follows a step that needs secrets
  std::string between{};          // steps
  bool sets_options = true;       // false: the host sets -e itself, for the whole job
  bool escapes = false;           // a backslash escapes, also in shell
  PublishedBy by;
};

const std::vector<Host>& Hosts();

// Throws PlanError if there is none of this name.
const Host& HostCalled(const std::string& name);

}  // namespace gonogo

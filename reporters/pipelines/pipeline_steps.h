// What a job of a pipeline does: the one table from which the pipelines of all hosts are made.
#pragma once

#include <string>
#include <vector>

namespace gonogo {

// A step of a job, and the shell that it runs.
struct PipelineStep {
  std::string title;
  std::string shell;
  bool has_secrets = false;  // it needs the URLs of the databases, and what a person typed
};

// How a host takes what a step publishes.
struct PublishedBy {
  std::string outputs;  // the file, as the shell names it
  std::string summary;  // a file of shell/ that publishes the summary; "" if there is none
};

// Returns the names of the commands: lint, rehearse, gate, ...
std::vector<std::string> PipelineCommands();

// Returns the title of the step that runs the command.
std::string TitleOf(const std::string& command);

// Returns the steps of a job that runs the command.
std::vector<PipelineStep> StepsOf(const std::string& command, const PublishedBy& by);

// Returns shell that runs the command which the variable COMMAND names.
std::string ShellOfAnyCommand(const PublishedBy& by);

}  // namespace gonogo

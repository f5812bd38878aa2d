// What a run tells other programs besides its folder: annotations for GitHub, metrics for
// Prometheus.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "fixtures/system/prepared_files.h"
#include "reporters/model/run_report.h"

namespace gonogo {

struct PublishOptions {
  std::string prometheus;            // the file; "": none
  std::string annotations = "auto";  // or always, never; auto: in jobs of GitHub Actions

  void AddTo(CLI::App& command);
};

// Removes the metrics of an earlier run, so that nobody takes them for those of a run that broke
// off.
void RemovePublished(const PublishOptions& options);

// Adds the metrics, if they are wanted. Throws std::system_error.
void PrepareMetrics(const RunReport& report, const PublishOptions& options, PreparedFiles& files);

// Print the annotations: to standard error if standard output is kept for JSON.
void PrintAnnotations(const RunReport& report, const PublishOptions& options, bool json);
void PrintAnnotations(const std::string& annotations, const PublishOptions& options, bool json);

}  // namespace gonogo

// A new major may say something new in the catalogues, and no check would be red for it.
#include "core/record/server_versions.h"

#include <fmt/format.h>

#include <charconv>

namespace gonogo {

std::int64_t MajorOf(std::string_view version) {
  std::int64_t major = 0;
  std::from_chars(version.data(), version.data() + version.size(), major);
  return major;
}

std::string WhatIsTested(std::int64_t major) {
  if (major >= kOldestTestedMajor && major <= kNewestTestedMajor) return "";
  return fmt::format("gonogo is tested with {} to {}", kOldestTestedMajor, kNewestTestedMajor);
}

std::vector<std::string> VersionRemarks(const RunHeader& run) {
  std::vector<std::string> remarks;
  for (const Server& server : run.servers) {
    const std::int64_t major = MajorOf(server.version);
    const std::string tested = WhatIsTested(major);
    if (major == 0 || tested.empty()) continue;  // it wasn't reached, which is an error elsewhere
    remarks.push_back(
        fmt::format("version of the {}: have {}; {}", server.side, server.version, tested));
  }
  return remarks;
}

}  // namespace gonogo

// Reads the environment of this process, and removes variables from it that would change a run.
#include "app/process_environment.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace gonogo {
namespace {

constexpr std::array<std::string_view, 2> kPrefixes = {"GTEST_", "TESTBRIDGE_"};
// PGPASSFILE, PGSERVICEFILE and PGSSL* stay: they say how to connect, not to which server.
constexpr std::array<std::string_view, 13> kNames = {"PGHOST",
                                                     "PGHOSTADDR",
                                                     "PGPORT",
                                                     "PGDATABASE",
                                                     "PGUSER",
                                                     "PGPASSWORD",
                                                     "PGSERVICE",
                                                     "PGOPTIONS",
                                                     "PGTARGETSESSIONATTRS",
                                                     "XML_OUTPUT_FILE",
                                                     "TEST_PREMATURE_EXIT_FILE",
                                                     "TEST_TOTAL_SHARDS",
                                                     "TEST_SHARD_INDEX"};

bool IsAmbient(std::string_view name) {
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end() ||
         std::any_of(kPrefixes.begin(), kPrefixes.end(),
                     [&](std::string_view prefix) { return name.starts_with(prefix); });
}

}  // namespace

Environment ProcessEnvironment() {
  Environment environment;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view pair = *entry;
    const std::size_t equals = pair.find('=');
    if (equals == std::string_view::npos) continue;
    environment.emplace(pair.substr(0, equals), pair.substr(equals + 1));
  }
  return environment;
}

void RestartWithoutAmbientVariables(char** argv) {
  bool found = false;
  for (const auto& [name, value] : ProcessEnvironment()) {
    if (!IsAmbient(name)) continue;
    unsetenv(name.c_str());
    found = true;
  }
  if (!found) return;
  execv("/proc/self/exe", argv);
  throw std::system_error(errno, std::generic_category(), "can't restart gonogo");
}

}  // namespace gonogo

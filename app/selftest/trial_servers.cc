// Starts the servers of trials.
#include "app/selftest/trial_servers.h"

namespace gonogo {
namespace {

// What programs that read changes, and statistics of statements, need of a server.
const std::vector<std::string> kSettings = {"wal_level=logical",
                                            "shared_preload_libraries=pg_stat_statements"};

}  // namespace

TrialServers::TrialServers(const std::filesystem::path& folder, const PairPrograms& programs)
    : guard_(folder), pair_(StartPair(folder, programs, kSettings)) {}

}  // namespace gonogo

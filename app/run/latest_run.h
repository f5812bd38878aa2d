// evidence/latest: a symbolic link that names the newest run.
#pragma once

#include <filesystem>

namespace gonogo {

// Makes `latest` beside the folder of a run that begins now name it, at once for every reader,
// unless it names a run that began later. A run that breaks off stays the latest: an older verdict
// must not be taken for its. Where no link can be made there is none; what is called `latest` and
// isn't a link stays. Throws std::system_error if an older link can't be removed.
void NameLatest(const std::filesystem::path& run);

// Does the same in another folder, from which the link leads to the run.
void NameLatest(const std::filesystem::path& run, const std::filesystem::path& folder);

}  // namespace gonogo

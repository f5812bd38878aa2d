// The files grow and vanish while they are measured, so errors are ignored.
#include "stages/dump/dump_progress.h"

#include <fmt/format.h>

#include <chrono>
#include <memory>
#include <system_error>

#include "core/text/text.h"
#include "fixtures/system/interrupt.h"

namespace gonogo {
namespace fs = std::filesystem;

std::int64_t BytesIn(const fs::path& folder) {
  std::int64_t bytes = 0;
  std::error_code gone;
  for (fs::directory_iterator file(folder, gone), end; !gone && file != end; file.increment(gone)) {
    std::error_code unreadable;
    const auto size = file->file_size(unreadable);
    if (!unreadable) bytes += static_cast<std::int64_t>(size);
  }
  return bytes;
}

std::function<bool()> ShowingProgress(const StageOutput& output, const std::string& what,
                                      const fs::path& folder) {
  using Clock = std::chrono::steady_clock;
  constexpr static std::chrono::seconds kInterval{1};
  return [&output, what, folder, shown = std::make_shared<Clock::time_point>()] {
    if (Clock::now() - *shown >= kInterval) {
      *shown = Clock::now();
      output.print_progress(
          folder.empty() ? fmt::format("  ...    {}", what)
                         : fmt::format("  ...    {}  {} written", what, DataSize(BytesIn(folder))));
    }
    return WasInterrupted();
  };
}

}  // namespace gonogo

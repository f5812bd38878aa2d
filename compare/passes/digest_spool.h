// Keeps the digests of many rows until all have been read, in parts that each fit into memory.
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <vector>

#include "compare/passes/difference_pass.h"
#include "compare/spool/temporary_file.h"

namespace gonogo {

struct DigestedRow {
  std::uint64_t key = 0;     // hash of the key
  std::uint64_t digest = 0;  // of the whole row
  Place place;
  SideName side = SideName::kSource;

  auto operator<=>(const DigestedRow&) const = default;  // NOLINT(modernize-use-nullptr)
};

// Rows with the same key hash are in the same part. If there is more than one part, each is in a
// temporary file without a name, which never outlives the process. Throws std::runtime_error if a
// file can't be written or read.
class DigestSpool {
 public:
  // `rows`: about how many will be added.
  explicit DigestSpool(std::int64_t rows);

  void Add(const std::vector<DigestedRow>& rows);  // from any thread

  std::size_t parts() const { return parts_.size(); }
  // Returns the rows of one part, sorted. May be called once per part.
  std::vector<DigestedRow> Take(std::size_t part);

 private:
  struct SpooledPart {
    std::optional<TemporaryFile> file;
    std::vector<DigestedRow> rows;  // those not written to the file yet; all if there is no file
  };

  static void Write(SpooledPart& part);

  std::mutex mutex_;  // guards what follows
  std::vector<SpooledPart> parts_;
};

}  // namespace gonogo

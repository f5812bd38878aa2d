// Digests of many rows, set aside by their key's hash until all have been read: a part of them at
// a time fits into memory.
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
  bool on_target = false;

  auto operator<=>(const DigestedRow&) const = default;  // NOLINT(modernize-use-nullptr)
};

// Rows with the same key hash are in the same part. More than one part lies in temporary files that
// have no name, so that nothing is left behind. Throws std::runtime_error where one cannot be
// written or read.
class DigestSpool {
 public:
  // For about `rows` rows.
  explicit DigestSpool(std::int64_t rows);

  void Add(const std::vector<DigestedRow>& rows);  // from any thread

  std::size_t parts() const { return parts_.size(); }
  // The rows of one part, sorted; once.
  std::vector<DigestedRow> Take(std::size_t part);

 private:
  struct SpooledPart {
    std::optional<TemporaryFile> file;
    std::vector<DigestedRow> rows;  // those not written yet; all of them where there is no file
  };

  static void Write(SpooledPart& part);

  std::mutex mutex_;  // guards what follows
  std::vector<SpooledPart> parts_;
};

}  // namespace gonogo

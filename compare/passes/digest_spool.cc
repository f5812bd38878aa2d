// Distributes rows to parts by the high bits of the key's hash; a part is about 10 MB.
#include "compare/passes/digest_spool.h"

#include <algorithm>
#include <stdexcept>

namespace gonogo {
namespace {

constexpr std::int64_t kRowsPerPart = 250'000;  // 10 MB
constexpr std::int64_t kMostParts = 512;        // each is an open file
constexpr std::size_t kBufferedRows = 1'024;    // per part

}  // namespace

DigestSpool::DigestSpool(std::int64_t rows) {
  const std::int64_t parts = std::clamp<std::int64_t>(rows / kRowsPerPart + 1, 1, kMostParts);
  parts_.resize(static_cast<std::size_t>(parts));
  if (parts == 1) return;
  for (SpooledPart& part : parts_) part.file.emplace();
}

void DigestSpool::Add(const std::vector<DigestedRow>& rows) {
  const std::scoped_lock lock(mutex_);
  for (const DigestedRow& row : rows) {
    // By the high bits, because the low ones select the bucket.
    SpooledPart& part = parts_[(row.key >> 32U) % parts_.size()];
    part.rows.push_back(row);
    if (part.file && part.rows.size() == kBufferedRows) Write(part);
  }
}

std::vector<DigestedRow> DigestSpool::Take(std::size_t index) {
  SpooledPart& part = parts_.at(index);
  std::vector<DigestedRow> rows = std::move(part.rows);
  if (part.file) {
    const std::size_t unwritten = rows.size();
    const std::size_t bytes = part.file->size();
    rows.resize(unwritten + bytes / sizeof(DigestedRow));
    part.file->Rewind();
    if (part.file->Read(rows.data() + unwritten, bytes) != bytes) {
      throw std::runtime_error("a temporary file is shorter than it was written");
    }
    part.file.reset();
  }
  std::sort(rows.begin(), rows.end());
  return rows;
}

void DigestSpool::Write(SpooledPart& part) {
  part.file->Write(part.rows.data(), part.rows.size() * sizeof(DigestedRow));
  part.rows.clear();
}

}  // namespace gonogo

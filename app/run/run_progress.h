// How far a run is, and about how long the rest takes.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/plan/declared_case.h"

namespace gonogo {

class RunProgress {
 public:
  // By check: how long all its cases took.
  using Times = std::map<std::string, std::chrono::milliseconds>;

  explicit RunProgress(const std::vector<DeclaredCase>& declared);

  // Sets how long the run before took; without it, cases that are left count as much as those done.
  void SetEarlier(Times times) { earlier_ = std::move(times); }

  void AddDone(const std::string& check);

  // Returns "  ...    412 of 2,000 cases  20 %  about 12 s left  rows.public.users". Knows no time
  // left in the first two seconds.
  std::string Line(const std::string& current, std::chrono::milliseconds elapsed) const;

 private:
  std::optional<std::chrono::milliseconds> Left(std::chrono::milliseconds elapsed) const;

  std::map<std::string, std::int64_t> all_;   // cases, by check
  std::map<std::string, std::int64_t> done_;  // cases, by check
  std::int64_t count_ = 0;
  std::int64_t count_done_ = 0;
  Times earlier_;
};

}  // namespace gonogo

// Runs `gonogo diff` on databases that a test has filled.
#pragma once

#include <algorithm>

#include "core/text/text.h"
#include "tests/support/gonogo_program.h"
#include "tests/support/servers/both_databases.h"

namespace gonogo::testing_support {

inline ProcessResult Diffed(const BothDatabases& databases, const Words& more = {}) {
  Words words = {"diff", "--source", databases.SourceUrl(), "--target", databases.TargetUrl()};
  words.insert(words.end(), more.begin(), more.end());
  return RunGonogo(words);
}

// Sorts the lines, because the order of the rows that differ isn't defined.
inline Words SortedLines(const ProcessResult& run) {
  Words lines = Split(run.output, '\n');
  std::erase(lines, "");
  std::sort(lines.begin(), lines.end());
  return lines;
}

}  // namespace gonogo::testing_support

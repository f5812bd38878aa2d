// `gonogo diff` on databases that a test has filled.
#pragma once

#include <algorithm>

#include "core/text/text.h"
#include "tests/support/both_databases.h"
#include "tests/support/gonogo_program.h"

namespace gonogo::testing_support {

inline Finished Diffed(const BothDatabases& databases, const Words& more = {}) {
  Words words = {"diff", "--source", databases.SourceUrl(), "--target", databases.TargetUrl()};
  words.insert(words.end(), more.begin(), more.end());
  return RunGonogo(words);
}

// Rows that differ come in no order that a test should know.
inline Words SortedLines(const Finished& run) {
  Words lines = Split(run.output, '\n');
  std::erase(lines, "");
  std::sort(lines.begin(), lines.end());
  return lines;
}

}  // namespace gonogo::testing_support

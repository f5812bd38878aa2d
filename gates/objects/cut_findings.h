// Keeps a result readable that has very many findings.
#pragma once

#include <cstddef>
#include <string>

#include "core/values/outcome.h"

namespace gonogo {

// Keeps the first `most` findings, and adds one that counts the others: it is about `subject`, and
// names each as `one`, such as "more change".
void CutFindings(std::size_t most, const std::string& subject, const std::string& one,
                 Outcome& outcome);

}  // namespace gonogo

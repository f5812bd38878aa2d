// Expressions as they read after a dump and a restore.
#pragma once

#include <string>

namespace gonogo {

// Whoever reads (ARRAY['a'::character varying])::text[] back casts each element instead, and writes
// ARRAY[('a'::character varying)::text] from then on; CHECK (status IN ('a')) over varchar is
// enough. The text with all such casts at the elements.
std::string AsRestored(const std::string& sql);

}  // namespace gonogo

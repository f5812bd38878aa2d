// Versions are compared number by number.
#include "gates/catalogue/extension_versions.h"

#include <optional>
#include <vector>

#include "core/text/text.h"

namespace gonogo {
namespace {

std::optional<std::vector<std::int64_t>> Numbers(const std::string& version) {
  std::vector<std::int64_t> numbers;
  for (const std::string& part : Split(version, '.')) {
    const auto number = ParseInteger(part);
    if (!number) return {};
    numbers.push_back(*number);
  }
  return numbers;
}

}  // namespace

std::map<std::string, Extension> ReadExtensions(const Rows& rows) {
  std::map<std::string, Extension> extensions;
  for (const Row row : rows) {
    extensions[row.Text("name")] = {row.Maybe("version"), row.Maybe("schema"),
                                    row.Maybe("available")};
  }
  return extensions;
}

bool IsSameOrNewer(const std::string& have, const std::string& want) {
  if (have == want) return true;
  const auto have_numbers = Numbers(have);
  const auto want_numbers = Numbers(want);
  return have_numbers && want_numbers && *have_numbers >= *want_numbers;
}

}  // namespace gonogo

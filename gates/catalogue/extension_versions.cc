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
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Row row = rows[i];
    extensions[row.Text("name")] = {row.Maybe("version"), row.Maybe("schema"),
                                    row.Maybe("available")};
  }
  return extensions;
}

bool IsAsNew(const std::string& have, const std::string& want) {
  if (have == want) return true;
  const auto of_have = Numbers(have);
  const auto of_want = Numbers(want);
  return of_have && of_want && *of_have >= *of_want;
}

}  // namespace gonogo

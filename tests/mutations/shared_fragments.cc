#include "tests/mutations/shared_fragments.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <regex>
#include <stdexcept>
#include <string_view>
#include <vector>

#include "core/text/text.h"
#include "fixtures/system/text_file.h"

namespace gonogo::testing_support {
namespace {

// By fragment, the statement whose cases have most of what it is about.
const std::map<std::string, std::string>& Statements() {
  static const std::map<std::string, std::string> statements = {
      {"exists_now", "row_count_exact"},
      {"large_object", "large_objects_sums"},
      {"locked_relations", "compared_relations"},
      {"narrowest_column", "sequence_exhaustion"},
      {"rows_of_relation", "business_key_checksum"},
      {"undressed_type", "compared_columns"}};
  return statements;
}

struct Fragment {
  std::string statement;
  std::string text;  // as cmake/EmbedSql.cmake puts it there
};

std::vector<Fragment> ReadFragments() {
  std::vector<Fragment> fragments;
  std::map<std::string, std::string> by_name;
  for (const auto& file : std::filesystem::directory_iterator(GONOGO_SOURCE_DIR "/sql/fragments")) {
    const auto known = Statements().find(file.path().stem());
    if (known == Statements().end())
      throw std::runtime_error("in which statement is it tried: " + file.path().string());
    static const std::regex comment("--[^\n]*\n");
    const std::string text = std::regex_replace(ReadTextFile(file.path()), comment, "");
    fragments.push_back({known->second, std::string(Trim(text))});
    by_name.emplace(known->first, fragments.back().text);
  }
  for (Fragment& fragment : fragments) {
    for (const auto& [name, text] : by_name) {
      const std::size_t at = fragment.text.find("'" + name + "'");
      if (at != std::string::npos) fragment.text.replace(at, name.size() + 2, text);
    }
  }
  return fragments;
}

}  // namespace

bool IsTriedInAnotherStatement(const NamedStatement& statement, const SqlMutant& mutant) {
  static const std::vector<Fragment> fragments = ReadFragments();
  const std::string old = WithoutComments(statement.text);
  return std::ranges::any_of(fragments, [&](const Fragment& fragment) {
    const std::size_t begin = old.find(fragment.text);
    if (fragment.statement == statement.name || begin == std::string::npos) return false;
    const std::string_view before = std::string_view(old).substr(0, begin);
    const std::string_view behind = std::string_view(old).substr(begin + fragment.text.size());
    return mutant.text.size() >= before.size() + behind.size() && mutant.text.starts_with(before) &&
           mutant.text.ends_with(behind);
  });
}

}  // namespace gonogo::testing_support

// `sha256sum --check SHA256SUMS` must work, too. It writes names with a backslash or a newline in a
// special way.
#include "app/sealing/folder_sums.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/error.h"
#include "core/text/text.h"
#include "fixtures/system/path_digest.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kDigits = 64;

std::string SumLine(const std::string& name, const std::string& digest) {
  std::string escaped;
  for (const char one : name) {
    if (one == '\\')
      escaped += "\\\\";
    else if (one == '\n')
      escaped += "\\n";
    else
      escaped += one;
  }
  return (escaped == name ? "" : "\\") + digest + "  " + escaped + "\n";
}

std::string Unescaped(std::string_view escaped) {
  std::string name;
  for (std::size_t i = 0; i < escaped.size(); ++i) {
    const bool is_escape = escaped[i] == '\\' && i + 1 < escaped.size();
    if (is_escape) ++i;
    name += is_escape && escaped[i] == 'n' ? '\n' : escaped[i];
  }
  return name;
}

bool IsDigest(std::string_view text) {
  return text.size() == kDigits && std::all_of(text.begin(), text.end(), [](char one) {
           return (one >= '0' && one <= '9') || (one >= 'a' && one <= 'f');
         });
}

// A name in the folder: no way leads out of it, and each file has one name.
bool IsInside(const fs::path& name) {
  return !name.empty() && name.is_relative() && name == name.lexically_normal() &&
         *name.begin() != ".." && *name.begin() != "." && name.has_filename();
}

void AddSum(const std::string& line, FileSums& sums) {
  const bool is_escaped = line.starts_with('\\');
  const std::string_view rest = std::string_view(line).substr(is_escaped ? 1 : 0);
  if (rest.size() <= kDigits + 2 || !IsDigest(rest.substr(0, kDigits)) ||
      rest.substr(kDigits, 2) != "  ") {
    throw PlanError("it isn't a SHA-256, two blanks and a name");
  }
  const std::string_view written = rest.substr(kDigits + 2);
  const std::string name = is_escaped ? Unescaped(written) : std::string(written);
  const std::string digest(rest.substr(0, kDigits));
  if (!IsInside(name))
    throw PlanError(fmt::format("the name {} leads out of the folder", Printable(name)));
  if (SumLine(name, digest) != line + "\n") throw PlanError("gonogo would write it otherwise");
  if (!sums.empty() && sums.rbegin()->first >= name) {
    throw PlanError(fmt::format("{} is named twice or out of order", Printable(name)));
  }
  sums.emplace(name, digest);
}

}  // namespace

FileSums SumsOf(const fs::path& folder) {
  FileSums sums;
  for (auto entry = fs::recursive_directory_iterator(folder); entry != fs::end(entry); ++entry) {
    const std::string name = entry->path().lexically_relative(folder).string();
    if (entry->is_directory()) {
      if (name == kSignaturesFolder) entry.disable_recursion_pending();
    } else if (name != kSumsFile) {
      sums.emplace(name, PathDigest(entry->path()));
    }
  }
  return sums;
}

std::string SumsText(const FileSums& sums) {
  std::string text;
  for (const auto& [name, digest] : sums) text += SumLine(name, digest);
  return text;
}

FileSums ParseSums(std::string_view text) {
  FileSums sums;
  std::vector<std::string> lines = Split(std::string(text), '\n');
  if (!lines.back().empty())
    throw PlanError(fmt::format("{}: the last line is cut off", kSumsFile));
  lines.pop_back();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    try {
      AddSum(lines[i], sums);
    } catch (const PlanError& error) {
      throw PlanError(fmt::format("{}:{}: {}", kSumsFile, i + 1, error.what()));
    }
  }
  return sums;
}

}  // namespace gonogo

#include "app/shard/set_folder.h"

#include <fmt/format.h>

#include "core/error.h"
#include "core/plan/shown_command.h"
#include "core/text/digest.h"
#include "fixtures/system/text_file.h"

namespace gonogo {
namespace fs = std::filesystem;

std::string ShardCommand(const SetFolder& in, const std::string& words,
                         const std::string& plan_words) {
  return fmt::format("gonogo shard {} --set {}{}", words, ShellWord(in.folder.string()),
                     plan_words);
}

SetFolder WriteSet(const fs::path& folder, ShardSet set) {
  const fs::path file = folder / kShardSetFile;
  if (fs::exists(file)) {
    throw PlanError(file.string() +
                    " is there already: remove its folder, or name a new one with --set");
  }
  const std::string text = ToText(ToJson(set), 1) + "\n";
  WriteTextFile(file, text);
  return {folder, Sha256(text), std::move(set)};
}

SetFolder ReadSet(const fs::path& folder) {
  const fs::path file = folder / kShardSetFile;
  if (!fs::exists(file)) {
    throw PlanError(file.string() +
                    " doesn't exist: gonogo shard plan writes it. --set names its folder");
  }
  const std::string text = ReadTextFile(file);
  return {folder, Sha256(text), ParseShardSet(text, file.string())};
}

}  // namespace gonogo

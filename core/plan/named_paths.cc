// Walks through arguments and the table of their parameters side by side.
#include "core/plan/named_paths.h"

#include <algorithm>
#include <filesystem>
#include <string_view>

#include "core/plan/gate.h"
#include "core/plan/plan_keys.h"
#include "core/plan/stage_command.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

class PathFinder {
 public:
  explicit PathFinder(std::string by) : by_(std::move(by)) {}

  void FindIn(const Json& values, const std::vector<Parameter>& parameters) {
    for (const Parameter& parameter : parameters) {
      if (values.contains(parameter.name)) Find(values.at(parameter.name), parameter);
    }
  }

  // A program's own files, unless the plan lists them: its words may name them.
  void GuessIn(const StageCommand& command) {
    if (command.kind != CommandKind::kProgram || command.arguments.Has("files")) return;
    const fs::path folder = command.arguments.Text("folder");
    for (const char* key : {"words", "rehearsal_words"}) {
      for (const std::string& text : command.arguments.Texts(key)) {
        for (const std::string& word : WordsRead(text)) Guess(folder, word);
      }
    }
  }

  std::vector<NamedPath> Found() && { return std::move(found_); }

 private:
  void Find(const Json& value, const Parameter& parameter) {
    switch (parameter.kind) {
      case Kind::kPath:
        if (!parameter.is_written) Add(value);
        break;
      case Kind::kPathList:
        for (const Json& path : value) {
          if (!parameter.is_written) Add(path);
        }
        break;
      case Kind::kObject:
        FindIn(value, parameter.fields);
        break;
      case Kind::kObjectList:
      case Kind::kObjectMap:
        for (const Json& member : value) FindIn(member, parameter.fields);
        break;
      default:
        break;
    }
  }

  void Add(const Json& path) { found_.push_back({.by = by_, .path = path}); }

  // The system's own programs differ from host to host.
  void Guess(const fs::path& folder, const std::string& word) {
    for (const char* system : {"/usr/", "/bin/", "/sbin/", "/lib", "/dev/", "/proc/"}) {
      if (word.starts_with(system)) return;
    }
    found_.push_back(
        {.by = by_, .path = (folder / word).lexically_normal().string(), .is_guess = true});
  }

  std::string by_;
  std::vector<NamedPath> found_;
};

}  // namespace

std::vector<NamedPath> PathsNamedBy(const Check& check) {
  PathFinder finder("check " + check.id);
  finder.FindIn(check.arguments.values(), check.gate->parameters);
  return std::move(finder).Found();
}

std::vector<NamedPath> PathsNamedBy(const Stage& stage, const Arguments& arguments) {
  PathFinder finder("stage " + PhaseName(stage.phase));
  finder.FindIn(arguments.values(), stage.parameters);
  finder.FindIn(arguments.values(), StageKeys());
  for (const StageCommand& command : StageCommandsOf(arguments)) finder.GuessIn(command);
  return std::move(finder).Found();
}

std::vector<std::string> WordsRead(const std::string& command) {
  static constexpr std::string_view kBetween = " \t\n'\"`=;&|<>(),:";
  std::vector<std::string> words;
  std::size_t last_end = 0;
  for (std::size_t at = command.find_first_not_of(kBetween); at != std::string::npos;
       at = command.find_first_not_of(kBetween, last_end)) {
    const bool is_output = command.substr(last_end, at - last_end).find('>') != std::string::npos;
    last_end = std::min(command.find_first_of(kBetween, at), command.size());
    if (!is_output) words.push_back(command.substr(at, last_end - at));
  }
  return words;
}

}  // namespace gonogo

// Walks through arguments and the table of their parameters side by side.
#include "core/plan/named_paths.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <set>
#include <string_view>

#include "core/json/json.h"
#include "core/plan/gate.h"
#include "core/plan/reading/plan_keys.h"
#include "core/plan/stage_command.h"
#include "core/text/digest.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

// Calls visit(path, parameter) for each path among the values.
template <typename Values, typename Visit>
void VisitPaths(Values& values, const std::vector<Parameter>& parameters, const Visit& visit) {
  for (const Parameter& parameter : parameters) {
    if (!values.contains(parameter.name)) continue;
    auto& value = values.at(parameter.name);
    if (parameter.kind == Kind::kPath) {
      visit(value, parameter);
    } else if (parameter.kind == Kind::kPathList) {
      for (auto& path : value) visit(path, parameter);
    } else if (parameter.kind == Kind::kObject) {
      VisitPaths(value, parameter.fields, visit);
    } else if (parameter.kind == Kind::kObjectList || parameter.kind == Kind::kObjectMap) {
      for (auto& member : value) VisitPaths(member, parameter.fields, visit);
    }
  }
}

// Returns a path that is written as the plan's folder has it, or else from the root.
std::string FromFolder(const std::string& path, const fs::path& folder) {
  const fs::path absolute = fs::absolute(path).lexically_normal();
  const fs::path relative = absolute.lexically_relative(fs::absolute(folder).lexically_normal());
  const bool is_inside = !relative.empty() && *relative.begin() != "..";
  return (is_inside ? relative : absolute).string();
}

Json Portable(Json values, const std::vector<Parameter>& parameters, const fs::path& folder) {
  VisitPaths(values, parameters, [&](Json& path, const Parameter& parameter) {
    path = parameter.is_written ? FromFolder(path, folder) : "";
  });
  return values;
}

// A plan may be named without its folder, as "plan.json".
fs::path FolderOf(const std::string& plan_file) { return fs::absolute(plan_file).parent_path(); }

// Returns the name in "$DIR" or "${DIR}".
std::string NameOfVariable(const std::string& variable) {
  return variable[1] == '{' ? variable.substr(2, variable.size() - 3) : variable.substr(1);
}

// Replaces the variables that the program gets. Others stay as they are.
std::string Expanded(std::string word, const Arguments& program, const Environment& environment) {
  std::vector<std::string> given = program.Texts("environment");
  given.emplace_back("HOME");
  for (std::string variable = VariableIn(word); !variable.empty(); variable = VariableIn(word)) {
    const std::string name = NameOfVariable(variable);
    const auto value = environment.find(name);
    const bool is_given = std::ranges::find(given, name) != given.end();
    if (!is_given || value == environment.end()) break;
    word.replace(word.find(variable), variable.size(), value->second);
  }
  return word;
}

class PathFinder {
 public:
  explicit PathFinder(std::string by) : by_(std::move(by)) {}

  void FindIn(const Json& values, const std::vector<Parameter>& parameters) {
    VisitPaths(values, parameters, [this](const Json& path, const Parameter& parameter) {
      if (!parameter.is_written) found_.push_back({.by = by_, .path = path});
    });
  }

  // A program's own files, unless the plan lists them: its words may name them.
  void GuessIn(const Arguments& program, const Environment& environment) {
    if (program.Has("files")) return;
    const fs::path folder = program.Text("folder");
    for (const char* key : {"words", "rehearsal_words"}) {
      if (!program.Has(key)) continue;
      for (const std::string& text : program.Texts(key)) {
        for (const std::string& word : WordsRead(text)) {
          Guess(folder, word, Expanded(word, program, environment));
        }
      }
    }
  }

  std::vector<NamedPath> Found() && { return std::move(found_); }

 private:
  // The system's own programs differ from host to host. A word may begin with an option: -fx.sql,
  // @x.json.
  void Guess(const fs::path& folder, const std::string& written, const std::string& word) {
    for (const char* system : {"/usr/bin/", "/usr/sbin/", "/usr/lib", "/usr/local/", "/usr/share/",
                               "/bin/", "/sbin/", "/lib/", "/lib64/", "/dev/", "/proc/", "/sys/"}) {
      if (word.starts_with(system)) return;
    }
    if (word.starts_with('@')) Guess(folder, written, word.substr(1));
    if (word.size() > 2 && word.starts_with('-')) Guess(folder, written, word.substr(2));
    found_.push_back({.by = by_,
                      .path = (folder / word).lexically_normal().string(),
                      .is_guess = true,
                      .word = written,
                      .folder = folder.string()});
  }

  std::string by_;
  std::vector<NamedPath> found_;
};

}  // namespace

std::vector<NamedPath> PathsNamedBy(const Check& check, const Environment& environment) {
  PathFinder finder("check " + check.id);
  finder.FindIn(check.arguments.values(), check.gate->parameters);
  // Of the gate `command`, which runs a program as a stage does.
  if (check.arguments.Has("words")) finder.GuessIn(check.arguments, environment);
  return std::move(finder).Found();
}

std::vector<NamedPath> PathsNamedBy(const Stage& stage, const Arguments& arguments,
                                    const Environment& environment) {
  PathFinder finder("stage " + PhaseName(stage.phase));
  finder.FindIn(arguments.values(), stage.parameters);
  finder.FindIn(arguments.values(), StageKeys());
  std::vector<StageCommand> commands = StageCommandsOf(arguments);
  const Undo undo = UndoOf(arguments);
  commands.insert(commands.end(), undo.commands.begin(), undo.commands.end());
  for (const StageCommand& command : commands) {
    if (command.kind == CommandKind::kProgram) finder.GuessIn(command.arguments, environment);
  }
  return std::move(finder).Found();
}

Json PortableArguments(const Check& check, const std::string& plan_file) {
  return Portable(check.arguments.values(), check.gate->parameters, FolderOf(plan_file));
}

Json PortableArguments(const Stage& stage, const Arguments& arguments,
                       const std::string& plan_file) {
  const fs::path folder = FolderOf(plan_file);
  return Portable(Portable(arguments.values(), stage.parameters, folder), StageKeys(), folder);
}

std::string ArgumentsDigest(const Plan& plan, std::span<const DeclaredCase> declared) {
  std::set<std::string> checks;
  for (const DeclaredCase& one : declared) checks.insert(one.check);
  std::string text;
  for (const std::string& id : checks) {
    text += id + " " + ToText(PortableArguments(plan.CheckNamed(id), plan.file)) + "\n";
  }
  return Sha256(text);
}

std::string VariableIn(const std::string& text) {
  constexpr std::string_view kName =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_0123456789";
  for (std::size_t at = text.find('$'); at != std::string::npos; at = text.find('$', at + 1)) {
    const bool has_braces = text.substr(at + 1, 1) == "{";
    const std::size_t begin = at + (has_braces ? 2 : 1);
    const std::size_t end = std::min(text.find_first_not_of(kName, begin), text.size());
    const bool is_name = end > begin && std::isdigit(static_cast<unsigned char>(text[begin])) == 0;
    const bool is_closed = !has_braces || text.substr(end, 1) == "}";
    if (is_name && is_closed) return text.substr(at, end - at + (has_braces ? 1 : 0));
  }
  return "";
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

// The scripts for the shells: each passes the words to `gonogo complete` and shows its answer.
#include <map>

#include "app/cli/completion.h"

namespace gonogo {
namespace {

constexpr const char* kBash = R"(# Completion of gonogo for bash, by `gonogo docs completion bash`.
_gonogo() {
  local line
  COMPREPLY=()
  while IFS= read -r line; do
    case $line in
      :files) compopt -o default ;;
      :folders) compopt -o dirnames ;;
      *) COMPREPLY+=("${line%%$'\t'*}") ;;
    esac
  done < <("${COMP_WORDS[0]}" complete "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _gonogo gonogo
)";

constexpr const char* kZsh = R"(#compdef gonogo
# Completion of gonogo for zsh, by `gonogo docs completion zsh`.
_gonogo() {
  local line paths=
  local -a candidates
  for line in "${(@f)$("${words[1]}" complete "${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
    case $line in
      :files) paths=files ;;
      :folders) paths=folders ;;
      *$'\t'*) candidates+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}") ;;
      ?*) candidates+=("${line//:/\\:}") ;;
    esac
  done
  [[ $paths == files ]] && _files
  [[ $paths == folders ]] && _files -/
  (( $#candidates )) && _describe gonogo candidates
}
if [[ ${funcstack[1]} == _gonogo ]]; then _gonogo; else compdef _gonogo gonogo; fi
)";

constexpr const char* kFish = R"(# Completion of gonogo for fish, by `gonogo docs completion fish`.
function __gonogo_complete
    set -l words (commandline -opc)
    set -l typed (commandline -ct)
    for line in ($words[1] complete $words[2..-1] "$typed" 2>/dev/null)
        switch $line
            case :files
                __fish_complete_path $typed
            case :folders
                __fish_complete_directories $typed
            case '*'
                echo $line
        end
    end
end
complete -c gonogo -f -a '(__gonogo_complete)'
)";

const std::map<std::string, std::string>& Scripts() {
  static const std::map<std::string, std::string> scripts = {
      {"bash", kBash}, {"zsh", kZsh}, {"fish", kFish}};
  return scripts;
}

}  // namespace

std::vector<std::string> CompletionShells() {
  std::vector<std::string> names;
  for (const auto& [shell, script] : Scripts()) names.push_back(shell);
  return names;
}

std::string CompletionScript(const std::string& shell) { return Scripts().at(shell); }

}  // namespace gonogo

#include "app/cli/completion.h"

#include <algorithm>

#include "core/text/text.h"

namespace gonogo {
namespace {

using Words = std::vector<std::string>;

std::string LastWord(const std::string& name) { return name.substr(name.rfind(' ') + 1); }

const OptionFacts* OptionNamed(const CommandFacts& command, const std::string& name) {
  for (const OptionFacts& option : command.options) {
    if (std::find(option.names.begin(), option.names.end(), name) != option.names.end()) {
      return &option;
    }
  }
  return nullptr;
}

// Where the word to complete stands.
struct Place {
  const CommandFacts* command;
  const OptionFacts* option = nullptr;  // whose value it is
  std::size_t positionals = 0;          // that stand before it
};

void Advance(Place& place, const std::string& word) {
  if (place.option != nullptr) {
    place.option = nullptr;  // its value
    return;
  }
  if (word.starts_with('-')) {
    const OptionFacts* const option = OptionNamed(*place.command, word);
    if (option != nullptr && !option->value.empty()) place.option = option;
    return;
  }
  for (const CommandFacts& below : place.command->commands) {
    if (LastWord(below.name) != word) continue;
    place.command = &below;
    return;
  }
  ++place.positionals;
}

// Returns the positional with that number; a repeatable one has all that follow.
const OptionFacts* PositionalAt(const CommandFacts& command, std::size_t number) {
  for (const OptionFacts& option : command.options) {
    if (!option.positional) continue;
    if (number == 0 || option.repeatable) return &option;
    --number;
  }
  return nullptr;
}

void OfferValue(const OptionFacts& option, const Words& words, const OfferNames& names,
                Completion& completion) {
  if (option.value == "FILE") completion.paths = Paths::kFiles;
  if (option.value == "DIR") completion.paths = Paths::kFolders;
  for (const std::string& choice : option.choices) completion.candidates.push_back({choice, ""});
  for (Candidate& one : names(option.value, words)) completion.candidates.push_back(std::move(one));
}

void OfferCommandsAndPositionals(const Place& place, const Words& words, const OfferNames& names,
                                 Completion& completion) {
  for (const CommandFacts& below : place.command->commands) {
    completion.candidates.push_back({LastWord(below.name), below.description});
  }
  if (const OptionFacts* const option = PositionalAt(*place.command, place.positionals)) {
    OfferValue(*option, words, names, completion);
  }
}

void OfferOptions(const CommandFacts& command, Completion& completion) {
  for (const OptionFacts& option : command.options) {
    for (const std::string& name : option.names) {
      if (name.starts_with("--")) completion.candidates.push_back({name, option.description});
    }
  }
}

// "--plan=x" is "--plan" and "x". bash gives it as three words, other shells as one.
Words WithoutEqualsSigns(const Words& given) {
  Words words;
  for (std::size_t i = 0; i < given.size(); ++i) {
    const std::string& word = given[i];
    const bool is_last = i + 1 == given.size();
    const std::size_t equals = word.starts_with("--") && !is_last ? word.find('=') : word.npos;
    if (word == "=") {
      if (is_last) words.emplace_back();
    } else if (equals != word.npos) {
      words.push_back(word.substr(0, equals));
      words.push_back(word.substr(equals + 1));
    } else {
      words.push_back(word);
    }
  }
  return words;
}

}  // namespace

Completion CompletionOf(const CommandFacts& gonogo, const Words& given, const OfferNames& names) {
  Words words = WithoutEqualsSigns(given);
  const std::string typed = words.empty() ? "" : words.back();
  if (!words.empty()) words.pop_back();
  Place place{&gonogo};
  for (const std::string& word : words) Advance(place, word);
  Completion completion;
  if (place.option != nullptr) {
    OfferValue(*place.option, words, names, completion);
  } else if (typed.starts_with('-')) {
    OfferOptions(*place.command, completion);
  } else {
    OfferCommandsAndPositionals(place, words, names, completion);
  }
  std::erase_if(completion.candidates,
                [&](const Candidate& one) { return !one.word.starts_with(typed); });
  return completion;
}

std::string LinesOf(const Completion& completion) {
  std::string lines;
  for (const Candidate& one : completion.candidates) {
    lines += one.word + (one.description.empty() ? "" : "\t" + one.description) + "\n";
  }
  if (completion.paths == Paths::kFiles) lines += ":files\n";
  if (completion.paths == Paths::kFolders) lines += ":folders\n";
  return lines;
}

}  // namespace gonogo

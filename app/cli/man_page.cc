// Writes the macros of man(7). The page has no date, so that the same program writes the same page.
#include "app/cli/man_page.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/text/text.h"

namespace gonogo {
namespace {

// Returns the text with what roff would take for its own: backslashes, hyphens (which people copy
// from options), and a dot or quote at the start of a line.
std::string Roff(const std::string& text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '\\') {
      escaped += "\\e";
    } else if (c == '-') {
      escaped += "\\-";
    } else if ((c == '.' || c == '\'') && (escaped.empty() || escaped.back() == '\n')) {
      escaped += std::string("\\&") + c;
    } else {
      escaped += c;
    }
  }
  return escaped;
}

std::string Bold(const std::string& text) { return "\\fB" + Roff(text) + "\\fR"; }
std::string Italic(const std::string& text) { return "\\fI" + Roff(text) + "\\fR"; }

std::string Section(const std::string& title, const std::string& text) {
  return text.empty() ? "" : fmt::format(".SH {}\n{}", title, text);
}

std::string Synopsis(const CommandFacts& command) {
  std::string text = Bold(command.name);
  const auto is_option = [](const OptionFacts& option) { return !option.positional; };
  if (std::any_of(command.options.begin(), command.options.end(), is_option)) {
    text += " [" + Italic("OPTION") + "]...";
  }
  for (const OptionFacts& option : command.options) {
    if (!option.positional) continue;
    const std::string dots = option.repeatable ? "..." : "";
    const std::string name = Italic(option.value);
    text += option.required ? " " + name + dots : " [" + name + "]" + dots;
  }
  if (!command.commands.empty()) text += " " + Italic("COMMAND");
  return text + "\n";
}

std::string Heading(const OptionFacts& option) {
  if (option.positional) return Italic(option.value);
  std::vector<std::string> names;
  for (const std::string& name : option.names) names.push_back(Bold(name));
  return Join(names, ", ") + (option.value.empty() ? "" : " " + Italic(option.value));
}

std::string Options(const CommandFacts& command, bool positional) {
  std::string text;
  for (const OptionFacts& option : command.options) {
    if (option.positional != positional) continue;
    text += fmt::format(".TP\n{}\n{}\n", Heading(option), Roff(option.description));
    if (!option.choices.empty()) {
      text += fmt::format("(one of {})\n", Roff(Join(option.choices, ", ")));
    }
    if (!option.variable.empty()) {
      text += fmt::format("(also: the variable {})\n", Bold(option.variable));
    }
  }
  return text;
}

std::string Commands(const CommandFacts& command) {
  std::string text;
  for (const CommandFacts& below : command.commands) {
    text += fmt::format(".TP\n{}\n{}\n", Bold(below.name), Roff(below.description));
  }
  return text;
}

// The examples and the exit statuses, as the help page has them.
std::string Footer(const CommandFacts& command) {
  std::string text;
  std::string examples;
  for (const std::string& line : Split(command.footer, '\n')) {
    if (line.empty() || line == "Examples:") continue;
    if (line.starts_with("  ")) {
      examples += Roff(line.substr(2)) + "\n";
    } else if (line.starts_with("Exit status: ")) {
      text += Section("EXIT STATUS", Roff(line.substr(line.find(':') + 2)) + "\n");
    } else {
      text += Section("NOTES", Roff(line) + "\n");
    }
  }
  return Section("EXAMPLES", examples.empty() ? "" : ".nf\n" + examples + ".fi\n") + text;
}

std::string SeeAlso(const CommandFacts& command) {
  std::vector<std::string> pages;
  for (const CommandFacts& below : command.commands) pages.push_back(ManPageName(below));
  const std::size_t last = command.name.rfind(' ');
  if (last != std::string::npos) {
    pages.push_back(ManPageName({.name = command.name.substr(0, last)}));
  }
  for (std::string& page : pages) page = Bold(page) + "(1)";
  return Join(pages, ", ") + "\n";
}

}  // namespace

std::string ManPageName(const CommandFacts& command) {
  std::string name = command.name;
  std::replace(name.begin(), name.end(), ' ', '-');
  return name;
}

std::string ManPage(const CommandFacts& command, const std::string& version) {
  const std::string name = ManPageName(command);
  std::string title = name;
  std::transform(title.begin(), title.end(), title.begin(), ::toupper);
  return fmt::format(".TH {} 1 \"\" \"{}\" \"User Commands\"\n", title, Roff(version)) +
         Section("NAME", fmt::format("{} \\- {}\n", Roff(name), Roff(command.description))) +
         Section("SYNOPSIS", Synopsis(command)) + Section("ARGUMENTS", Options(command, true)) +
         Section("OPTIONS", Options(command, false)) + Section("COMMANDS", Commands(command)) +
         Footer(command) + Section("SEE ALSO", SeeAlso(command));
}

}  // namespace gonogo

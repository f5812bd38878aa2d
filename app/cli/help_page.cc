#include "app/cli/help_page.h"

#include <fmt/format.h>

#include <memory>

#include "core/text/text.h"
#include "core/text/wrapped.h"

namespace gonogo {
namespace {

constexpr std::size_t kSecondColumn = 28;

std::string InTwoColumns(const std::string& left, const std::string& right) {
  const bool fits = left.size() + 4 <= kSecondColumn;
  const std::string gap = fits ? std::string(kSecondColumn - 2 - left.size(), ' ')
                               : "\n" + std::string(kSecondColumn, ' ');
  return "  " + left + gap + Wrapped(right, kSecondColumn, kSecondColumn) + "\n";
}

class HelpPage : public CLI::Formatter {
 public:
  std::string make_option(const CLI::Option* option, bool is_positional) const override {
    return InTwoColumns(make_option_name(option, is_positional) + make_option_opts(option),
                        make_option_desc(option));
  }

  std::string make_subcommand(const CLI::App* command) const override {
    return InTwoColumns(command->get_name(), command->get_description());
  }

  std::string make_description(const CLI::App* app) const override {
    return Wrapped(CLI::Formatter::make_description(app), 0, 0);
  }

  // Versions of CLI11 differ in the empty lines before a footer, so the page is put together here.
  std::string make_help(const CLI::App* app, std::string name,
                        CLI::AppFormatMode mode) const override {
    std::string page = CLI::Formatter::make_help(app, std::move(name), mode);
    while (page.ends_with('\n')) page.pop_back();
    return page + "\n\n" + FooterOf(*app);
  }

  std::string make_footer(const CLI::App*) const override { return ""; }

 private:
  static std::string FooterOf(const CLI::App& app) {
    std::vector<std::string> lines;
    for (const std::string& line : Split(app.get_footer(), '\n')) {
      lines.push_back(line.starts_with(' ') ? line : Wrapped(line, 0, 0));
    }
    return Join(lines, "\n") + "\n";
  }
};

}  // namespace

void AddExamples(CLI::App& command, const std::vector<std::string>& examples) {
  command.footer(
      fmt::format("Examples:\n  {}\n\n{}", Join(examples, "\n  "), command.get_footer()));
}

void UseHelpPages(CLI::App& app) { app.formatter(std::make_shared<HelpPage>()); }

}  // namespace gonogo

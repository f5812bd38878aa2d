// gonogo providers: lists the providers of managed servers that gonogo knows.
#include <iostream>
#include <memory>

#include "app/cli/help_page.h"
#include "app/commands/commands.h"
#include "core/values/provider.h"
#include "reporters/pages/providers_page.h"

namespace gonogo {

void AddProviders(CLI::App& app, int& status) {
  CLI::App* const command =
      app.add_subcommand("providers", "list the providers of managed servers that gonogo knows");
  const auto markdown = std::make_shared<bool>(false);
  command->add_flag("--markdown", *markdown, "print docs/providers.md");
  AddExamples(*command, {"gonogo providers", "gonogo providers --markdown"});
  command->callback([markdown, &status] {
    std::cout << (*markdown ? ProvidersMarkdown(Providers()) : ProvidersText(Providers()));
    status = 0;
  });
}

}  // namespace gonogo

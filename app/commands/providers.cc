// gonogo providers: lists the providers of managed servers that gonogo knows.
#include <iostream>

#include "app/cli/help_page.h"
#include "app/commands/commands.h"
#include "core/values/provider.h"
#include "reporters/pages/providers_page.h"

namespace gonogo {

void AddProviders(CLI::App& app, int& status) {
  CLI::App* const command =
      app.add_subcommand("providers", "list the providers of managed servers that gonogo knows");
  AddExamples(*command, {"gonogo providers", "gonogo providers | less"});
  command->callback([&status] {
    std::cout << ProvidersText(Providers());
    status = 0;
  });
}

}  // namespace gonogo

// A list per provider, because most have few entries.
#include "reporters/pages/providers_page.h"

#include <fmt/format.h>

#include "core/text/text.h"

namespace gonogo {
namespace {

constexpr const char* kIntroduction = R"(# Facts about providers

Written by `gonogo docs pages` from sql/providers/. [Managed servers](../providers.md) says what gonogo does with
these facts.
)";

using Texts = std::vector<std::string>;

void Add(std::string& page, const std::string& title, const Texts& texts) {
  if (texts.empty()) return;
  Texts quoted;
  for (const std::string& text : texts) quoted.push_back("`" + text + "`");
  page += fmt::format("- {}: {}\n", title, Join(quoted, ", "));
}

std::string Section(const Provider& provider) {
  std::string page =
      fmt::format("\n## {}\n\n\"provider\": \"{}\"\n\n", provider.title, provider.name);
  Texts markers;
  for (const ProviderMarker& marker : provider.markers) {
    markers.push_back(marker.kind + " " + marker.name);
  }
  Texts settings;
  for (const auto& [name, value] : provider.settings) settings.push_back(name + " = " + value);
  Texts poolers;
  for (const ProviderPooler& pooler : provider.poolers) {
    poolers.push_back(pooler.port + " " + pooler.mode);
  }
  Add(page, "Known by", markers);
  Add(page, "Roles that users can't become", provider.own);
  Add(page, "Roles of users, with names of its own", provider.logins);
  Add(page, "Other roles of a new server", provider.given);
  Add(page, "Schemas of a new server", provider.schemas);
  Add(page, "Other objects of a new server", provider.objects);
  Add(page, "Tables of its services with rows of users", provider.rows);
  Add(page, "Settings", settings);
  Add(page, "Role attributes that users can't give", provider.attributes);
  Add(page, "Roles that anybody can use", provider.exposed);
  if (!provider.extensions_schema.empty()) {
    Add(page, "Extensions are in schema", {provider.extensions_schema});
  }
  if (provider.may_create_event_triggers) page += "- Users may create event triggers\n";
  Add(page, "Ports", poolers);
  for (const std::string& source : provider.sources) page += "- Source: " + source + "\n";
  return page;
}

}  // namespace

std::string ProvidersText(const std::vector<Provider>& providers) {
  std::string text;
  for (const Provider& provider : providers) {
    text += fmt::format("{:<14}{}\n", provider.name, provider.title);
  }
  return text;
}

std::string ProvidersMarkdown(const std::vector<Provider>& providers) {
  std::string page = kIntroduction;
  for (const Provider& provider : providers) page += Section(provider);
  return page;
}

}  // namespace gonogo

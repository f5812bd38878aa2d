// A list per provider, because most have few entries.
#include "reporters/pages/providers_page.h"

#include <fmt/format.h>

#include "core/text/text.h"

namespace gonogo {
namespace {

constexpr const char* kIntroduction = R"(# Managed servers

A managed server has roles, schemas, settings and other objects of its provider. They aren't a result of the
migration. gonogo knows whose server a side is, leaves out what is the provider's, and counts it by reason in the
notes of the evidence.

- `gonogo plan discover --target URL` writes the provider of each side and the extensions that moved to the
  provider's own schema for them, or to one of search_path, into the plan: `"connections": {"target": {"provider": "supabase", ...}}` and `"extensions": {"citext":
  "extensions"}`. Without the key gonogo asks the server's catalogue, in one statement. `"provider": "none"`
  switches this off. A server on which gonogo's role is a superuser is nobody's, unless the plan says otherwise.
  A plan's provider of which the server has no mark is an error of every check and stage that asks; in a rehearsal
  the plain servers are nobody's.
- If both sides have the same provider, every difference counts, because the provider made both alike. Only the
  schemas that its own roles own are left out, because its services have versions. Gate `provider_tables`
  compares what users created there: triggers, policies, row security, foreign keys, privileges; those of the roles of
  an API (anon, authenticated, service_role), to which the provider grants too, are advisory. Default privileges of
  roles that users can't become aren't compared. Gate `provider_rows`
  compares users' rows there, in the columns that both sides have.
- Otherwise an object counts as the provider's if only one side has it and it is listed here, or if a role that
  users can't become owns it. What both sides have is compared. A privilege of a listed role is left out if the
  other side has no such role.
- A role that was a superuser needs on the target a membership in the provider's role for that, or the privilege to
  read and write all tables; a role with REPLICATION needs such a membership. Otherwise gate `roles` says so.
- A provider may open new tables to roles that anybody can use. Gate `grants` counts such tables without row
  security, in an advisory finding.
- Stage `schema` with `"method": "dump"` leaves out what the target's role may not create: comments on
  extensions, event triggers unless the list says so, and what the server has already. It prints each, and the
  SQL file in the evidence begins with the list.

To add a provider, write `sql/providers/NAME.txt`. Each line is a word and a value:

| word | value |
|---|---|
| `title` | what people call it |
| `like` | another file, from which it takes everything but the markers |
| `marker` | what only its servers have: `role`, `function` (of pg_catalog) or `setting`, and the name |
| `own` | a role that users can't become |
| `common` | one whose name other servers' roles have, too: it counts only where a marker is, or as a superuser that owns nothing |
| `login` | a role that is given to users, whose name no other server has |
| `given` | another role that a new server has |
| `schema` | a schema that a new server has |
| `object` | another object that a new server has |
| `rows` | a table of its services that holds rows of users |
| `setting` | a setting and its value, if it differs from PostgreSQL's |
| `attribute` | an attribute of roles that users can't give |
| `may` | `create event triggers`: users may, though they aren't superusers |
| `exposed` | a given role that anybody can use |
| `extensions` | the schema in which it has its extensions |
| `pooler` | a port and what answers there: `session` or `transaction` |
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

// A family of very many gates has two pages: what each table has, and what the database has.
#include "reporters/pages/gates_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "core/text/text.h"
#include "reporters/pages/gates_page.h"
#include "reporters/pages/markdown.h"
#include "reporters/pages/parameter_text.h"

namespace gonogo {
namespace {

constexpr std::size_t kManyGates = 15;

constexpr const char* kIndexIntroduction = R"(# Gates

Written by `gonogo docs pages`; change the gates, not this page.

A gate is a kind of check. Each check of a [plan](plan.md) has an `id`, a `gate`, its `phases`, a `severity`
(`required` or `advisory`) and the gate's parameters. A parameter that is a text, a number or a boolean can come
from the environment: `{"env": "NAME", "default": ...}`; a variable that is unset or empty gives the default.

[sql/grants/gonogo.sql](../sql/grants/gonogo.sql) creates a role for all gates that only read. `gonogo gates NAME`
describes one gate on a terminal. [Hazards](gates/hazards.md) says which gates see what can go wrong.
)";

struct FamilyPage {
  std::string family;
  std::string title;
  std::string file;
  std::string description;
  std::vector<Gate> gates;
};

bool IsAboutRelations(const Gate& gate) {
  return std::any_of(gate.parameters.begin(), gate.parameters.end(),
                     [](const Parameter& parameter) { return parameter.name == "relations"; });
}

std::vector<FamilyPage> PagesOf(const std::string& family, const std::vector<Gate>& gates) {
  const std::string description = FamilyDescription(family);
  if (gates.size() <= kManyGates) {
    return {{family, family, "gates/" + family + ".md", description, gates}};
  }
  std::vector<Gate> of_relations;
  std::vector<Gate> of_databases;
  for (const Gate& gate : gates) {
    (IsAboutRelations(gate) ? of_relations : of_databases).push_back(gate);
  }
  return {{family, family + " of each table", "gates/" + family + "-tables.md", description,
           of_relations},
          {family, family + " of the database", "gates/" + family + "-database.md", description,
           of_databases}};
}

std::vector<FamilyPage> AllPages(std::span<const Gate> gates) {
  std::vector<FamilyPage> pages;
  for (std::size_t i = 0; i < gates.size();) {
    const std::string& family = gates[i].family;
    std::vector<Gate> members;
    while (i < gates.size() && gates[i].family == family) members.push_back(gates[i++]);
    for (FamilyPage& page : PagesOf(family, members)) pages.push_back(std::move(page));
  }
  return pages;
}

std::string GateMarkdown(const Gate& gate) {
  return fmt::format(
      "\n## {}\n\n{}\n\nA finding means: {}\nWhat to do: {}\n\nDefault phases: {}. Role: {}.\n{}{}",
      gate.name, gate.summary, gate.meaning, gate.remedy, Join(PhaseNames(gate.phases), ", "),
      RoleText(gate.needs), gate.parameters.empty() ? "" : "\n",
      ParametersMarkdown(gate.parameters));
}

std::string FamilyMarkdown(const FamilyPage& page) {
  std::string text = fmt::format(
      "# Gates: {}\n\nWritten by `gonogo docs pages`. {} What checks have in common: "
      "[gates](../gates.md).\n",
      page.title, page.description);
  for (const Gate& gate : page.gates) text += GateMarkdown(gate);
  return text;
}

std::string IndexMarkdown(const std::vector<FamilyPage>& pages) {
  std::string text = kIndexIntroduction;
  std::string family;
  for (const FamilyPage& page : pages) {
    if (page.family != family) {
      text += fmt::format("\n## {}\n\n{}\n\n", page.family, page.description) +
              MarkdownTableHead({"gate", "what must be true"});
    }
    family = page.family;
    for (const Gate& gate : page.gates) {
      text += MarkdownRow({fmt::format("[{0}]({1}#{0})", gate.name, page.file), gate.summary});
    }
  }
  return text;
}

// Returns the gate's place among the pages, as seen from one of them.
std::string LinkTo(const std::string& gate, const std::vector<FamilyPage>& pages) {
  for (const FamilyPage& page : pages) {
    const bool is_here = std::any_of(page.gates.begin(), page.gates.end(),
                                     [&](const Gate& other) { return other.name == gate; });
    if (is_here) return fmt::format("[{0}](../{1}#{0})", gate, page.file);
  }
  return gate;
}

std::string HazardsMarkdown(std::span<const Hazard> hazards, const std::vector<FamilyPage>& pages) {
  std::string text =
      "# Hazards\n\nWritten by `gonogo docs pages`. What can go wrong when a PostgreSQL database "
      "is migrated, and the [gates](../gates.md)\nthat detect it. Each of them has a case that "
      "fails on it. gonogo finds no other hazards.\n\n" +
      MarkdownTableHead({"what can go wrong", "gates that detect it"});
  for (const Hazard& hazard : hazards) {
    std::vector<std::string> links;
    for (const std::string& gate : hazard.gates) links.push_back(LinkTo(gate, pages));
    text +=
        MarkdownRow({hazard.what, links.empty() ? "none. " + hazard.unseen : Join(links, ", ")});
  }
  return text;
}

}  // namespace

std::map<std::string, std::string> GatesPages(std::span<const Gate> gates,
                                              std::span<const Hazard> hazards) {
  const std::vector<FamilyPage> pages = AllPages(gates);
  std::map<std::string, std::string> texts = {
      {"gates.md", IndexMarkdown(pages)}, {"gates/hazards.md", HazardsMarkdown(hazards, pages)}};
  for (const FamilyPage& page : pages) texts[page.file] = FamilyMarkdown(page);
  return texts;
}

}  // namespace gonogo

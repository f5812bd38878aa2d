// A provider of managed PostgreSQL servers, and what of a server belongs to it.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gonogo {

// A file of sql/providers/. Each line is a word and its values; docs/providers.md explains them.
struct ProviderFile {
  std::string_view name;
  std::string_view text;
};

// Returns the files, which the build embeds.
std::span<const ProviderFile> ProviderFiles();

// What only a server of this provider has: a role, a function of pg_catalog or a setting.
struct ProviderMarker {
  std::string kind;
  std::string name;

  bool operator==(const ProviderMarker&) const = default;
};

struct ProviderPooler {
  std::string port;
  std::string mode;
};

struct Provider {
  std::string name;   // in plans: "supabase"
  std::string title;  // for people: "Supabase"
  std::vector<std::string> sources{};
  std::vector<ProviderMarker> markers{};  // one is enough
  std::vector<std::string> own{};         // roles that users can't become
  std::vector<std::string> logins{};      // roles given to users that no other server has
  std::vector<std::string> given{};       // other roles that a new server has
  std::vector<std::string> schemas{};     // that a new server has
  std::vector<std::string> objects{};     // that a new server has: "publication supabase_realtime"
  std::vector<std::string> rows{};        // its tables that hold rows of users
  std::map<std::string, std::string> settings{};  // that differ from PostgreSQL's
  std::vector<std::string> attributes{};          // of roles, that users can't give
  std::vector<std::string> exposed{};             // given roles that anybody can use
  std::string extensions_schema{};                // where it has its extensions; empty: no rule
  bool may_create_event_triggers = false;         // its users, who aren't superusers
  std::vector<ProviderPooler> poolers{};

  // Returns whether the role is among own, logins or given.
  bool HasRole(const std::string& role) const;
  // Returns whether users can't become the role.
  bool Owns(const std::string& role) const;
};

// Returns the providers by name. Throws std::logic_error if a file is wrong.
const std::vector<Provider>& Providers();

// Returns a file's provider, without what it takes from the provider of its line "like". Throws
// std::logic_error that names the line.
Provider ReadProvider(const ProviderFile& file, std::string& like);

// Returns the provider, or null if there is none of that name.
const Provider* FindProvider(const std::string& name);

// Returns what a plan's "provider" may be: the names, and "none".
std::vector<std::string> ProviderNames();

}  // namespace gonogo

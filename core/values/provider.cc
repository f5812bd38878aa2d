// Reads the files once.
#include "core/values/provider.h"

#include <algorithm>
#include <functional>
#include <stdexcept>

#include "core/text/text.h"

namespace gonogo {
namespace {

bool Contains(const std::vector<std::string>& texts, const std::string& text) {
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

// Splits at the first space. Throws std::logic_error if a part is missing.
std::pair<std::string, std::string> InTwo(const std::string& text) {
  const std::size_t space = text.find(' ');
  if (space == std::string::npos || space + 1 == text.size()) {
    throw std::logic_error("want two values: " + text);
  }
  return {text.substr(0, space), text.substr(space + 1)};
}

using Setter = std::function<void(const std::string&)>;

Setter AppendsTo(std::vector<std::string>& list) {
  return [&list](const std::string& value) { list.push_back(value); };
}

std::map<std::string, Setter> SettersOf(Provider& provider, std::string& like) {
  return {{"title", [&](const std::string& value) { provider.title = value; }},
          {"like", [&](const std::string& value) { like = value; }},
          {"extensions", [&](const std::string& value) { provider.extensions_schema = value; }},
          {"own", AppendsTo(provider.own)},
          {"common", AppendsTo(provider.own)},
          {"login", AppendsTo(provider.logins)},
          {"given", AppendsTo(provider.given)},
          {"schema", AppendsTo(provider.schemas)},
          {"object", AppendsTo(provider.objects)},
          {"rows", AppendsTo(provider.rows)},
          {"attribute", AppendsTo(provider.attributes)},
          {"exposed", AppendsTo(provider.exposed)},
          {"setting", [&](const std::string& value) { provider.settings.insert(InTwo(value)); }},
          {"may",
           [&](const std::string& value) {
             if (value != "create event triggers") throw std::logic_error("may what? " + value);
             provider.may_create_event_triggers = true;
           }},
          {"marker",
           [&](const std::string& value) {
             const auto [kind, name] = InTwo(value);
             provider.markers.push_back({kind, name});
           }},
          {"pooler", [&](const std::string& value) {
             const auto [port, mode] = InTwo(value);
             provider.poolers.push_back({port, mode});
           }}};
}

void TakeFrom(const Provider& other, Provider& provider) {
  provider.own = other.own;
  provider.logins = other.logins;
  provider.given = other.given;
  provider.schemas = other.schemas;
  provider.objects = other.objects;
  provider.settings = other.settings;
  provider.attributes = other.attributes;
}

std::vector<Provider> ReadProviders() {
  std::vector<Provider> providers;
  std::map<std::string, std::string> likes;
  for (const ProviderFile& file : ProviderFiles()) {
    std::string like;
    providers.push_back(ReadProvider(file, like));
    if (!like.empty()) likes[std::string(file.name)] = like;
  }
  for (Provider& provider : providers) {
    const auto like = likes.find(provider.name);
    if (like == likes.end()) continue;
    const auto other = std::ranges::find(providers, like->second, &Provider::name);
    if (other == providers.end()) throw std::logic_error("no provider " + like->second);
    TakeFrom(*other, provider);
  }
  return providers;
}

}  // namespace

bool Provider::HasRole(const std::string& role) const {
  return Owns(role) || Contains(logins, role) || Contains(given, role);
}

bool Provider::Owns(const std::string& role) const { return Contains(own, role); }

Provider ReadProvider(const ProviderFile& file, std::string& like) {
  Provider provider{.name = std::string(file.name), .title = {}};
  const auto setters = SettersOf(provider, like);
  for (const std::string& line : Split(std::string(file.text), '\n')) {
    if (line.starts_with("# https://")) provider.sources.push_back(line.substr(2));
    if (line.empty() || line.starts_with("#")) continue;
    const auto [word, value] = InTwo(line);
    const auto setter = setters.find(word);
    if (setter == setters.end()) {
      throw std::logic_error(provider.name + ".txt: unknown word: " + line);
    }
    setter->second(value);
  }
  if (provider.title.empty()) throw std::logic_error(provider.name + ".txt: title is missing");
  return provider;
}

const std::vector<Provider>& Providers() {
  static const std::vector<Provider> providers = ReadProviders();
  return providers;
}

const Provider* FindProvider(const std::string& name) {
  const auto found = std::ranges::find(Providers(), name, &Provider::name);
  return found == Providers().end() ? nullptr : &*found;
}

std::vector<std::string> ProviderNames() {
  std::vector<std::string> names;
  for (const Provider& provider : Providers()) names.push_back(provider.name);
  names.emplace_back("none");
  return names;
}

}  // namespace gonogo

// A variable's name says whether a short value is a secret: a port and `true` aren't.
#include "stages/steps/program_secrets.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>
#include <vector>

#include "core/error.h"
#include "core/text/secrets.h"
#include "core/text/text.h"
#include "fixtures/programs/program_words.h"
#include "fixtures/session/connection_string.h"
#include "fixtures/system/text_file.h"

namespace gonogo {
namespace {

bool NamesSecret(std::string name) {
  for (char& c : name) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
  constexpr std::array<std::string_view, 7> kWords = {"PASS", "SECRET", "TOKEN",     "KEY",
                                                      "PWD",  "CRED",   "PASSPHRASE"};
  return std::any_of(kWords.begin(), kWords.end(),
                     [&](std::string_view word) { return name.find(word) != std::string::npos; });
}

// The password of a URL of any kind, as it is written there. A raw @ may stand in it.
std::string PasswordOfUrl(const std::string& url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string::npos) return "";
  const std::string authority =
      url.substr(scheme + 3, url.find_first_of("?#", scheme) - scheme - 3);
  const std::size_t at = authority.rfind('@');
  const std::size_t colon = authority.find(':');
  if (at == std::string::npos || colon > at) return "";
  return authority.substr(colon + 1, at - colon - 1);
}

void AddConnectionString(const std::string& value, Secrets& secrets) {
  secrets.AddPassword(PasswordOfUrl(value));
  if (value.find('=') == std::string::npos && value.find("://") == std::string::npos) return;
  try {
    const ConnectionString parsed = ParseConnectionString(value, "value");
    for (const char* option : {"password", "sslpassword", "oauth_client_secret", "scram_client_key",
                               "scram_server_key"}) {
      secrets.AddPassword(parsed.Option(option));
    }
  } catch (const PlanError&) {
    // Not a connection string of a database.
  }
}

// A password file has lines HOST:PORT:DATABASE:USER:PASSWORD, in which \ escapes : and itself.
std::string PasswordOfLine(const std::string& line) {
  std::string field;
  int fields = 1;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\\' && i + 1 < line.size()) {
      field += line[++i];
    } else if (line[i] == ':' && fields < 5) {
      ++fields;
      field.clear();
    } else {
      field += line[i];
    }
  }
  return fields == 5 ? field : "";
}

std::vector<std::string> LinesOf(const std::filesystem::path& file) {
  std::error_code none;
  if (!std::filesystem::is_regular_file(file, none)) return {};
  try {
    return Split(ReadTextFile(file), '\n');
  } catch (const PlanError&) {
    return {};  // nor can the program read it
  }
}

std::filesystem::path FileOf(const Environment& environment, const char* variable,
                             const char* in_home) {
  if (const auto given = environment.find(variable); given != environment.end()) {
    return given->second;
  }
  const auto home = environment.find("HOME");
  return home == environment.end() ? "" : std::filesystem::path(home->second) / in_home;
}

void AddFiles(const Environment& environment, Secrets& secrets) {
  for (const std::string& line : LinesOf(FileOf(environment, "PGPASSFILE", ".pgpass"))) {
    if (!line.starts_with('#')) secrets.AddPassword(PasswordOfLine(line));
  }
  for (const std::string& line :
       LinesOf(FileOf(environment, "PGSERVICEFILE", ".pg_service.conf"))) {
    constexpr std::string_view kKey = "password=";
    if (Trim(line).starts_with(kKey)) {
      secrets.AddPassword(std::string(Trim(line).substr(kKey.size())));
    }
  }
}

Secrets SecretsOf(const Environment& environment) {
  Secrets secrets;
  for (const auto& [name, value] : environment) {
    if (name == "PATH" || name == "HOME") continue;
    if (NamesSecret(name)) secrets.AddPassword(value);
    secrets.AddValue(value);
    AddConnectionString(value, secrets);
  }
  AddFiles(environment, secrets);
  return secrets;
}

}  // namespace

std::string MaskedOutput(const std::string& output, const Environment& environment) {
  return WithoutCredentials(WithoutServersRowValues(SecretsOf(environment).Mask(output)));
}

}  // namespace gonogo

// A variable's name says whether a short value is a secret: a port and `true` aren't.
#include "stages/steps/program_secrets.h"

#include <filesystem>
#include <string_view>
#include <vector>

#include "core/error.h"
#include "core/text/secrets.h"
#include "core/text/text.h"
#include "fixtures/connection/connection_secrets.h"
#include "fixtures/programs/program_words.h"
#include "fixtures/system/text_file.h"

namespace gonogo {
namespace {

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
    AddSecretsOf(value, secrets);
  }
  AddFiles(environment, secrets);
  return secrets;
}

}  // namespace

std::string MaskedOutput(const std::string& output, const Environment& environment) {
  return WithoutCredentials(WithoutServersRowValues(SecretsOf(environment).Mask(output)));
}

}  // namespace gonogo

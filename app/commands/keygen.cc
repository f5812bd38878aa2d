// gonogo keygen: a pair of keys to sign evidence.
#include <fmt/format.h>

#include <filesystem>
#include <iostream>
#include <memory>

#include "app/cli/help_page.h"
#include "app/commands/commands.h"
#include "app/exit_status.h"
#include "core/error.h"
#include "core/keys/ed25519.h"
#include "core/keys/ssh_text.h"
#include "core/text/text.h"
#include "fixtures/system/private_file.h"
#include "fixtures/system/text_file.h"

namespace gonogo {
namespace {

struct KeygenCommandLine {
  std::string file;
  std::string name = "gonogo";
};

int Execute(const KeygenCommandLine& line) {
  const std::string public_file = line.file + ".pub";
  for (const std::string& file : {line.file, public_file}) {
    if (std::filesystem::exists(file))
      throw PlanError(file + " exists: gonogo keygen replaces no key");
  }
  const bool is_word =
      !line.name.empty() && line.name.find_first_of(" \t\r\n\"") == std::string::npos;
  if (!is_word) throw PlanError("--name must be one word, such as an address");
  const PrivateKey key = PrivateKey::New();
  const std::string text = SshText(key.public_key());
  WritePrivateFile(line.file, key.Pem());
  WriteTextFile(public_file, text + " " + line.name + "\n");
  std::cout << Printable(
      fmt::format("private key: {}\npublic key: {}\nfor allowed_signers: {} {}\n", line.file,
                  public_file, line.name, text));
  return kExitGo;
}

}  // namespace

void AddKeygen(CLI::App& app, int& status) {
  CLI::App* const command = app.add_subcommand("keygen", "make a pair of keys to sign evidence");
  const auto line = std::make_shared<KeygenCommandLine>();
  command->add_option("FILE", line->file, "the private key's file; the public one's ends in .pub")
      ->required();
  command->add_option("--name", line->name, "whose key it is, in the public one")
      ->option_text("NAME")
      ->capture_default_str();
  command->footer(
      "Exit status: 0 made, 2 wrong usage, or a file exists.\n"
      "The private key has no password: keep it where only the one who signs can read it.");
  AddExamples(*command, {"gonogo keygen release.key --name release@example.com",
                         "gonogo keygen /run/secrets/gonogo"});
  command->callback([line, &status] { status = Execute(*line); });
}

}  // namespace gonogo

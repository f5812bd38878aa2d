#include "app/commands/signer_options.h"

#include "fixtures/system/text_file.h"

namespace gonogo {

void SignerOptions::AddTo(CLI::App& command) {
  command.add_option("--key", keys, "a public key whose signature counts (repeatable)")
      ->allow_extra_args(false)
      ->option_text("FILE");
  command
      .add_option("--allowed-signers", allowed_signers,
                  "keys with names, in the form of ssh's allowed_signers (repeatable)")
      ->allow_extra_args(false)
      ->option_text("FILE");
}

std::vector<Signer> SignerOptions::Signers() const {
  std::vector<Signer> signers;
  for (const std::string& file : keys) signers.push_back(ParsePublicKey(ReadTextFile(file), file));
  for (const std::string& file : allowed_signers) {
    for (Signer& one : ParseAllowedSigners(ReadTextFile(file), file)) {
      signers.push_back(std::move(one));
    }
  }
  return signers;
}

}  // namespace gonogo

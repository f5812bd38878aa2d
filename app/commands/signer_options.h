// The options that say whose signatures count: --key and --allowed-signers.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "app/proof/signers.h"

namespace gonogo {

struct SignerOptions {
  std::vector<std::string> keys;
  std::vector<std::string> allowed_signers;

  void AddTo(CLI::App& command);
  // Reads the files. Throws PlanError.
  std::vector<Signer> Signers() const;
};

}  // namespace gonogo

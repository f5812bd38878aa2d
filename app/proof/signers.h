// Whose signatures count: keys with names, from files in the form of OpenSSH's allowed_signers.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/keys/ed25519.h"

namespace gonogo {

struct Signer {
  std::string name;
  PublicKey key;
  std::string valid_after{};   // UTC; "": without limit
  std::string valid_before{};  // UTC; "": without limit
};

// Returns "" if the key counts at `now`, or why it doesn't.
std::string WhyNotValid(const Signer& signer, const std::string& now);

// Returns the entries of that key, those that count at `now` first: a key whose time was prolonged,
// or that another person got, is listed twice.
std::vector<Signer> EntriesOf(const PublicKey& key, const std::vector<Signer>& signers,
                              const std::string& now);

// Reads lines NAMES [OPTIONS] ssh-ed25519 KEY [COMMENT]. Leaves out keys of other kinds, and those
// for other namespaces. Throws PlanError with file and line for what it doesn't understand, such as
// cert-authority.
std::vector<Signer> ParseAllowedSigners(const std::string& text, const std::string& file);

// Reads a file NAME.pub: ssh-ed25519 KEY [NAME]. Throws PlanError.
Signer ParsePublicKey(const std::string& text, const std::string& file);

}  // namespace gonogo

// Only a key that the caller names counts. What a signature says of itself (names of keys) is
// nobody's word.
#include "app/proof/signatures.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/proof/folder_files.h"
#include "core/error.h"
#include "core/json/json_error.h"
#include "core/keys/dsse.h"
#include "core/keys/ssh_text.h"
#include "core/text/digest.h"
#include "core/text/text.h"
#include "fixtures/system/durable_file.h"
#include "fixtures/system/text_file.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

class SignatureCheck {
 public:
  SignatureCheck(const Signed& what, const std::vector<Signer>& signers, const std::string& now,
                 Checklist& list)
      : what_(what), signers_(signers), now_(now), list_(list) {}

  void Verify(const std::string& name, const std::string& text) {
    try {
      if (name.ends_with(".dsse.json")) {
        VerifyEnvelope(name, text);
      } else if (name.ends_with(".sig")) {
        VerifySsh(name, text);
      } else {
        throw PlanError("it is no signature");
      }
    } catch (const std::exception& error) {
      list_.Add(PointState::kWrong, Printable(name) + ": " + WhatIsWrong(error));
    }
  }

  const std::set<PublicKey>& valid() const { return valid_; }

 private:
  void VerifySsh(const std::string& name, const std::string& text) {
    const SshSignature signature = ParseSshSignature(text);
    if (!IsSigned(signature, what_.text))
      throw PlanError("the signature is wrong: it isn't of this " + what_.file);
    const std::vector<Signer> entries = EntriesOf(signature.key, signers_, now_);
    if (entries.empty()) return AddUnknown(name);
    AddValid(name, entries.front(), what_.file);
  }

  void VerifyEnvelope(const std::string& name, const std::string& text) {
    const Envelope envelope = ParseEnvelope(text, kStatementType);
    const auto signer = std::find_if(signers_.begin(), signers_.end(), [&](const Signer& one) {
      return IsSigned(envelope, one.key);
    });
    // Also of an unknown key: no valid one would say something else of this run.
    const std::string type =
        RequireStatement(envelope.payload, Sha256(what_.text), what_.predicates);
    if (signer == signers_.end()) return AddUnsigned(name, envelope);
    if (envelope.key != signer->key.id()) {
      throw PlanError(
          fmt::format("it names another key than that of {}, which signed it", signer->name));
    }
    AddValid(name, EntriesOf(signer->key, signers_, now_).front(), type);
  }

  void AddUnsigned(const std::string& name, const Envelope& envelope) {
    const auto claimed = std::find_if(signers_.begin(), signers_.end(), [&](const Signer& one) {
      return envelope.key == one.key.id();
    });
    if (claimed == signers_.end()) return AddUnknown(name);
    throw PlanError(fmt::format(
        "the signature is wrong: it names the key of {}, which didn't make it", claimed->name));
  }

  void AddUnknown(const std::string& name) {
    list_.Add(PointState::kNote,
              Printable(name) + ": by a key that isn't given, so it doesn't count");
  }

  void AddValid(const std::string& name, const Signer& signer, const std::string& what) {
    const std::string invalid = WhyNotValid(signer, now_);
    if (!invalid.empty()) {
      list_.Add(PointState::kNote,
                fmt::format("{}: {}, so it doesn't count", Printable(name), invalid));
    } else {
      valid_.insert(signer.key);
      list_.Add(PointState::kGood,
                fmt::format("{}: {} signed {}", Printable(name), Printable(signer.name), what));
    }
  }

  const Signed& what_;
  const std::vector<Signer>& signers_;
  const std::string& now_;
  Checklist& list_;
  std::set<PublicKey> valid_;
};

}  // namespace

std::set<PublicKey> VerifySignatures(const fs::path& folder, const std::set<std::string>& files,
                                     const Signed& what, const std::vector<Signer>& signers,
                                     const std::string& now, Checklist& list) {
  SignatureCheck check(what, signers, now, list);
  bool is_signed = false;
  for (const std::string& name : files) {
    if (!IsSignatureOf(what.file, name) || !fs::is_regular_file(fs::symlink_status(folder / name)))
      continue;
    if (IsBeside(name)) {
      list.Add(PointState::kNote, Printable(name) + ": left by a process that was killed");
      continue;
    }
    is_signed = true;
    check.Verify(name, ReadTextFile(folder / name));
  }
  if (!is_signed)
    list.Add(PointState::kOpen,
             "nothing is signed: whoever can write the folder can have written it all");
  if (signers.empty())
    list.Add(PointState::kOpen,
             "no key is given: nobody's signature counts (--key, --allowed-signers)");
  return check.valid();
}

}  // namespace gonogo

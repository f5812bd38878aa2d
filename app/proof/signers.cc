// Times without Z are local times for OpenSSH and UTC here: evidence must not depend on where it is
// verified.
#include "app/proof/signers.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "core/error.h"
#include "core/keys/ssh_text.h"
#include "core/text/text.h"
#include "core/text/utc.h"

namespace gonogo {
namespace {

// Splits at blanks that aren't in quotation marks.
std::vector<std::string> Words(const std::string& line) {
  std::vector<std::string> words(1);
  bool is_quoted = false;
  for (const char one : line) {
    if (one == '"') is_quoted = !is_quoted;
    const bool is_blank = !is_quoted && (one == ' ' || one == '\t' || one == '\r');
    if (!is_blank) words.back() += one;
    if (is_blank && !words.back().empty()) words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

// Reads YYYYMMDD[HHMM[SS]][Z].
std::string TimeOf(std::string text) {
  if (text.ends_with('Z')) text.pop_back();
  const bool is_number =
      std::all_of(text.begin(), text.end(), [](char one) { return one >= '0' && one <= '9'; });
  if (!is_number || (text.size() != 8 && text.size() != 12 && text.size() != 14)) {
    throw PlanError("\"" + text + "\" isn't a time like 20260221 or 202602212359Z");
  }
  text.resize(14, '0');
  const std::string utc =
      fmt::format("{}-{}-{}T{}:{}:{}.000Z", text.substr(0, 4), text.substr(4, 2), text.substr(6, 2),
                  text.substr(8, 2), text.substr(10, 2), text.substr(12, 2));
  if (!ParseUtc(utc)) throw PlanError("\"" + text + "\" isn't a time");
  return utc;
}

std::string Unquoted(const std::string& text) {
  const bool is_quoted = text.size() >= 2 && text.front() == '"' && text.back() == '"';
  return is_quoted ? text.substr(1, text.size() - 2) : text;
}

// Returns whether the key is for gonogo.
bool ReadOptions(const std::string& options, Signer& signer) {
  bool is_meant = true;
  std::string rest = options;
  while (!rest.empty()) {
    const bool is_list = rest.starts_with("namespaces=\"");
    const std::size_t quote = is_list ? rest.find('"', 12) : std::string::npos;
    const std::size_t end = rest.find(',', quote == std::string::npos ? 0 : quote);
    const std::string one = rest.substr(0, end);
    rest = end == std::string::npos ? "" : rest.substr(end + 1);
    const std::size_t sign = one.find('=');
    const std::string name = one.substr(0, sign);
    const std::string value = sign == std::string::npos ? "" : Unquoted(one.substr(sign + 1));
    if (name == "namespaces") {
      const auto spaces = Split(value, ',');
      is_meant = std::find(spaces.begin(), spaces.end(), kSshNamespace) != spaces.end();
    } else if (name == "valid-after") {
      signer.valid_after = TimeOf(value);
    } else if (name == "valid-before") {
      signer.valid_before = TimeOf(value);
    } else {
      throw PlanError(fmt::format("option \"{}\" is unknown to gonogo", name));
    }
  }
  return is_meant;
}

bool IsKind(const std::string& word) {
  return word.starts_with("ssh-") || word.starts_with("ecdsa-") || word.starts_with("sk-");
}

std::optional<Signer> SignerIn(const std::string& line) {
  const std::vector<std::string> words = Words(line);
  if (words.empty() || words.front().starts_with('#')) return std::nullopt;
  const std::size_t kind = words.size() > 1 && IsKind(words[1]) ? 1 : 2;
  if (words.size() < kind + 2) throw PlanError("it isn't NAMES [OPTIONS] ssh-ed25519 KEY");
  Signer signer{.name = words.front(), .key = {}};
  const bool is_meant = kind == 1 || ReadOptions(words[1], signer);
  if (words[kind] != "ssh-ed25519" && IsKind(words[kind])) return std::nullopt;
  const auto key = SshKey(words[kind], words[kind + 1]);
  if (!key) throw PlanError("its key can't be read");
  signer.key = *key;
  return is_meant ? std::optional(signer) : std::nullopt;
}

}  // namespace

std::string WhyNotValid(const Signer& signer, const std::string& now) {
  const std::string name = Printable(signer.name);
  if (!signer.valid_before.empty() && now >= signer.valid_before)
    return fmt::format("the key of {} was valid before {} only", name, signer.valid_before);
  if (!signer.valid_after.empty() && now < signer.valid_after)
    return fmt::format("the key of {} is valid after {} only", name, signer.valid_after);
  return "";
}

std::vector<Signer> EntriesOf(const PublicKey& key, const std::vector<Signer>& signers,
                              const std::string& now) {
  std::vector<Signer> entries;
  std::copy_if(signers.begin(), signers.end(), std::back_inserter(entries),
               [&](const Signer& one) { return one.key == key; });
  std::stable_partition(entries.begin(), entries.end(),
                        [&](const Signer& one) { return WhyNotValid(one, now).empty(); });
  return entries;
}

std::vector<Signer> ParseAllowedSigners(const std::string& text, const std::string& file) {
  std::vector<Signer> signers;
  const std::vector<std::string> lines = Split(text, '\n');
  for (std::size_t i = 0; i < lines.size(); ++i) {
    try {
      if (auto signer = SignerIn(lines[i])) signers.push_back(*std::move(signer));
    } catch (const PlanError& error) {
      throw PlanError(fmt::format("{}:{}: {}", file, i + 1, error.what()));
    }
  }
  return signers;
}

Signer ParsePublicKey(const std::string& text, const std::string& file) {
  const std::vector<std::string> words = Words(text.substr(0, text.find('\n')));
  const auto key = words.size() < 2 ? std::nullopt : SshKey(words[0], words[1]);
  if (!key) throw PlanError(file + " isn't a public key: ssh-ed25519 KEY [NAME]");
  return {.name = words.size() > 2 ? words[2] : file, .key = *key};
}

}  // namespace gonogo

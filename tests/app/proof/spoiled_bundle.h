// A copy of the good bundle of tests/evidence, spoiled step by step as a vector says. The README
// there describes the steps.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "app/exit_status.h"
#include "app/sealing/folder_sums.h"
#include "app/sealing/seal.h"
#include "app/sealing/statement.h"
#include "core/error.h"
#include "core/keys/dsse.h"
#include "core/keys/ssh_text.h"
#include "core/text/base64.h"
#include "core/text/digest.h"
#include "core/text/text.h"
#include "reporters/verdict_json.h"
#include "tests/support/chained_lines.h"
#include "tests/support/gonogo_program.h"

namespace gonogo::testing_support {

inline constexpr const char* kEndOfGoodRun = "2026-02-21T09:31:00.000Z";

// Returns a key of tests/evidence/keys: release, second or stranger.
inline PrivateKey TestKey(const std::string& name) {
  return KeyIn(InProject("tests/evidence/keys/" + name + ".for-tests-only.key"));
}

class SpoiledBundle {
 public:
  // Starts with a copy of this folder, or with an empty one.
  explicit SpoiledBundle(const std::string& bundle) {
    std::filesystem::create_directories(folder());
    if (!bundle.empty())
      std::filesystem::copy(bundle, folder(), std::filesystem::copy_options::recursive);
  }

  // Throws for a step that can't be done: a vector that changes nothing proves nothing.
  void Do(const Json& step) {
    namespace fs = std::filesystem;
    const auto name = [&](const char* member) { return step.at(member).get<std::string>(); };
    if (step.contains("replace")) {
      Replace(name("replace"), name("old"), name("by"));
    } else if (step.contains("write")) {
      Write(name("write"), name("text"));
    } else if (step.contains("append")) {
      Write(name("append"), Text(name("append")) + name("text"));
    } else if (step.contains("prepend")) {
      Write(name("prepend"), name("text") + Text(name("prepend")));
    } else if (step.contains("cut_bytes")) {
      const std::string text = Text(name("cut_bytes"));
      Write(name("cut_bytes"), text.substr(0, text.size() - step.at("bytes").get<std::size_t>()));
    } else if (step.contains("lines")) {
      TakeLines(name("lines"), step.at("order"));
    } else if (step.contains("member")) {
      SetMember(step);
    } else if (step.contains("remove")) {
      if (fs::remove_all(PathOf(name("remove"))) == 0) throw PlanError("nothing to remove");
    } else if (step.contains("copy")) {
      fs::create_directories(fs::path(PathOf(name("to"))).parent_path());
      fs::copy(PathOf(name("copy")), PathOf(name("to")), fs::copy_options::recursive);
    } else if (step.contains("symbolic_link")) {
      fs::create_symlink(name("to"), PathOf(name("symbolic_link")));
    } else if (step.contains("hard_link")) {
      fs::create_hard_link(PathOf(name("to")), PathOf(name("hard_link")));
    } else if (step.contains("statement")) {
      SignStatement(step);
    } else if (step.contains("ssh_signature")) {
      Write(name("ssh_signature"), SshSignatureText(TestKey(name("key")), Text(name("of"))));
    } else if (step.contains("sign")) {
      Sign(name("sign"));
    } else {
      Remake(step.at("remake"));
    }
  }

  std::string folder() const { return scratch_.Path("bundle"); }

 private:
  std::string PathOf(const std::string& name) const { return folder() + "/" + name; }
  std::string Text(const std::string& name) const {
    if (!std::filesystem::exists(PathOf(name))) throw PlanError("there is no " + name);
    return ReadFile(PathOf(name));
  }
  void Write(const std::string& name, const std::string& text) const {
    std::filesystem::create_directories(std::filesystem::path(PathOf(name)).parent_path());
    scratch_.File("bundle/" + name, text);
  }

  // Replaces all that is in the file of `old`.
  void Replace(const std::string& file, const std::string& old, const std::string& by) const {
    const std::vector<std::string> parts = SplitAt(Text(file), old);
    if (parts.size() < 2) throw PlanError(file + " hasn't " + old);
    Write(file, Join(parts, by));
  }
  static std::vector<std::string> SplitAt(const std::string& text, const std::string& mark) {
    std::vector<std::string> parts;
    std::size_t from = 0;
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, from)) {
      parts.push_back(text.substr(from, at - from));
      from = at + mark.size();
    }
    parts.push_back(text.substr(from));
    return parts;
  }

  // Keeps the lines of these numbers, from 1, in this order.
  void TakeLines(const std::string& file, const Json& order) const {
    const std::vector<std::string> lines = Split(Text(file), '\n');
    std::string text;
    for (const Json& number : order) text += lines.at(number.get<std::size_t>() - 1) + "\n";
    Write(file, text);
  }

  void SetMember(const Json& step) const {
    const std::string file = step.at("member");
    Json json = ParseJson(Text(file));
    json[Json::json_pointer(step.at("at").get<std::string>())] = step.at("value");
    Write(file, ToText(json) + "\n");
  }

  // Signs what gonogo wouldn't say: its own statement with other members, with text around it, or
  // as another type of payload.
  void SignStatement(const Json& step) const {
    const PrivateKey key = TestKey(step.value("key", "release"));
    const Evidence evidence = Read();
    const std::string type = kVerdictPredicate;
    Json statement = ParseJson(
        StatementText(type, Sha256(Text(kSumsFile)), PredicateOf(type, evidence, Judge(evidence))));
    const Json members = step.value("members", Json::object());
    for (const auto& [at, value] : members.items()) statement[Json::json_pointer(at)] = value;
    const std::string payload =
        step.value("before", "") + ToText(statement) + step.value("after", "");
    const std::string payload_type = step.value("payload_type", kStatementType);
    const std::string signed_bytes = "DSSEv1 " + std::to_string(payload_type.size()) + " " +
                                     payload_type + " " + std::to_string(payload.size()) + " " +
                                     payload;
    const Json envelope = {
        {"payloadType", payload_type},
        {"payload", Base64(payload)},
        {"signatures",
         {{{"keyid", key.public_key().id()}, {"sig", Base64(key.Sign(signed_bytes))}}}}};
    Write(step.at("statement"), ToText(envelope) + "\n");
  }

  Evidence Read() const { return ParseEvidence(Text("evidence.jsonl"), "evidence.jsonl"); }

  // Makes anew what follows from other files, as somebody without the key can, too.
  void Remake(const Json& parts) const {
    for (const std::string part : parts) {
      if (part == "chain") {
        Write("evidence.jsonl", Chained(Text("evidence.jsonl")));
      } else if (part == "verdict") {
        const Evidence evidence = Read();
        const Verdict verdict = Judge(evidence);
        Write("verdict.json", ToText(VerdictJson(evidence, verdict, ExitStatusOf(verdict.decision),
                                                 kEndOfGoodRun)) +
                                  "\n");
      } else if (part == "sums") {
        Write(kSumsFile, SumsText(SumsOf(folder())));
      } else {
        throw PlanError("unknown part " + part);
      }
    }
  }

  void Sign(const std::string& key) const {
    const Evidence evidence = Read();
    Seal(TestKey(key), folder(), evidence, Judge(evidence));
  }

  Scratch scratch_;
};

}  // namespace gonogo::testing_support

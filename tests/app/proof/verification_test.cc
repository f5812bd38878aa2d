// gonogo evidence verify: what isn't sound is WRONG, and what nobody signed is never verified.
#include "app/proof/verification.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <functional>

#include "app/exit_status.h"
#include "app/run/run.h"
#include "app/sealing/folder_sums.h"
#include "app/sealing/seal.h"
#include "app/sealing/statement.h"
#include "core/error.h"
#include "core/keys/dsse.h"
#include "core/keys/ssh_text.h"
#include "core/text/digest.h"
#include "fixtures/system/process.h"
#include "reporters/verdict_json.h"
#include "tests/app/proof/good_evidence.h"
#include "tests/support/chained_lines.h"
#include "tests/support/gonogo_program.h"

namespace gonogo::testing_support {
namespace {

class Verify : public testing::Test {
 protected:
  Verify() { Write(GoodEvidence()); }

  void Write(const Evidence& evidence) { evidence_ = WriteEvidence(scratch_, "", evidence); }
  void Sum() const { scratch_.File(kSumsFile, SumsText(SumsOf(Folder()))); }
  void Sign(const PrivateKey& key) const { Seal(key, Folder(), evidence_, Judge(evidence_)); }
  std::string Folder() const { return scratch_.Path(""); }

  Checklist Verified(const std::string& require = "signed",
                     const std::vector<PrivateKey>& more = {}) const {
    VerifyRequest request{.signers = {{"dba", dba_.public_key()}},
                          .policy = ParsePolicy(require),
                          .now = kVerifiedAt};
    for (const PrivateKey& one : more) request.signers.push_back({"another", one.public_key()});
    return VerifyEvidence(Folder(), request).list;
  }

  // Expects that result, and a point with these words.
  static void Expect(const Checklist& list, const std::string& result, const std::string& words) {
    std::string text;
    for (const Point& point : list.points) text += point.text + "\n";
    EXPECT_EQ(list.Result(), result) << text;
    EXPECT_NE(text.find(words), std::string::npos) << words << "\n" << text;
  }

  void Replace(const std::string& file, const std::string& old, const std::string& by) const {
    std::string text = ReadFile(scratch_.Path(file));
    const std::size_t at = text.find(old);
    ASSERT_NE(at, std::string::npos) << old << "\n" << text;
    scratch_.File(file, text.replace(at, old.size(), by));
  }
  std::string Name(const std::string& rest) const {
    return std::string(kSignaturesFolder) + "/" + dba_.public_key().id().substr(0, 12) + rest;
  }

  Scratch scratch_;
  PrivateKey dba_ = PrivateKey::New();
  Evidence evidence_;
};

// The line of a result that was too old when the run ended says what the run saw, whatever its
// name.
TEST_F(Verify, TakesResultsThatWereTooOld) {
  Evidence evidence = GoodEvidence();
  evidence.run.about["rows"] = {
      .gate = "row_count", .owner = "", .max_age = std::chrono::minutes(5)};
  evidence.run.declared.at(0).subject = evidence.cases.at(0).subject = "\u00E4";
  evidence.cases.at(1).started = "2026-02-21T09:40:00.000Z";
  Write(evidence);
  Sign(dba_);
  Expect(Verified(), "VERIFIED", "evidence.jsonl: 3 lines, one chain");
}

TEST_F(Verify, SignedEvidenceIsVerified) {
  Sign(dba_);
  const Checklist list =
      Verified("signed,go,production,age<24h,plan=" + Sha256("the plan").substr(0, 12));
  Expect(list, "VERIFIED", "signatures/");
  EXPECT_EQ(list.verdict, "GO");
  EXPECT_FALSE(list.Has(PointState::kNote));
}

// A process that was killed may have left the last of its files under another name.
TEST_F(Verify, ASignatureThatHasNotAppearedIsNoneAndHarmless) {
  std::filesystem::create_directories(scratch_.Path(kSignaturesFolder));
  scratch_.File(Name(".sig.new"), "half of it");
  Expect(Verified(), "NOT VERIFIED", "nothing is signed");
  Sign(dba_);
  scratch_.File(Name(".verdict.dsse.json.new"), "half of it");
  Expect(Verified(), "VERIFIED",
         Name(".verdict.dsse.json.new") + ": left by a process that was killed");
}

// It is half an hour later.
TEST_F(Verify, AGoEndsWithTheMaxAgeOfACheck) {
  Evidence evidence = GoodEvidence();
  evidence.run.about["rows"] = {.gate = "row_count", .owner = "", .max_age = minutes(30)};
  Write(evidence);
  Sign(dba_);
  Expect(Verified("go"), "VERIFIED", "results that count until 2026-02-21T10:00:01.000Z");
  evidence.run.about["rows"].max_age = minutes(29);
  Write(evidence);
  Sign(dba_);
  Expect(Verified("go"), "WRONG",
         "but a check's max_age_minutes ended at 2026-02-21T09:59:01.000Z");
  Expect(Verified("signed"), "VERIFIED", "GO");
}

TEST_F(Verify, WhatNobodySignedIsNotVerified) {
  Expect(Verified(), "NOT VERIFIED", "nothing is signed");
  Sign(dba_);
  Expect(VerifyEvidence(Folder(), {.now = kVerifiedAt}).list, "NOT VERIFIED", "no key is given");
  const PrivateKey other = PrivateKey::New();
  Expect(
      VerifyEvidence(Folder(), {.signers = {{"x", other.public_key()}}, .now = kVerifiedAt}).list,
      "NOT VERIFIED", "by a key that isn't given");
  const Scratch empty;
  Expect(VerifyEvidence(empty.Path(""), {.now = kVerifiedAt}).list, "NOT VERIFIED",
         "nothing to verify");
  EXPECT_EQ(Checklist().Result(), "NOT VERIFIED");
}

TEST_F(Verify, OneKeyIsOnePerson) {
  Sign(dba_);
  scratch_.File("signatures/again.sig", ReadFile(scratch_.Path(Name(".sig"))));
  VerifyRequest request{.signers = {{"one", dba_.public_key()}, {"two", dba_.public_key()}},
                        .policy = ParsePolicy("signers>=2"),
                        .now = kVerifiedAt};
  Expect(VerifyEvidence(Folder(), request).list, "NOT VERIFIED",
         "signatures by 1 key count, and at least 2 must");
  const PrivateKey second = PrivateKey::New();
  Sign(second);
  Expect(Verified("signers>=2", {second}), "VERIFIED", "signed by 2 keys");
}

TEST_F(Verify, FilesMustBeThoseOfTheRun) {
  namespace fs = std::filesystem;
  Sign(dba_);
  scratch_.File("more", "");
  Expect(Verified(), "WRONG", "more isn't named in SHA256SUMS");
  fs::remove(scratch_.Path("more"));
  fs::create_symlink("verdict.json", scratch_.Path("more"));
  Expect(Verified(), "WRONG", "more is a symbolic link");
  fs::remove(scratch_.Path("more"));
  fs::create_hard_link(scratch_.Path("verdict.json"), scratch_.Path("more"));
  Expect(Verified(), "WRONG", "verdict.json is a hard link");
  fs::remove(scratch_.Path("more"));
  scratch_.File("Verdict.json", "");
  Expect(Verified(), "WRONG", "differ only in case");
  fs::remove(scratch_.Path("Verdict.json"));
  Expect(Verified(), "VERIFIED", "");
  Replace("verdict.json", "\"GO\"", "\"GO\" ");
  Expect(Verified(), "WRONG", "verdict.json isn't as SHA256SUMS has it: it was changed");
  fs::remove(scratch_.Path("verdict.json"));
  Expect(Verified(), "WRONG", "is named in SHA256SUMS, but isn't there");
}

// All cases were seen, but nobody concluded.
TEST_F(Verify, ARunThatBrokeOffIsNoGo) {
  std::filesystem::remove(scratch_.Path("verdict.json"));
  std::filesystem::remove(scratch_.Path(kSumsFile));
  Expect(Verified(), "NOT VERIFIED", "there is no verdict.json: the run broke off");
  Expect(Verified("go"), "WRONG", "required: GO, but it is NO VERDICT");
  const std::string lines = ReadFile(scratch_.Path("evidence.jsonl"));
  scratch_.File("evidence.jsonl", lines.substr(0, lines.size() - 5));
  Expect(Verified(), "NOT VERIFIED", "evidence.jsonl: its last line is cut off");
  Expect(Verified(), "NOT VERIFIED", "evidence.jsonl: 2 lines, one chain that ends with");
  scratch_.File("evidence.jsonl", "{\"seq\"");
  Expect(Verified(), "NOT VERIFIED", "evidence.jsonl has no line: nothing to verify");
}

// All that doesn't need a key was made anew: the signatures are of other evidence.
TEST_F(Verify, ASignatureIsOfThisEvidenceOnly) {
  Sign(dba_);
  Evidence other = GoodEvidence();
  other.run.run = "20260222T093000Z-1c0f";
  Write(other);
  Expect(Verified(), "WRONG", "it signs other evidence");
  Expect(Verified(), "WRONG", "it isn't of this SHA256SUMS");
}

TEST_F(Verify, TheVerdictMustFollowFromTheLines) {
  Evidence red = GoodEvidence();
  red.cases[0].outcome.findings = {{"a", "1", "2"}};
  Write(red);
  Sign(dba_);
  const Checklist list = Verified("go");
  Expect(list, "WRONG", "required: GO, but it is NO-GO");
  Expect(Verified(), "VERIFIED", "NO-GO follows from 2 cases");
  Replace("verdict.json", "\"verdict\":\"NO-GO\"", "\"verdict\":\"GO\"");
  Sum();
  Sign(dba_);
  Expect(Verified(), "WRONG", "\"verdict\" isn't what follows from the lines");
}

TEST_F(Verify, EnvelopesMustSayWhatGonogoWouldSay) {
  const auto sealed = [this](const std::string& payload) {
    std::filesystem::create_directories(scratch_.Path(kSignaturesFolder));
    scratch_.File(Name(".verdict.dsse.json"), EnvelopeText(dba_, kStatementType, payload));
    return Verified();
  };
  const std::string digest = Sha256(ReadFile(scratch_.Path(kSumsFile)));
  const Json own = PredicateOf(kVerdictPredicate, evidence_, Judge(evidence_));
  Expect(sealed(StatementText(kVerdictPredicate, digest, own)), "VERIFIED", "");
  Expect(sealed(StatementText("other/v1", digest, own)), "WRONG", "unknown type \"other/v1\"");
  for (const auto& [key, value] :
       std::map<std::string, Json>{{"run", "another"},
                                   {"rehearsal", true},
                                   {"plan_digest", "ab"},
                                   {"servers", Json::array()},
                                   {"started", "2026-02-22T00:00:00.000Z"}}) {
    Json changed = own;
    changed[key] = value;
    Expect(sealed(StatementText(kVerdictPredicate, digest, changed)), "WRONG",
           "its \"" + key + "\" isn't that of this run");
  }
  const std::string text = StatementText(kVerdictPredicate, digest, own);
  Expect(sealed(text + " "), "WRONG", "gonogo would write it otherwise");
  Expect(sealed("\xEF\xBB\xBF" + text), "WRONG", "gonogo would write it otherwise");
  Expect(sealed("{\"_type\":1," + text.substr(1)), "WRONG", "is given twice");
  Expect(sealed(text.substr(0, text.size() - 1)), "WRONG", "not JSON");
}

TEST_F(Verify, EnvelopesMustBeSound) {
  Sign(dba_);
  const std::string name = Name(".verdict.dsse.json");
  const std::string good = ReadFile(scratch_.Path(name));
  const auto with = [&](const std::string& text) {
    scratch_.File(name, text);
    return Verified();
  };
  Json json = ParseJson(good);
  json["signatures"] = Json::array();
  Expect(with(ToText(json)), "WRONG", "it has 0 signatures instead of one");
  json = ParseJson(good);
  json["signatures"][0]["sig"] = std::string(86, 'A') + "==";
  Expect(with(ToText(json) + "\n"), "WRONG", "the signature is wrong: it names the key of dba");
  json = ParseJson(good);
  json["payloadType"] = "text/plain";
  Expect(with(ToText(json)), "WRONG", "its payload is of type \"text/plain\"");
  json = ParseJson(good);
  json["payload"] = json["payload"].get<std::string>() + "\n";
  Expect(with(ToText(json)), "WRONG", "its payload isn't base64");
  Expect(with("\xEF\xBB\xBF" + good), "WRONG", "there are bytes before the object");
  Expect(with(good + "x"), "WRONG", "not JSON");
  Expect(with(good.substr(0, good.size() - 2) + ",\"payload\":\"\"}"), "WRONG", "is given twice");
  Expect(with(good), "VERIFIED", "");
}

TEST_F(Verify, OpenSshAndGonogoVerifyEachOther) {
  Sign(dba_);
  const Scratch keys;
  keys.File("signers", "dba " + SshText(dba_.public_key()) + "\n");
  const ProcessResult verified = RunCommand(
      {.words = {"sh", "-c", "ssh-keygen -Y verify -f \"$1\" -I dba -n gonogo -s \"$2\" < \"$3\"",
                 "sh", keys.Path("signers"), scratch_.Path(Name(".sig")),
                 scratch_.Path(kSumsFile)}});
  EXPECT_EQ(verified.status, 0) << verified.output;
  const ProcessResult made = RunCommand(
      {.words = {
           "sh", "-c",
           "ssh-keygen -q -t ed25519 -N '' -C me -f \"$1/id\" && ssh-keygen -Y sign -n gonogo -f \"$1/id\" \"$2\"",
           "sh", keys.Path(""), scratch_.Path(kSumsFile)}});
  ASSERT_EQ(made.status, 0) << made.output;
  const Signer me = ParsePublicKey(ReadFile(keys.Path("id.pub")), "id.pub");
  Expect(VerifyEvidence(Folder(), {.signers = {me}, .now = kVerifiedAt}).list, "VERIFIED",
         "SHA256SUMS.sig: me signed SHA256SUMS");
}

TEST_F(Verify, RefusesPoliciesThatItDoesNotKnow) {
  for (const char* words : {"", "sign", "age<24", "age<0h", "signers>=0", "signers>=x", "plan=ab",
                            "signed,", "go production"}) {
    EXPECT_THROW(ParsePolicy(words), PlanError) << words;
  }
  Sign(dba_);
  Expect(Verified("age<10m"), "WRONG", "required: an age below 10 min, but it is 30 min");
  Expect(Verified("plan=000000000000"), "WRONG", "required: plan 000000000000, but it is of");
}

TEST_F(Verify, KeysCountWhileTheyAreValid) {
  Sign(dba_);
  const std::string key = SshText(dba_.public_key());
  const auto with = [&](const std::string& options) {
    return VerifyEvidence(Folder(),
                          {.signers = ParseAllowedSigners("dba " + options + " " + key + "\n", "f"),
                           .now = kVerifiedAt})
        .list;
  };
  Expect(with(""), "VERIFIED", "");
  Expect(with("namespaces=\"git,gonogo\",valid-before=\"20260222\""), "VERIFIED", "");
  Expect(with("valid-before=\"20260221Z\""), "NOT VERIFIED",
         "was valid before 2026-02-21T00:00:00.000Z only");
  Expect(with("valid-after=\"202602211001\""), "NOT VERIFIED",
         "is valid after 2026-02-21T10:01:00.000Z only");
  Expect(with("namespaces=\"git\""), "NOT VERIFIED", "no key is given");
  EXPECT_THROW(with("cert-authority"), PlanError);
}

// A key whose time was prolonged has two entries, in any order.
TEST_F(Verify, AKeyCountsByItsEntryThatIsValid) {
  Sign(dba_);
  const std::string key = SshText(dba_.public_key());
  const std::string old = "dba valid-before=\"20260221Z\" " + key + "\n";
  const std::string fresh = "dba2 valid-before=\"20260222Z\" " + key + "\n";
  for (const std::string& signers : {old + fresh, fresh + old}) {
    const Checklist list =
        VerifyEvidence(Folder(), {.signers = ParseAllowedSigners(signers, "f"), .now = kVerifiedAt})
            .list;
    Expect(list, "VERIFIED", ".sig: dba2 signed SHA256SUMS");
    EXPECT_FALSE(list.Has(PointState::kNote));
  }
  Expect(
      VerifyEvidence(Folder(), {.signers = ParseAllowedSigners(old + old, "f"), .now = kVerifiedAt})
          .list,
      "NOT VERIFIED", "was valid before");
}

}  // namespace
}  // namespace gonogo::testing_support

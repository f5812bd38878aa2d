// gonogo keygen, run --sign-key, evidence sign and evidence verify, as a pipeline calls them.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "core/json/json.h"
#include "tests/support/migrations/signed_migration.h"
#include "tests/support/migrations/staged_migration.h"

namespace gonogo::testing_support {
namespace {

namespace fs = std::filesystem;

class EvidenceVerify : public testing::Test {
 protected:
  EvidenceVerify() : migration_("evidence_verify") { EXPECT_EQ(migration_.SignBoth().status, 0); }

  std::string Key(const std::string& name) const { return migration_.scratch().Path(name); }
  ProcessResult Keygen(const std::string& name) const {
    return RunGonogo({"keygen", Key(name), "--name", name + "@example.com"});
  }
  ProcessResult Verify(const Words& more) const {
    Words words = {"evidence", "verify", migration_.evidence()};
    words.insert(words.end(), more.begin(), more.end());
    return RunGonogo(words);
  }
  ProcessResult Sign(const std::string& key) const {
    return RunGonogo({"evidence", "sign", migration_.evidence(), "--sign-key", Key(key)});
  }
  static void Expect(const ProcessResult& run, int status, const std::string& words) {
    EXPECT_EQ(run.status, status) << run.output;
    EXPECT_TRUE(OutputHas(run, words)) << words << "\n" << run.output;
  }

  SignedMigration migration_;
};

TEST_F(EvidenceVerify, ARunIsSignedAsItEnds) {
  Expect(Keygen("release"), 0, "for allowed_signers: release@example.com ssh-ed25519 AAAA");
  EXPECT_EQ(fs::status(Key("release")).permissions(),
            fs::perms::owner_read | fs::perms::owner_write);
  Expect(Keygen("release"), 2, "exists: gonogo keygen replaces no key");

  const ProcessResult go = migration_.Run({"--sign-key", Key("release")});
  ASSERT_EQ(go.status, 0) << go.output;
  const Words with_key = {"--key", Key("release.pub")};
  const ProcessResult verified =
      Verify({"--key", Key("release.pub"), "--require", "signed,go,age<1h"});
  EXPECT_EQ(verified.status, 0) << verified.output;
  EXPECT_TRUE(verified.output.ends_with("\nVERIFIED: GO\n")) << verified.output;
  EXPECT_TRUE(OutputHas(verified, ".sig: release@example.com signed SHA256SUMS"));
  EXPECT_TRUE(OutputHas(verified, ".verdict.dsse.json: release@example.com signed gonogo/verdict"));
  // The page doesn't claim what it can't know, and says how to learn it.
  EXPECT_NE(ReadFile(migration_.evidence() + "/report.html")
                .find("gonogo evidence verify " + migration_.evidence()),
            std::string::npos);

  Expect(Verify({}), 3, "\nNOT VERIFIED\n");
  Expect(Verify({"--key", Key("release.pub"), "--require", "plan=000000000000"}), 1, "\nWRONG\n");
  Expect(Verify({"--key", Key("release.pub"), "--require", ""}), 2, "--require: \"\" is unknown");
  Expect(Verify({"--key", Key("release")}), 2, "isn't a public key");
  Expect(Verify({"--key", Key("nobody.pub")}), 2, "nobody.pub");
  Expect(RunGonogo({"evidence", "verify", Key("nowhere")}), 2, "isn't a folder");
  std::ofstream(migration_.evidence() + "/report.html", std::ios::app) << " ";
  Expect(Verify(with_key), 1, "WRONG        report.html isn't as SHA256SUMS has it");
  const ProcessResult json = Verify({"--json", "--key", Key("release.pub")});
  EXPECT_EQ(json.status, 1);
  EXPECT_EQ(ParseJson(json.output).at("result"), "WRONG");
  Expect(Sign("release"), 2, "it isn't signed: report.html isn't as SHA256SUMS has it");
}

TEST_F(EvidenceVerify, PeopleSignAfterwards) {
  ASSERT_EQ(Keygen("one").status, 0);
  ASSERT_EQ(Keygen("two").status, 0);
  ASSERT_EQ(migration_.Run().status, 0);
  const auto verify = [&] {
    return Verify({"--key", Key("one.pub"), "--key", Key("two.pub"), "--require", "signers>=2"});
  };
  Expect(verify(), 3, "not checked  nothing is signed");
  Expect(Sign("one"), 0, "signed GO of run ");
  Expect(Sign("one"), 0, "signed GO of run ");
  Expect(verify(), 3, "not checked  signatures by 1 key count, and at least 2 must");
  Expect(Sign("two"), 0, "signed GO of run ");
  Expect(verify(), 0, "ok           signed by 2 keys\nVERIFIED: GO\n");
  Expect(Sign("nobody"), 2, "nobody");
}

// A migration's ledger binds the runs that its stages made.
TEST(EvidenceOfAMigration, IsSignedAndVerified) {
  const StagedMigration migration("signed_stages", {{"cutover", Json::object()}});
  ASSERT_EQ(RunGonogo({"keygen", migration.scratch().Path("key")}).status, 0);
  const auto verify = [&](const std::string& require) {
    return RunGonogo({"evidence", "verify", migration.folder(), "--key",
                      migration.scratch().Path("key.pub"), "--require", require});
  };
  const auto sign = [&] {
    return RunGonogo(
        {"evidence", "sign", migration.folder(), "--sign-key", migration.scratch().Path("key")});
  };
  const ProcessResult staged = migration.Stage({"all", "--until", "gate"});
  ASSERT_EQ(staged.status, 0) << staged.output;
  const ProcessResult nobody = verify("go");
  EXPECT_EQ(nobody.status, 3) << nobody.output;
  EXPECT_TRUE(OutputHas(nobody, "nothing is signed")) << nobody.output;
  const ProcessResult is_signed = sign();
  EXPECT_EQ(is_signed.status, 0) << is_signed.output;
  const ProcessResult verified = verify("go,phase=gate,age<1h");
  EXPECT_EQ(verified.status, 0) << verified.output;
  EXPECT_TRUE(verified.output.ends_with("\nVERIFIED: GO, 5 stages up to gate\n"))
      << verified.output;

  // It goes on: the signature is of what was there before.
  const ProcessResult on = migration.Stage({"cutover"});
  ASSERT_EQ(on.status, 0) << on.output;
  const ProcessResult old = verify("go");
  EXPECT_EQ(old.status, 1) << old.output;
  EXPECT_TRUE(OutputHas(old, "it isn't of this ledger.jsonl")) << old.output;
  std::filesystem::remove_all(migration.folder() + "/signatures");
  ASSERT_EQ(sign().status, 0);
  EXPECT_EQ(verify("go,phase=cutover").status, 0);
}

// Evidence of a NO-GO is as good, but no GO.
TEST_F(EvidenceVerify, ANoGoIsSignedToo) {
  ASSERT_EQ(Keygen("release").status, 0);
  migration_.databases().OnTarget("DELETE FROM t WHERE id = 9");
  ASSERT_EQ(migration_.Run({"--sign-key", Key("release")}).status, 1);
  Expect(Verify({"--key", Key("release.pub")}), 0, "\nVERIFIED: NO-GO\n");
  Expect(Verify({"--key", Key("release.pub"), "--require", "go"}), 1,
         "required: GO, but it is NO-GO");
  // A key that can't be read is found out before anything runs.
  const ProcessResult refused = migration_.Run({"--sign-key", Key("release.pub")});
  Expect(refused, 2, "release.pub can't be used");
  EXPECT_FALSE(fs::exists(migration_.evidence()));
}

}  // namespace
}  // namespace gonogo::testing_support

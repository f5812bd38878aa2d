// The GO token: good for one target, plan and time, and nobody's word without a key.
#include "app/proof/go_token.h"

#include <gtest/gtest.h>

#include <random>

#include "core/error.h"
#include "core/keys/dsse.h"
#include "core/text/base64.h"
#include "core/text/digest.h"
#include "tests/app/proof/good_evidence.h"

namespace gonogo::testing_support {
namespace {

using std::chrono::minutes;

class GoTokens : public testing::Test {
 protected:
  GoTokens() { verified_.evidence = GoodEvidence(); }

  std::string Text(minutes valid = minutes(60)) const {
    return TokenText(key_, TokenOf(verified_, valid));
  }

  // Expects that status, and a point with these words.
  static void Expect(const Checklist& list, int status, const std::string& words) {
    std::string text;
    for (const Point& point : list.points) text += point.text + "\n";
    EXPECT_EQ(list.ExitStatus(), status) << text;
    EXPECT_NE(text.find(words), std::string::npos) << words << "\n" << text;
  }

  PrivateKey key_ = PrivateKey::New();
  Verification verified_{.list = {}, .sums = "the sums\n"};
  TokenRequest request_{.signers = {{"release", key_.public_key()}},
                        .now = kVerifiedAt,
                        .target = {.system_identifier = "72", .database_oid = "5"}};
};

TEST_F(GoTokens, AreGoodForOneTargetPlanAndEvidence) {
  const std::string token = Text();
  EXPECT_EQ(token.find_first_of(" \n"), std::string::npos);
  Expect(CheckToken(token, request_), 0, "signed by release: GO of run 20260221T093000Z-1c0f");
  Expect(CheckToken(token + "\n", request_), 0, "for this target: system 72, database 5");
  request_.plan_digest = Sha256("the plan");
  request_.sums = "the sums\n";
  Expect(CheckToken(token, request_), 0, "of this evidence");
  request_.plan_digest = Sha256("edited");
  Expect(CheckToken(token, request_), 1, "it was edited, or it is another");
  request_.plan_digest = "";
  request_.sums = "others";
  Expect(CheckToken(token, request_), 1, "it is of other evidence");
}

TEST_F(GoTokens, AreForOneDatabase) {
  for (const DatabaseId& other : {DatabaseId{"71", "5"}, DatabaseId{"72", "6"}}) {
    request_.target = other;
    Expect(CheckToken(Text(), request_), 1, "it is for u@target:5432/shop (system 72, database 5)");
  }
  request_.target = {.system_identifier = "", .database_oid = "5"};
  Expect(CheckToken(Text(), request_), 3, "GRANT EXECUTE ON FUNCTION pg_control_system()");
  verified_.evidence.run.servers.back().system_identifier = "";
  EXPECT_THROW(Text(), PlanError);
  verified_.evidence.run.servers.clear();
  EXPECT_THROW(Text(), PlanError);
}

// The run began at 9:30, and it is 10:00. A token that is made again doesn't make it newer.
TEST_F(GoTokens, Expire) {
  Expect(CheckToken(Text(minutes(31)), request_), 0, "valid until 2026-02-21T10:01:00.000Z");
  Expect(CheckToken(Text(minutes(30)), request_), 1, "it expired at 2026-02-21T10:00:00.000Z");
  verified_.evidence.run.about["rows"] = {.gate = "row_count", .owner = "", .max_age = minutes(29)};
  Expect(CheckToken(Text(), request_), 1, "it expired at 2026-02-21T09:59:01.000Z");
  request_.now = "2026-02-21T09:28:00.000Z";
  Expect(CheckToken(Text(), request_), 1, "a clock is wrong");
}

TEST_F(GoTokens, OfRehearsalsAreRefused) {
  verified_.evidence.run.servers.back().throw_away = true;
  Expect(CheckToken(Text(), request_), 1, "it is of a rehearsal");
  request_.rehearsal = true;
  Expect(CheckToken(Text(), request_), 0, "of a rehearsal, which will do here");
}

TEST_F(GoTokens, NeedAKeyThatIsGiven) {
  const std::string token = Text();
  TokenRequest other = request_;
  other.signers = {{"other", PrivateKey::New().public_key()}};
  Expect(CheckToken(token, other), 3, "by a key that isn't given");
  other.signers.clear();
  Expect(CheckToken(token, other), 3, "no key is given");
  other.signers = request_.signers;
  other.signers.front().valid_before = "2026-02-21T00:00:00.000Z";
  Expect(CheckToken(token, other), 1, "was valid before");
}

// A key whose time was prolonged has two entries, in any order.
TEST_F(GoTokens, AreGoodByTheEntryOfTheirKeyThatIsValid) {
  const Signer old{"release", key_.public_key(), "", "2026-02-21T00:00:00.000Z"};
  const Signer fresh{"release, prolonged", key_.public_key()};
  for (const std::vector<Signer>& signers : {std::vector{old, fresh}, std::vector{fresh, old}}) {
    request_.signers = signers;
    Expect(CheckToken(Text(), request_), 0, "signed by release, prolonged: GO of run");
  }
  request_.signers = {old, old};
  Expect(CheckToken(Text(), request_), 1, "was valid before");
}

// What somebody else made of it: a statement on evidence, a payload with more in it, a single bit.
TEST_F(GoTokens, AreExactlyWhatGonogoPrints) {
  const Envelope good = ParseEnvelope(*FromBase64(Text()), "application/vnd.gonogo.go-token+json");
  const auto made = [&](const std::string& type, const std::string& payload) {
    return CheckToken(Base64(EnvelopeText(key_, type, payload)), request_);
  };
  Expect(made(good.type, good.payload), 0, "valid until");
  Expect(made(kStatementType, good.payload), 1, "its payload is of type");
  Expect(made(good.type, good.payload + " "), 1, "gonogo would write it otherwise");
  Expect(made(good.type, "{}"), 1, "the token: ");
  for (const char* text : {"", "GO", "e30=", "null"}) {
    Expect(CheckToken(text, request_), 1, "the token: ");
  }
  std::mt19937 random(20260221);
  const std::string bytes = *FromBase64(Text());
  for (int i = 0; i < 300; ++i) {
    std::string spoiled = bytes;
    spoiled[random() % spoiled.size()] ^= static_cast<char>(1U << (random() % 8));
    EXPECT_NE(CheckToken(Base64(spoiled), request_).ExitStatus(), 0) << spoiled;
    EXPECT_NE(CheckToken(Base64(bytes.substr(0, random() % bytes.size())), request_).ExitStatus(),
              0);
  }
}

}  // namespace
}  // namespace gonogo::testing_support

// Who gets what from `gonogo board`: without a server, and without a browser.
#include "app/board/board.h"

#include <gtest/gtest.h>

#include "core/json/json.h"
#include "core/text/text.h"
#include "reporters/html/case_part.h"
#include "reporters/html/page.h"
#include "tests/golden/sample_report.h"

namespace gonogo {
namespace {

constexpr const char* kToken = "0123456789abcdef0123456789abcdef";

std::string At(const std::string& rest) { return std::string("/") + kToken + rest; }

class BoardTest : public testing::Test {
 protected:
  BoardTest() { Show(SampleReport()); }

  void Show(const RunReport& report, const std::string& about = "the run") {
    board_.Show(BoardPage(report, board_.next()), about);
  }

  int StatusOf(const std::string& target, const std::string& host = "localhost",
               const std::string& method = "GET") const {
    return board_.Reply({method, target, host, ""}).status;
  }

  // The name of the event that brings a browser from there to now, and the pieces in it.
  std::pair<std::string, Json> EventAfter(std::int64_t seen) const {
    const std::string text = board_.EventsAfter(seen);
    if (text.empty()) return {};
    const auto lines = Split(text, '\n');
    return {lines.at(1), ParseJson(lines.at(2).substr(6))};
  }

  Board board_{kToken, false};
};

TEST_F(BoardTest, ShowsThePageToWhoHasTheToken) {
  for (const std::string rest : {"", "/", "?x", "/?x"}) EXPECT_EQ(StatusOf(At(rest)), 200) << rest;
  const WebReply page = board_.Reply({"GET", At(""), "127.0.0.1:8080", ""});
  EXPECT_EQ(*page.body, BoardPage(SampleReport(), 1));
}

TEST_F(BoardTest, RefusesEveryOtherToken) {
  std::string wrong = kToken;
  wrong.back() = 'e';
  for (const std::string& target :
       {std::string("/"), std::string(""), std::string("/favicon.ico"), "/" + wrong,
        "/" + wrong + "/events", "/" + std::string(kToken).substr(1), kToken + std::string("/"),
        "//" + std::string(kToken), "/%30" + std::string(kToken).substr(1), "/x/.." + At(""),
        "/?" + std::string(kToken), "http://localhost" + At(""), std::string("*")}) {
    EXPECT_EQ(StatusOf(target), 403) << target;
  }
  const std::string nul("/0123456789abcdef\0", 18);
  EXPECT_EQ(StatusOf(nul), 403);
}

TEST_F(BoardTest, HasNoOtherPages) {
  for (const std::string rest : {"/../etc/passwd", "/events/", "x", "/%2e%2e", "/evidence.jsonl"}) {
    EXPECT_EQ(StatusOf(At(rest)), 404) << rest;
  }
}

// A site whose name leads to 127.0.0.1 would otherwise be let in by a browser that has the address.
TEST_F(BoardTest, IsCalledByNamesOfThisHostOnly) {
  for (const char* host :
       {"localhost", "localhost:1", "127.0.0.1", "127.0.0.1:65535", "[::1]:80"}) {
    EXPECT_EQ(StatusOf(At(""), host), 200) << host;
  }
  for (const char* host :
       {"evil.example", "", "127.0.0.1.evil.example", "localhost.evil:80", "evil", "192.0.2.1",
        "[::2]", "[::1", "localhost@evil", "LOCALHOST.", "0", "localhost:x", "127.0.0.1:1@evil",
        "[::1]x", "127.1", "localhost:80:80"}) {
    EXPECT_EQ(StatusOf(At(""), host), 403) << host;
  }
  Board open(kToken, true);
  open.Show(BoardPage(SampleReport(), 1), "the run");
  EXPECT_EQ(open.Reply({"GET", At(""), "192.0.2.1:80", ""}).status, 200);
  EXPECT_EQ(open.Reply({"GET", At(""), "[2001:db8::1]:80", ""}).status, 200);
  EXPECT_EQ(open.Reply({"GET", At(""), "evil.example:80", ""}).status, 403);
}

TEST_F(BoardTest, OnlyReads) {
  for (const char* method : {"HEAD", "POST", "PUT", "DELETE", "OPTIONS", "get", "TRACE", ""}) {
    EXPECT_EQ(StatusOf(At(""), "localhost", method), 405) << method;
  }
}

TEST_F(BoardTest, LetsNobodyElseHaveThePage) {
  for (const std::string& target : {At(""), At("/events"), At("/x"), std::string("/")}) {
    const WebReply reply = board_.Reply({"GET", target, "localhost", ""});
    std::map<std::string, std::string> headers(reply.headers.begin(), reply.headers.end());
    EXPECT_EQ(headers["Cache-Control"], "no-store");
    EXPECT_EQ(headers["Referrer-Policy"], "no-referrer");
    EXPECT_EQ(headers["X-Content-Type-Options"], "nosniff");
    EXPECT_TRUE(headers["Content-Security-Policy"].starts_with("default-src 'none'"));
    EXPECT_TRUE(headers["Content-Security-Policy"].ends_with("frame-ancestors 'none'"));
    for (const auto& [name, value] : headers) EXPECT_FALSE(name.starts_with("Access-Control"));
  }
}

TEST_F(BoardTest, SendsOnlyThePiecesThatChanged) {
  EXPECT_EQ(EventAfter(1).first, "");
  RunReport report = SampleReport();
  report.evidence.cases.front().outcome.notes.emplace_back("a note");
  Show(report);
  const auto [name, pieces] = EventAfter(1);
  EXPECT_EQ(name, "event: pieces");
  ASSERT_EQ(pieces.size(), 1U) << pieces;
  EXPECT_TRUE(pieces.begin().value().get<std::string>().find("a note") != std::string::npos);
  Show(report);
  EXPECT_EQ(EventAfter(2).first, "") << "nothing changed";
}

// A browser that was away gets all that it missed.
TEST_F(BoardTest, BringsWhoWasAwayUpToDate) {
  RunReport report = SampleReport();
  report.evidence.cases.at(0).outcome.notes.emplace_back("first");
  Show(report);
  report.evidence.cases.at(1).outcome.notes.emplace_back("second");
  Show(report);
  EXPECT_EQ(EventAfter(1).second.size(), 2U);
  EXPECT_EQ(EventAfter(2).second.size(), 1U);
  EXPECT_EQ(EventAfter(3).first, "");
}

// The row of a case comes before the report that has it, and is the same then.
TEST_F(BoardTest, SendsTheRowOfACase) {
  RunReport report = SampleReport();
  CaseResult& one = report.evidence.cases.front();
  one.outcome.notes.emplace_back("a note");
  board_.ShowRow(RowOfCase(one, report.evidence.run));
  const auto [name, pieces] = EventAfter(1);
  EXPECT_EQ(name, "event: pieces");
  EXPECT_EQ(pieces.size(), 1U);
  EXPECT_TRUE(pieces.contains("#" + one.name()));
  Show(report);
  EXPECT_EQ(EventAfter(2).first, "") << "the report has nothing else";
  one.subject = "unknown";
  board_.ShowRow(RowOfCase(one, report.evidence.run));
  EXPECT_EQ(EventAfter(2).first, "");
}

TEST_F(BoardTest, TellsBrowsersToLoadAnotherPage) {
  Show(SampleReport(), "the next run");
  EXPECT_EQ(EventAfter(1).first, "event: again");
  for (const std::int64_t seen : {-1, 0, 3, 1'000'000}) {
    EXPECT_EQ(EventAfter(seen).first, "event: again") << seen;
  }
  EXPECT_EQ(EventAfter(2).first, "");
}

TEST_F(BoardTest, TakesTheLastEventFromTheHeaderOrTheAddress) {
  const auto after = [&](const std::string& query, const std::string& header) {
    return *board_.Reply({"GET", At("/events" + query), "localhost", header}).after;
  };
  EXPECT_EQ(after("?after=3", ""), 3);
  EXPECT_EQ(after("?after=3", "5"), 5);
  for (const char* number : {"", "x", "-1", "1x", " 1", "99999999999999999999", "0x1"}) {
    EXPECT_EQ(after(std::string("?after=") + number, ""), -1) << number;
  }
  EXPECT_EQ(after("", ""), -1);
}

}  // namespace
}  // namespace gonogo

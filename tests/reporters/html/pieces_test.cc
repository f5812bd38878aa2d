// The pieces of the page that `gonogo board` sends: all that can change, each once.
#include "reporters/html/pieces.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "reporters/html/page.h"
#include "reporters/html/page_files.h"
#include "reporters/html/template.h"
#include "tests/golden/hostile.h"
#include "tests/golden/sample_report.h"

namespace gonogo {
namespace {

std::set<std::string> NamesIn(const CutPage& page) {
  std::set<std::string> names;
  for (const Piece& piece : page.pieces) names.insert(piece.name);
  return names;
}

// The names of the pieces that aren't the same in both.
std::set<std::string> ChangedIn(const CutPage& before, const CutPage& after) {
  std::set<std::string> changed;
  for (std::size_t i = 0; i < before.pieces.size(); ++i) {
    if (before.pieces[i].html != after.pieces.at(i).html) changed.insert(after.pieces[i].name);
  }
  return changed;
}

TEST(Pieces, AreTheHeadTheSectionsAndTheRows) {
  const std::string page = BoardPage(SampleReport(), 7);
  const CutPage cut = CutIntoPieces(page);
  const auto names = NamesIn(cut);
  for (const char* name : {"title", "link", "header", "nav", "#clock", "#failed", "#untold",
                           "#rows", "#files", "#check-row_count", "#row_count.public.users"}) {
    EXPECT_TRUE(names.contains(name)) << name;
  }
  EXPECT_FALSE(names.contains("#cases"));
  EXPECT_EQ(names.size(), cut.pieces.size());
  for (const Piece& piece : cut.pieces) EXPECT_NE(page.find(piece.html), std::string::npos);
}

TEST(Pieces, ChangeWithTheirPartOfTheReportOnly) {
  const RunReport report = SampleReport();
  const CutPage before = CutIntoPieces(BoardPage(report, 7));
  RunReport later = report;
  later.evidence.cases.front().outcome.notes.emplace_back("a note");
  const CutPage after = CutIntoPieces(BoardPage(later, 8));
  EXPECT_EQ(before.frame, after.frame);
  EXPECT_EQ(ChangedIn(before, after),
            std::set<std::string>{"#" + report.evidence.cases.front().name()});
}

TEST(Pieces, OfAnotherRunAreInAnotherFrame) {
  RunReport other = SampleReport();
  other.evidence.run.declared.pop_back();
  EXPECT_NE(CutIntoPieces(BoardPage(SampleReport(), 7)).frame,
            CutIntoPieces(BoardPage(other, 7)).frame);
}

// A value that looks like an element must not begin or end a piece.
TEST(Pieces, AreNotMadeByValues) {
  const RunReport plain = SampleReport();
  const std::size_t count = CutIntoPieces(BoardPage(plain, 1)).pieces.size();
  for (const std::string text :
       {"\n<section id=\"failed\">", "</tr>\n<tr id=\"x\">", "</header>", "\n<title>GO</title>"}) {
    RunReport hostile = plain;
    hostile.evidence.cases.front().outcome.notes.push_back(text);
    hostile.evidence.run.plan = text;
    EXPECT_EQ(CutIntoPieces(BoardPage(hostile, 1)).pieces.size(), count) << text;
  }
}

TEST(BoardPage, AllowsOneMoreScriptAndItsOwnServer) {
  const std::string page = BoardPage(SampleReport(), 7);
  EXPECT_NE(page.find("content=\"" + BoardPolicy() + "\""), std::string::npos);
  EXPECT_NE(page.find("<body data-at=\"7\">"), std::string::npos);
  EXPECT_NE(page.find("<script>" + std::string(kBoardScript) + "</script>"), std::string::npos);
  EXPECT_TRUE(BoardPolicy().ends_with("; connect-src 'self'"));
  EXPECT_NE(BoardPolicy().find(PolicySourceOf(kBoardScript)), std::string::npos);
  EXPECT_LT(kPageStyle.size() + kPageScript.size() + kBoardScript.size(), 30'000U);
  EXPECT_EQ(HtmlPage(SampleReport()).find("EventSource"), std::string::npos);
}

TEST(BoardPage, IsNotRedWhileARunGoesOn) {
  RunReport report = ReportOn({.run = SampleHeader(), .cases = {}});
  report.underway = Underway{"RUNNING", "the run goes on, 0 of 9 cases so far"};
  const std::string page = BoardPage(report, 1);
  EXPECT_NE(page.find("<title>RUNNING - moving"), std::string::npos);
  EXPECT_NE(page.find("No verdict yet: the run goes on, 0 of 9 cases so far."), std::string::npos);
  EXPECT_NE(page.find("None: every case ran"), std::string::npos) << page;
  EXPECT_EQ(page.find("did not end"), std::string::npos);
}

}  // namespace
}  // namespace gonogo

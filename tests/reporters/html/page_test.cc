// report.html, against a golden file, with hostile evidence, and its size.
#include "reporters/html/page.h"

#include <gtest/gtest.h>

#include <span>

#include "reporters/html/page_files.h"
#include "reporters/html/template.h"
#include "reporters/model/shown_text.h"
#include "tests/golden/golden.h"
#include "tests/golden/hostile.h"
#include "tests/golden/sample_report.h"

namespace gonogo {
namespace {

void ReplaceAll(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

// Without style and script, whose files tests need not repeat.
std::string Markup(const RunReport& report) {
  std::string page = HtmlPage(report);
  ReplaceAll(page, kPageStyle, "");
  ReplaceAll(page, kPageScript, "");
  return page;
}

// Returns the elements and the names of their attributes: what a browser makes of the page.
std::string StructureOf(const std::string& page) {
  std::string structure;
  for (std::size_t at = page.find('<'); at != std::string::npos; at = page.find('<', at)) {
    char quote = '\0';
    for (; at < page.size() && (quote != '\0' || page[at] != '>'); ++at) {
      const char c = page[at];
      if (quote == '\0') structure += c;
      if (c == quote) {
        quote = '\0';
      } else if (quote == '\0' && (c == '"' || c == '\'')) {
        quote = c;
      }
    }
    structure += ">\n";
  }
  return structure;
}

bool Has(const std::string& page, const std::string& text) {
  return page.find(text) != std::string::npos;
}

TEST(HtmlPage, ShowsEverythingOfARun) {
  std::string page = Markup(SampleReport());
  ReplaceAll(page, PolicySourceOf(kPageStyle), "STYLE");
  ReplaceAll(page, PolicySourceOf(kPageScript), "SCRIPT");
  ExpectGolden("report.html", page);
}

TEST(HtmlPage, AllowsItsOwnStyleAndScriptOnly) {
  const std::string page = HtmlPage(SampleReport());
  EXPECT_TRUE(Has(page, "content=\"default-src 'none'; style-src '" + PolicySourceOf(kPageStyle) +
                            "'; script-src '" + PolicySourceOf(kPageScript) + "'; img-src data:;"));
  EXPECT_TRUE(Has(page, "<style>" + std::string(kPageStyle) + "</style>"));
  EXPECT_TRUE(Has(page, "<script>" + std::string(kPageScript) + "</script>"));
  EXPECT_EQ(PolicySourceOf("abc"), "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
  EXPECT_LT(kPageStyle.size() + kPageScript.size(), 30'000U);
  EXPECT_FALSE(Has(Markup(SampleReport()), " style="));
}

// A stage may run all its checks between commands, and none at its end.
TEST(HtmlPage, LinksTheLastChecksOfAStage) {
  RunReport report = SampleReport();
  report.stage = StageEnd{Phase::kGate, "GO", {}};
  EXPECT_TRUE(Has(Markup(report), "href=\"runs/1/report.html\""));
  report.ledger.lines.at(5).details.erase("evidence");
  EXPECT_FALSE(Has(Markup(report), "href=\"runs/"));
  report.ledger.lines.at(2).details["evidence"] = "runs/2";
  EXPECT_TRUE(Has(Markup(report), "href=\"runs/2/report.html\""));
}

TEST(HtmlPage, SaysFirstThatThereIsNoVerdict) {
  RunReport report = ReportOn({.run = SampleHeader(), .cases = {}});
  report.doubts = {"the run broke off before it wrote verdict.json"};
  const std::string page = Markup(report);
  EXPECT_TRUE(Has(page, "<title>NO VERDICT - moving"));
  EXPECT_TRUE(Has(page, "<h1><span class=\"verdict\">NO VERDICT</span>"));
  EXPECT_TRUE(Has(page, "No verdict: the run broke off before it wrote verdict.json."));
}

// A damaged file may have nothing at all.
TEST(HtmlPage, ShowsEvidenceWithoutAHeader) {
  RunReport report = ReportOn({});
  report.doubts = {"evidence.jsonl: the header line is missing"};
  EXPECT_TRUE(Has(Markup(report), "the header line is missing"));
}

// A value never becomes an element or an attribute: the page is built as with a plain word.
void ExpectBuiltAsWithAWord(std::span<const std::string> texts) {
  const std::string plain = StructureOf(Markup(ReportMadeOf("word")));
  for (const std::string& text : texts) {
    const std::string page = Markup(ReportMadeOf(text));
    ASSERT_EQ(StructureOf(page), plain) << Shown(text, 200);
    ASSERT_FALSE(Has(page, "\xE2\x80\xAE")) << Shown(text, 200);
  }
}

TEST(HtmlPage, IsBuiltTheSameWhateverTheValuesAre) {
  const auto texts = HostileTexts();
  ExpectBuiltAsWithAWord(std::span(texts).first(50));
}

TEST(SlowHtmlPage, IsBuiltTheSameWhateverTheValuesAre) {
  const auto texts = HostileTexts();
  ASSERT_EQ(texts.size(), 500U);
  ExpectBuiltAsWithAWord(std::span(texts).subspan(50));
}

TEST(HtmlPage, ShowsAValueAsItIs) {
  EXPECT_TRUE(Has(Markup(ReportMadeOf("<b>'\"&{{plan}}")),
                  "<div>&lt;b&gt;&apos;&quot;&amp;{{plan}}: have &lt;b&gt;"));
}

// As many cases, of which `red` have 20 findings each.
RunReport Large(std::size_t cases, std::size_t red, std::size_t name = 10) {
  RunHeader header = SampleHeader();
  header.declared.clear();
  std::vector<CaseResult> results;
  for (std::size_t i = 0; i < cases; ++i) {
    const std::string subject = "public." + std::string(name, 't') + std::to_string(i);
    header.declared.push_back({"columns", subject, Phase::kGate, Severity::kRequired});
    results.push_back({.check = "columns", .subject = subject, .outcome = {.examined = 9}});
    if (i >= red) continue;
    for (int column = 0; column < 20; ++column) {
      const std::string have = "type text of " + std::to_string(i) + "." + std::to_string(column);
      results.back().outcome.findings.push_back(
          {subject + ".column_" + std::to_string(column), have, "type character varying(255)"});
    }
  }
  return ReportOn({.run = header, .cases = results});
}

TEST(HtmlPage, StaysSmall) { EXPECT_LT(HtmlPage(Large(2'000, 50)).size(), 600'000U); }

TEST(SlowHtmlPage, StaysSmall) { EXPECT_LT(HtmlPage(Large(10'000, 200)).size(), 3'000'000U); }

TEST(SlowHtmlPage, LeavesOutWhatWouldMakeItTooLarge) {
  RunReport report = Large(5'000, 15, 600);
  CaseResult& last = report.evidence.cases.back();
  last.outcome.findings.push_back({last.subject, "the last cause", "none"});
  const std::string page = HtmlPage(ReportOn(std::move(report.evidence)));
  EXPECT_LT(page.size(), 5'000'000U);
  EXPECT_TRUE(Has(page, "have the last cause, want none</div>")) << "red cases are not left out";
  EXPECT_TRUE(Has(page, "aren&apos;t here: evidence.jsonl has them")) << page.size();
  EXPECT_TRUE(Has(page, "more causes: verdict.json has all"));
}

}  // namespace
}  // namespace gonogo

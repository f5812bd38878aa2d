// gonogo board, over loopback: a page, events as cases end, and an end that waits for no browser.
#include <gtest/gtest.h>

#include "tests/golden/sample_report.h"
#include "tests/support/chained_lines.h"
#include "tests/support/gonogo_program.h"

namespace gonogo::testing_support {
namespace {

// Starts the board, and a browser that follows; appends a case, waits until the browser has it, and
// ends the board while the browser still follows.
constexpr const char* kFollow = R"sh(
  "$gonogo" board "$scratch" --json >"$scratch/address" 2>"$scratch/errors" &
  board=$!
  until [ -s "$scratch/address" ]; do kill -0 $board || exit 99; sleep 0.02; done
  read -r port token < <(sed 's/.*"port":\([0-9]*\),"token":"\([0-9a-f]*\)".*/\1 \2/' "$scratch/address")
  ask() {
    exec 3<>"/dev/tcp/127.0.0.1/$port"
    printf 'GET %s HTTP/1.1\r\nHost: localhost\r\n%s\r\n' "$1" "$2" >&3
    cat <&3
  }
  ask "/$token" >"$scratch/page"
  # A file that a background command opens may not be there yet when it is read.
  : >"$scratch/events" >"$scratch/again"
  at=$(sed -n 's/.* data-at="\([0-9]*\)".*/\1/p' "$scratch/page")
  ask "/$token/events?after=$at" >"$scratch/events" &
  browser=$!
  sleep 0.1
  cat "$scratch/next" >>"$scratch/evidence.jsonl"
  for i in {1..500}; do grep -q '^event: pieces' "$scratch/events" && break; sleep 0.02; done
  ask "/$token/events" $'Last-Event-ID: 999\r\n' >"$scratch/again" &
  for i in {1..500}; do grep -q '^event: again' "$scratch/again" && break; sleep 0.02; done
  ask "/wrong$token" >"$scratch/refused"
  kill -INT $board
  wait $board
  echo "status $?"
  wait $browser
  cat "$scratch/errors"
)sh";

TEST(GonogoBoard, SendsCasesAsTheyEnd) {
  const Scratch scratch;
  const RunHeader header = SampleHeader();
  const std::string lines = Chained(ToText(ToJson(header)) + "\n");
  scratch.File("evidence.jsonl", lines);
  scratch.File("next", ChainedText(ToJson(SampleCases().front(), header), EndOf(lines)) + "\n");
  const ProcessResult run =
      RunCommand({.words = {"bash", "-c", kFollow},
                  .environment = {{"gonogo", GONOGO_PROGRAM}, {"scratch", scratch.Path("")}}});
  EXPECT_EQ(run.output, "status 130\n");
  const std::string page = ReadFile(scratch.Path("page"));
  EXPECT_TRUE(page.starts_with("HTTP/1.1 200 OK\r\n")) << page;
  EXPECT_NE(page.find("<title>NO VERDICT - moving"), std::string::npos);
  const std::string events = ReadFile(scratch.Path("events"));
  EXPECT_TRUE(events.starts_with("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"));
  EXPECT_NE(events.find("\"#row_count.public.users\":\"<tr id="), std::string::npos) << events;
  EXPECT_NE(ReadFile(scratch.Path("again")).find("event: again"), std::string::npos);
  EXPECT_TRUE(ReadFile(scratch.Path("refused")).starts_with("HTTP/1.1 403 "));
}

TEST(GonogoBoard, PrintsAnAddressAndHowToReachIt) {
  const Scratch scratch;
  const ProcessResult run = RunCommand(
      {.words = {"timeout", "-s", "INT", "0.3", GONOGO_PROGRAM, "board", scratch.Path("")}});
  EXPECT_NE(run.output.find("board  http://127.0.0.1:"), std::string::npos) << run.output;
  EXPECT_NE(run.output.find("ssh -N -L "), std::string::npos) << run.output;
}

TEST(GonogoBoard, SaysWhatIsWrong) {
  const Scratch scratch;
  const auto board = [&](Words words) {
    words.insert(words.begin(), "board");
    return RunGonogo(words);
  };
  EXPECT_EQ(Shell("unset GONOGO_PLAN; exec \"$gonogo\" board").output,
            "gonogo: name the plan with --plan, or the folder of a migration or of a run\n");
  EXPECT_EQ(board({scratch.Path("none")}).status, 2);
  EXPECT_EQ(board({scratch.Path(""), "--listen", "example.org"}).output,
            "gonogo: example.org isn't an IP address\n");
  const ProcessResult refused =
      board({scratch.Path(""), "--listen", "192.0.2.1", "--port", "8080"});
  EXPECT_EQ(refused.status, 3);
  EXPECT_EQ(refused.output,
            "gonogo: can't listen on 192.0.2.1 port 8080: Cannot assign requested address\n");
}

}  // namespace
}  // namespace gonogo::testing_support

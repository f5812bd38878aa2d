// The digests are over exact bytes, so that `sed -n 7p evidence.jsonl | sha256sum` prints what line
// 8 has.
#include "core/record/chain.h"

#include <fmt/format.h>

#include <utility>

#include "core/error.h"
#include "core/json/line_pieces.h"
#include "core/text/digest.h"

namespace gonogo {
namespace {

// Returns what the line after `end` begins with.
std::string StartAfter(const ChainEnd& end) {
  return fmt::format("{{\"seq\":{},\"prev\":\"{}\"", end.lines + 1, end.sha256);
}

// Returns the members of the line, or "" if it isn't the one after `end`.
std::string_view MembersAfter(const ChainEnd& end, std::string_view line) {
  const std::optional<ChainedLine> plain = PlainChainedLine(line);
  const bool is_next = plain && plain->seq == end.lines + 1 && plain->prev == end.sha256;
  return is_next ? plain->members : "";
}

}  // namespace

Json ToJson(const ChainEnd& end) { return {{"lines", end.lines}, {"sha256", end.sha256}}; }

ChainEnd After(const ChainEnd& end, std::string_view line) {
  return {.lines = end.lines + 1, .sha256 = Sha256OfPieces({line, "\n"})};
}

std::string ChainedText(const Json& line, const ChainEnd& end) {
  const std::string members = ToText(line).substr(1);
  return StartAfter(end) + (members == "}" ? "" : ",") + members;
}

std::optional<ChainedLine> PlainChainedLine(std::string_view line) {
  LinePieces pieces(line);
  ChainedLine plain;
  if (!pieces.Take("{\"seq\":") || !pieces.TakeCount(plain.seq) || !pieces.Take(",\"prev\":") ||
      !pieces.TakeText(plain.prev) || !pieces.Take(",")) {
    return std::nullopt;
  }
  plain.members = pieces.rest();
  return plain;
}

std::string ChainFault(std::string_view text, const Json& line, const ChainEnd& end) {
  // The parser skips blanks and a byte order mark.
  if (!text.starts_with('{') || !text.ends_with('}')) return "there are bytes around the object";
  const std::int64_t seq = end.lines + 1;
  if (!line.contains("seq") || !line.contains("prev")) {
    return "\"seq\" and \"prev\" are missing: gonogo didn't write the line here";
  }
  if (!line.at("seq").is_number_integer() || line.at("seq") != seq) {
    return fmt::format("\"seq\" is {}, but this is line {}: lines were removed, added or moved",
                       ToText(line.at("seq")), seq);
  }
  if (line.at("prev") == end.sha256) return "";
  if (seq == 1) return "\"prev\" isn't empty: the lines before it were removed";
  return fmt::format("\"prev\" isn't the SHA-256 of line {}: that line was changed or replaced",
                     seq - 1);
}

ChainEnd ChainEndOf(std::string_view lines) {
  ChainEnd end;
  while (!lines.empty()) {
    const std::size_t newline = lines.find('\n');
    if (newline == std::string_view::npos || !lines.starts_with(StartAfter(end))) {
      throw PlanError(fmt::format("line {} isn't the next of the chain", end.lines + 1));
    }
    end = After(end, lines.substr(0, newline));
    lines.remove_prefix(newline + 1);
  }
  return end;
}

ChainEnd ReadChainedLines(std::string_view lines, const std::string& file, const std::string& what,
                          const std::function<void(const Json&)>& read, UnfinishedLine unfinished,
                          Unchained unchained, const PlainReader& read_plain) {
  ChainEnd end;
  bool is_chained = unchained == Unchained::kRefused;
  const auto read_json = [&](std::string_view text) {
    const Json line = ParseRecord(text);
    is_chained = is_chained || line.contains("seq");
    const std::string fault = is_chained ? ChainFault(text, line, end) : "";
    if (!fault.empty()) throw PlanError(fault);
    read(line);
  };
  ReadLines(
      lines, file, what,
      [&](std::string_view text) {
        const bool is_read = read_plain && read_plain(MembersAfter(end, text));
        if (!is_read) read_json(text);
        end = After(end, text);
      },
      unfinished);
  return end;
}

}  // namespace gonogo

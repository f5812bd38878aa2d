// Splits the file into words, texts and signs as Python's tokenizer does, without docstrings and
// comments. An assignment ends with its line, unless a bracket is open.
#include "gates/migrations/history/tools/python_file.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <string_view>

namespace gonogo {
namespace {

struct PythonToken {
  enum class Kind { kWord, kText, kSign, kLineEnd } kind;
  std::string text;
};

bool IsWordByte(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || (c & 0x80) != 0;
}

class PythonScanner {
 public:
  explicit PythonScanner(std::string_view text) : text_(text) {}

  std::vector<PythonToken> Scan() {
    while (at_ < text_.size()) ScanOne();
    Add(PythonToken::Kind::kLineEnd, "");
    return std::move(tokens_);
  }

 private:
  void ScanOne() {
    const char c = text_[at_];
    if (c == '#') {
      at_ = std::min(text_.find('\n', at_), text_.size());
    } else if (c == '\\') {
      at_ += text_.substr(at_ + 1, 1) == "\r" ? 3 : 2;  // the next line continues this one
    } else if (c == '\n') {
      if (depth_ == 0) Add(PythonToken::Kind::kLineEnd, "");
      ++at_;
    } else if (c == '\'' || c == '"') {
      AddText();
    } else if (IsWordByte(c)) {
      AddWord();
    } else {
      if (std::string_view("([{").find(c) != std::string_view::npos) ++depth_;
      if (std::string_view(")]}").find(c) != std::string_view::npos && depth_ > 0) --depth_;
      if (c != ' ' && c != '\t' && c != '\r') Add(PythonToken::Kind::kSign, std::string(1, c));
      ++at_;
    }
  }

  void AddWord() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && IsWordByte(text_[at_])) ++at_;
    const std::string_view word = text_.substr(begin, at_ - begin);
    static const std::set<std::string_view> prefixes = {"r", "u", "b",  "f",  "R",  "U",
                                                        "B", "F", "br", "rb", "fr", "rf"};
    const bool is_prefix =
        at_ < text_.size() && (text_[at_] == '\'' || text_[at_] == '"') && prefixes.contains(word);
    if (!is_prefix) Add(PythonToken::Kind::kWord, std::string(word));
  }

  void AddText() {
    const char quote = text_[at_];
    const std::string three(3, quote);
    const std::string end = text_.substr(at_, 3) == three ? three : std::string(1, quote);
    at_ += end.size();
    std::string value;
    while (at_ < text_.size() && text_.substr(at_, end.size()) != end) {
      if (text_[at_] == '\n' && end.size() == 1) break;
      if (text_[at_] == '\\') ++at_;
      if (at_ < text_.size()) value += text_[at_++];
    }
    at_ = std::min(at_ + end.size(), text_.size());
    const bool continues = !tokens_.empty() && tokens_.back().kind == PythonToken::Kind::kText;
    if (continues) {
      tokens_.back().text += value;
    } else {
      Add(PythonToken::Kind::kText, value);
    }
  }

  void Add(PythonToken::Kind kind, const std::string& text) { tokens_.push_back({kind, text}); }

  std::string_view text_;
  std::size_t at_ = 0;
  int depth_ = 0;
  std::vector<PythonToken> tokens_;
};

using TokenIterator = std::vector<PythonToken>::const_iterator;

// Returns the end of the line that begins at `from`.
TokenIterator LineEnd(TokenIterator from, TokenIterator end) {
  return std::find_if(
      from, end, [](const PythonToken& one) { return one.kind == PythonToken::Kind::kLineEnd; });
}

// Reads an expression. None, and the function that makes a tuple, say nothing of their own.
PythonValue ValueIn(TokenIterator from, TokenIterator end) {
  static const std::set<std::string> known = {"None", "tuple", "list", "True", "False"};
  PythonValue value;
  for (auto one = from; one != end; ++one) {
    if (one->kind == PythonToken::Kind::kText) value.texts.push_back(one->text);
    if (one->kind == PythonToken::Kind::kWord && !known.contains(one->text)) value.has_names = true;
  }
  return value;
}

}  // namespace

std::map<std::string, PythonValue> PythonAssignments(const std::string& text,
                                                     const std::vector<std::string>& variables) {
  const std::vector<PythonToken> tokens = PythonScanner(text).Scan();
  std::map<std::string, PythonValue> values;
  for (auto line = tokens.begin(); line != tokens.end();) {
    const auto end = LineEnd(line, tokens.end());
    const bool is_variable =
        line != end && line->kind == PythonToken::Kind::kWord &&
        std::find(variables.begin(), variables.end(), line->text) != variables.end();
    const auto equals = std::find_if(line, end, [](const PythonToken& one) {
      return one.kind == PythonToken::Kind::kSign && one.text == "=";
    });
    const bool is_assignment =
        is_variable && equals != end && (line + 1 == equals || (line + 1)->text == ":");
    if (is_assignment) values.emplace(line->text, ValueIn(equals + 1, end));
    line = end == tokens.end() ? end : end + 1;
  }
  return values;
}

}  // namespace gonogo

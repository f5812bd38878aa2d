// The parser reads the text through an iterator that shares its position. Each event of the parser
// gets the line of the last character that was read.
#include "core/json/located_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "core/error.h"
#include "core/json/json_error.h"

namespace gonogo {
namespace {

// A forward iterator over the text. It writes its position to `seen`, for the builder.
class TrackedIterator {
 public:
  using iterator_category = std::forward_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  TrackedIterator(const char* at, const char** seen) : at_(at), seen_(seen) {}
  reference operator*() const { return *at_; }
  TrackedIterator& operator++() {
    *seen_ = ++at_;
    return *this;
  }
  TrackedIterator operator++(int) {
    const TrackedIterator before = *this;
    ++*this;
    return before;
  }
  bool operator==(const TrackedIterator& other) const { return at_ == other.at_; }
  bool operator!=(const TrackedIterator& other) const { return at_ != other.at_; }

 private:
  const char* at_;
  const char** seen_;
};

constexpr std::size_t kMaxDepth = 64;

class LocatedJsonBuilder : public nlohmann::json_sax<Json> {
 public:
  LocatedJsonBuilder(std::string_view text, std::string file, LocatedJson& document)
      : text_(text), file_(std::move(file)), document_(document), seen_(text.data()) {}

  const char** seen() { return &seen_; }

  bool null() override { return Scalar(nullptr); }
  bool boolean(bool value) override { return Scalar(value); }
  bool number_integer(number_integer_t value) override { return Scalar(value); }
  bool number_unsigned(number_unsigned_t value) override { return Scalar(value); }
  bool number_float(number_float_t value, const string_t&) override { return Scalar(value); }
  bool string(string_t& value) override { return Scalar(value); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return Open(Json::object()); }
  bool end_object() override { return Close(); }
  bool start_array(std::size_t) override { return Open(Json::array()); }
  bool end_array() override { return Close(); }

  bool key(string_t& key) override {
    Frame& frame = open_.back();
    if (frame.node->contains(key)) ThrowHere(fmt::format("duplicate key \"{}\"", key));
    frame.key = key;
    document_.lines[Below(frame.pointer, key)] = Here();
    return true;
  }

  bool parse_error(std::size_t, const std::string& token,
                   const nlohmann::detail::exception& error) override {
    const std::string what = error.what();
    const std::size_t detail = what.find("syntax error");
    std::string message = detail == std::string::npos ? WhatIsWrong(error) : what.substr(detail);
    if (token.ends_with(']') || token.ends_with('}')) {
      message += "; is there an extra comma before it?";
    }
    ThrowHere(message);
  }

 private:
  struct Frame {
    Json* node;
    std::string pointer;
    std::string key;
  };

  // Counts the lines since the last call. The last character read isn't counted, because it may
  // already be the newline that ends a number.
  Location Here() {
    const char* const last = std::max(counted_, seen_ - 1);
    line_ += static_cast<int>(std::count(counted_, last, '\n'));
    counted_ = last;
    return {file_, line_};
  }

  [[noreturn]] void ThrowHere(const std::string& message) {
    throw PlanError(fmt::format("{}:{}: {}", file_, Here().line, message));
  }

  std::string PointerOfNext() const {
    if (open_.empty()) return "";
    const Frame& frame = open_.back();
    return frame.node->is_array() ? Below(frame.pointer, frame.node->size())
                                  : Below(frame.pointer, frame.key);
  }

  Json* Add(Json value) {
    document_.lines.emplace(PointerOfNext(), Here());
    if (open_.empty()) {
      document_.value = std::move(value);
      return &document_.value;
    }
    Json& parent = *open_.back().node;
    if (parent.is_array()) {
      parent.push_back(std::move(value));
      return &parent.back();
    }
    return &(parent[open_.back().key] = std::move(value));
  }

  bool Scalar(Json value) {
    Add(std::move(value));
    return true;
  }

  bool Open(Json empty) {
    if (open_.size() == kMaxDepth)
      ThrowHere(fmt::format("nested more than {} levels deep", kMaxDepth));
    std::string pointer = PointerOfNext();
    open_.push_back({Add(std::move(empty)), std::move(pointer), ""});
    return true;
  }

  bool Close() {
    open_.pop_back();
    return true;
  }

  std::string_view text_;
  std::string file_;
  LocatedJson& document_;
  const char* seen_;
  const char* counted_ = text_.data();
  int line_ = 1;
  std::vector<Frame> open_;
};

}  // namespace

std::string Below(const std::string& pointer, const std::string& key) {
  std::string below = pointer + "/";
  for (const char c : key) {
    if (c == '~')
      below += "~0";
    else if (c == '/')
      below += "~1";
    else
      below += c;
  }
  return below;
}

std::string Below(const std::string& pointer, std::size_t index) {
  return pointer + "/" + std::to_string(index);
}

Location LocatedJson::At(std::string pointer) const {
  while (true) {
    if (const auto found = lines.find(pointer); found != lines.end()) return found->second;
    if (pointer.empty()) return {};
    pointer.erase(pointer.rfind('/'));
  }
}

void LocatedJson::ThrowAt(const std::string& pointer, const std::string& message) const {
  const Location location = At(pointer);
  throw PlanError(fmt::format("{}:{}: {}", location.file, location.line, message));
}

LocatedJson ParseLocated(std::string_view text, const std::string& file) {
  LocatedJson document;
  LocatedJsonBuilder builder(text, file, document);
  const TrackedIterator begin(text.data(), builder.seen());
  const TrackedIterator end(text.data() + text.size(), builder.seen());
  Json::sax_parse(begin, end, &builder, nlohmann::detail::input_format_t::json,
                  /*strict=*/true, /*ignore_comments=*/true);
  return document;
}

}  // namespace gonogo

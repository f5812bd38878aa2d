// nlohmann's parser reads through an iterator that counts where it is; each event of the parser is
// then filed under the line of the last character that was read.
#include "core/text/located_json.h"

#include <algorithm>
#include <vector>

#include "core/error.h"

namespace gonogo {
namespace {

// A forward iterator over the text that leaves its position where the builder can see it.
class Reader {
 public:
  using iterator_category = std::forward_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  Reader(const char* at, const char** seen) : at_(at), seen_(seen) {}
  reference operator*() const { return *at_; }
  Reader& operator++() {
    *seen_ = ++at_;
    return *this;
  }
  Reader operator++(int) {
    const Reader before = *this;
    ++*this;
    return before;
  }
  bool operator==(const Reader& other) const { return at_ == other.at_; }
  bool operator!=(const Reader& other) const { return at_ != other.at_; }

 private:
  const char* at_;
  const char** seen_;
};

constexpr std::size_t kDeepest = 64;

class Builder : public nlohmann::json_sax<Json> {
 public:
  Builder(std::string_view text, std::string file, LocatedJson& document)
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
    if (frame.node->contains(key)) Refuse("key \"" + key + "\" is given a second time");
    frame.key = key;
    document_.lines[Below(frame.pointer, key)] = Here();
    return true;
  }

  bool parse_error(std::size_t, const std::string& token,
                   const nlohmann::detail::exception& error) override {
    const std::string what = error.what();
    const std::size_t detail = what.find("syntax error");
    std::string message = detail == std::string::npos ? what : what.substr(detail);
    if (token.ends_with(']') || token.ends_with('}')) {
      message += "; is there a comma too many before it?";
    }
    Refuse(message);
  }

 private:
  struct Frame {
    Json* node;
    std::string pointer;
    std::string key;
  };

  // The last character read may already be the newline that ends a number. Lines are counted from
  // where they were counted last: positions only grow.
  Location Here() {
    const char* const last = std::max(counted_, seen_ - 1);
    line_ += static_cast<int>(std::count(counted_, last, '\n'));
    counted_ = last;
    return {file_, line_};
  }

  [[noreturn]] void Refuse(const std::string& message) {
    throw PlanError(file_ + ":" + std::to_string(Here().line) + ": " + message);
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
    if (open_.size() == kDeepest) Refuse("nested deeper than any plan");
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

bool IsAtOrBelow(const std::string& pointer, const std::string& root) {
  return pointer.starts_with(root) &&
         (pointer.size() == root.size() || pointer[root.size()] == '/');
}

// Lays one document over another, place by place.
class Merger {
 public:
  Merger(LocatedJson& base, const LocatedJson& changes) : base_(base), changes_(changes) {}

  void Merge(Json& into, const std::string& pointer, const Json& from,
             const std::string& from_pointer) {
    if (into.is_object() && from.is_object()) {
      for (const auto& [key, value] : from.items()) {
        MergeMember(into, key, pointer, value, Below(from_pointer, key));
      }
    } else if (pointer == "/checks" && into.is_array() && from.is_array()) {
      // Only with those of the base: the same new id twice is for the reader to complain about.
      const std::size_t of_base = into.size();
      for (std::size_t i = 0; i < from.size(); ++i) {
        MergeCheck(into, of_base, from[i], Below(from_pointer, i));
      }
    } else {
      Replace(into, pointer, from, from_pointer);
    }
  }

 private:
  void MergeMember(Json& into, const std::string& key, const std::string& pointer,
                   const Json& value, const std::string& from_pointer) {
    const std::string member = Below(pointer, key);
    if (value.is_null()) {
      into.erase(key);
      Forget(member);
    } else if (into.contains(key)) {
      Merge(into[key], member, value, from_pointer);
    } else {
      Replace(into[key], member, value, from_pointer);
    }
  }

  void MergeCheck(Json& checks, std::size_t of_base, const Json& check,
                  const std::string& from_pointer) {
    for (std::size_t i = 0; i < of_base; ++i) {
      const bool same = check.is_object() && check.contains("id") && checks[i].is_object() &&
                        checks[i].contains("id") && checks[i]["id"] == check["id"];
      if (same) return Merge(checks[i], Below("/checks", i), check, from_pointer);
    }
    checks.push_back(nullptr);
    Replace(checks.back(), Below("/checks", checks.size() - 1), check, from_pointer);
  }

  void Replace(Json& into, const std::string& pointer, const Json& from,
               const std::string& from_pointer) {
    Forget(pointer);
    into = from;
    for (const auto& [place, location] : changes_.lines) {
      if (!IsAtOrBelow(place, from_pointer)) continue;
      base_.lines[pointer + place.substr(from_pointer.size())] = location;
    }
  }

  void Forget(const std::string& pointer) {
    std::erase_if(base_.lines,
                  [&](const auto& entry) { return IsAtOrBelow(entry.first, pointer); });
  }

  LocatedJson& base_;
  const LocatedJson& changes_;
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

void LocatedJson::Refuse(const std::string& pointer, const std::string& message) const {
  const Location location = At(pointer);
  throw PlanError(location.file + ":" + std::to_string(location.line) + ": " + message);
}

LocatedJson ParseLocated(std::string_view text, const std::string& file) {
  LocatedJson document;
  Builder builder(text, file, document);
  const Reader begin(text.data(), builder.seen());
  const Reader end(text.data() + text.size(), builder.seen());
  Json::sax_parse(begin, end, &builder, nlohmann::detail::input_format_t::json,
                  /*strict=*/true, /*ignore_comments=*/true);
  return document;
}

LocatedJson Extended(const LocatedJson& base, const LocatedJson& changes) {
  LocatedJson merged = base;
  Merger(merged, changes).Merge(merged.value, "", changes.value, "");
  return merged;
}

}  // namespace gonogo

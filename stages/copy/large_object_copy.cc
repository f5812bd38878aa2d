// Reads and writes many small objects with one statement, and a large one in pieces.
#include "stages/copy/large_object_copy.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "core/error.h"
#include "core/json/json.h"
#include "core/text/text.h"
#include "sql/copy.h"

namespace gonogo {
namespace {

constexpr std::int64_t kPiece = 4'000'000;  // bytes per statement: twice as many in hexadecimal

struct LargeObject {
  std::int64_t bytes = 0;
  std::string sha256;
  std::string owner;
  Value privileges;
};

using LargeObjects = std::map<std::string, LargeObject>;  // by oid

LargeObjects ReadLargeObjects(Session& session, bool with_contents) {
  LargeObjects objects;
  for (const Row row : session.Query(sql::kLargeObjects, {with_contents ? "true" : "false"})) {
    objects[row.Text("oid")] = {.bytes = with_contents ? row.Integer("bytes") : 0,
                                .sha256 = row.Maybe("sha256").value_or(""),
                                .owner = row.Text("owner"),
                                .privileges = row.Maybe("privileges")};
  }
  return objects;
}

class LargeObjectCopy {
 public:
  LargeObjectCopy(Session& source, WritingSession& target,
                  const std::vector<std::string>& absent_roles)
      : source_(source),
        target_(target),
        absent_roles_(absent_roles),
        wanted_(ReadLargeObjects(source, true)) {}

  CopiedLargeObjects Run() {
    if (wanted_.empty()) return {};
    CopyContents();
    CopyRights();
    return std::move(copied_);
  }

 private:
  void CopyContents() {
    Transaction transaction(target_);
    const LargeObjects there = ReadLargeObjects(target_, true);
    Json missing = Json::array();
    std::vector<std::string> to_fill;
    for (const auto& [oid, object] : wanted_) {
      const auto found = there.find(oid);
      if (found == there.end()) missing.push_back(oid);
      if (found != there.end() && found->second.sha256 == object.sha256) continue;
      if (found != there.end() && found->second.bytes > 0) {
        throw DatabaseError(
            fmt::format("target: large object {} has contents that aren't the source's", oid), "");
      }
      to_fill.push_back(oid);
    }
    target_.Query(sql::kCreateLargeObjects, {ToText(missing)});
    Fill(to_fill);
    transaction.Commit();
  }

  void Fill(const std::vector<std::string>& oids) {
    Json pieces = Json::array();
    std::int64_t size = 0;
    const auto move = [&] {
      MovePieces(pieces);
      pieces = Json::array();
      size = 0;
    };
    for (const std::string& oid : oids) {
      ++copied_.objects;
      const std::int64_t bytes = wanted_.at(oid).bytes;
      for (std::int64_t at = 0; at < bytes; at += kPiece) {
        const std::int64_t piece = std::min(kPiece, bytes - at);
        if (size + piece > kPiece) move();
        pieces.push_back({{"oid", oid}, {"at", at}, {"bytes", piece}});
        size += piece;
      }
      copied_.bytes += bytes;
    }
    move();
  }

  void MovePieces(const Json& pieces) {
    if (pieces.empty()) return;
    Json read = Json::array();
    for (const Row row : source_.Query(sql::kLargeObjectPieces, {ToText(pieces)})) {
      read.push_back(
          {{"oid", row.Text("oid")}, {"at", row.Integer("at")}, {"hex", row.Text("hex")}});
    }
    target_.Query(sql::kWriteLargeObjects, {ToText(read)});
  }

  // Sets all owners and privileges or none: a role that may set one may usually set all.
  void CopyRights() {
    Json different = Json::array();
    for (const auto& [oid, object] : ReadLargeObjects(target_, false)) {
      const auto wanted = wanted_.find(oid);
      if (wanted == wanted_.end()) continue;
      if (wanted->second.owner != object.owner || wanted->second.privileges != object.privileges) {
        different.push_back(oid);
      }
    }
    const Rows statements =
        source_.Query(sql::kLargeObjectRights, {ToText(different), ToText(Json(absent_roles_))});
    if (statements.size() == 0) return;
    try {
      Transaction transaction(target_);
      target_.Execute(Join(statements.Texts("statement"), ";\n"));
      transaction.Commit();
    } catch (const DatabaseError& error) {
      copied_.remarks.push_back(
          fmt::format("not given the owner and privileges of the source: {}: {}",
                      Counted(different.size(), "large object"), error.what()));
    }
  }

  Session& source_;
  WritingSession& target_;
  const std::vector<std::string>& absent_roles_;
  LargeObjects wanted_;
  CopiedLargeObjects copied_;
};

}  // namespace

CopiedLargeObjects CopyLargeObjects(Session& source, WritingSession& target,
                                    const std::vector<std::string>& absent_roles) {
  return LargeObjectCopy(source, target, absent_roles).Run();
}

}  // namespace gonogo

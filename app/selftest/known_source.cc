// Lends its sessions to pairs, because a pair owns what it has.
#include "app/selftest/known_source.h"

#include "core/values/side.h"
#include "fixtures/session/caching_session.h"
#include "fixtures/session/snapshot_session.h"

namespace gonogo {
namespace {

class LentSession : public Session {
 public:
  explicit LentSession(Session& owner) : owner_(owner) {}

  Rows Query(std::string_view statement, const std::vector<Value>& values) override {
    return owner_.Query(statement, values);
  }
  Rows QueryOnce(std::string_view statement, const std::vector<Value>& values) override {
    return owner_.QueryOnce(statement, values);
  }
  std::vector<Rows> QueryAll(const std::vector<std::string>& statements) override {
    return owner_.QueryAll(statements);
  }
  std::string ExportSnapshot() override { return owner_.ExportSnapshot(); }
  void Cancel() noexcept override { owner_.Cancel(); }

 private:
  Session& owner_;
};

Side OpenKnown(const RunContext& context) {
  Side side = OpenSide("source", context.endpoints.source, context.plan.limits);
  if (side.failure) return side;
  const std::string snapshot = side.session->ExportSnapshot();
  // Without memory: it reads rows by a cursor, whose every answer is another one.
  side.readers.push_back(OpenSnapshot(side.endpoint, side.name, side.limits, snapshot));
  side.session = WithMemory(std::move(side.session));
  return side;
}

Side Lent(const Side& owner, SideName name) {
  Side side{.name = ToString(name),
            .session = nullptr,
            .identity = owner.identity,
            .failure = owner.failure,
            .pin_findings = owner.pin_findings,
            .address = owner.address,
            .endpoint = owner.endpoint,
            .limits = owner.limits,
            .readers = {},
            .is_baseline = owner.is_baseline};
  if (owner.session) side.session = std::make_unique<LentSession>(*owner.session);
  for (const auto& reader : owner.readers) {
    side.readers.push_back(std::make_unique<LentSession>(*reader));
  }
  return side;
}

}  // namespace

KnownSource::KnownSource(const RunContext& context)
    : context_(context), source_(OpenKnown(context)) {}

Pair KnownSource::With(const ConnectionString& target) const {
  return {Lent(source_, SideName::kSource), OpenSide("target", target, context_.plan.limits),
          context_.endpoints.pooler};
}

Pair KnownSource::After(const ConnectionString& source) const {
  return {OpenSide("source", source, context_.plan.limits), Lent(source_, SideName::kTarget),
          context_.endpoints.pooler};
}

}  // namespace gonogo

// One thread for each client. Ends them by shutting their sockets down.
#include "tests/support/servers/fake_postgres.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <stdexcept>

namespace gonogo::testing_support {
namespace {

constexpr std::uint32_t kTlsRequest = 80877103;
constexpr std::uint32_t kGssRequest = 80877104;
constexpr std::uint32_t kCancelRequest = 80877102;

std::string Integer(std::uint32_t number) {
  const std::uint32_t sent = htonl(number);
  return {reinterpret_cast<const char*>(&sent), sizeof sent};
}

std::string Message(char type, const std::string& body) {
  return type + Integer(static_cast<std::uint32_t>(body.size() + 4)) + body;
}

const std::string kZero(1, '\0');
const std::string kReady = Message('Z', "I");
const std::string kDone = Message('C', "SELECT 0" + kZero);
const std::string kAcceptedStatement = Message('1', "") + Message('2', "");
std::string Count(std::size_t number) {
  return {static_cast<char>(number / 256), static_cast<char>(number % 256)};
}

// All are of type text.
std::string ColumnsNamed(const std::vector<std::string>& names) {
  std::string body = Count(names.size());
  for (const std::string& name : names) {
    body += name + kZero + Integer(0) + Count(0) + Integer(25) + std::string(6, '\xff') + Count(0);
  }
  return Message('T', body);
}

std::string RowOf(const std::vector<std::string>& values) {
  std::string body = Count(values.size());
  for (const std::string& value : values) {
    body += Integer(static_cast<std::uint32_t>(value.size())) + value;
  }
  return Message('D', body);
}

const std::string kColumns = ColumnsNamed({"a"});

// Answers what a session of gonogo asks before it asks anything else.
std::string AnswerTo(const std::string& statement) {
  if (statement.find("pg_stat_get_activity") != std::string::npos) {
    return ColumnsNamed({"pid", "backend_start"}) + RowOf({"1", "20260101000000000000"});
  }
  if (statement.find("current_setting('jit') AS jit") != std::string::npos) {
    return ColumnsNamed({"search_path", "jit"}) + RowOf({"public", "off"});
  }
  return "";
}

std::string Notice() {
  return Message(
      'N', "SNOTICE" + kZero + "VNOTICE" + kZero + "C00000" + kZero + "Mhello" + kZero + kZero);
}

bool Write(int client, const std::string& bytes) {
  for (std::size_t sent = 0; sent < bytes.size();) {
    const ssize_t more = send(client, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (more <= 0) return false;
    sent += static_cast<std::size_t>(more);
  }
  return true;
}

bool Read(int client, char* into, std::size_t size) {
  for (std::size_t read = 0; read < size;) {
    const ssize_t more = recv(client, into + read, size - read, 0);
    if (more <= 0) return false;
    read += static_cast<std::size_t>(more);
  }
  return true;
}

bool ReadInteger(int client, std::uint32_t& number) {
  if (!Read(client, reinterpret_cast<char*>(&number), sizeof number)) return false;
  number = ntohl(number);
  return true;
}

// Reads what follows a message's length.
bool ReadBody(int client, std::string& body) {
  std::uint32_t size = 0;
  if (!ReadInteger(client, size) || size < 4) return false;
  body.resize(size - 4);
  return Read(client, body.data(), body.size());
}

std::string Repeated(const std::string& message) {
  std::string all;
  while (all.size() < 100'000) all += message;
  return all;
}

void WriteForever(int client, const std::string& message) {
  const std::string many = Repeated(message);
  while (Write(client, many)) {
  }
}

// Says nothing until the client goes away.
void BeSilent(int client) {
  std::array<char, 1000> ignored{};
  while (recv(client, ignored.data(), ignored.size(), 0) > 0) {
  }
}

}  // namespace

FakePostgres::FakePostgres(Misbehaviour misbehaviour)
    : misbehaviour_(misbehaviour), listener_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  auto* const any = reinterpret_cast<sockaddr*>(&address);
  socklen_t size = sizeof address;
  if (bind(listener_, any, size) != 0 || listen(listener_, 8) != 0 ||
      getsockname(listener_, any, &size) != 0) {
    throw std::runtime_error("can't listen on 127.0.0.1");
  }
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this] { Listen(); });
}

FakePostgres::~FakePostgres() {
  stopping_ = true;
  shutdown(listener_, SHUT_RDWR);
  thread_.join();
  for (const int client : clients_) shutdown(client, SHUT_RDWR);
  for (std::thread& thread : threads_) thread.join();
  for (const int client : clients_) close(client);
  close(listener_);
}

std::string FakePostgres::Url() const {
  const bool tls = misbehaviour_ == Misbehaviour::kNeverSpeaksTls;
  return "postgresql://me@127.0.0.1:" + std::to_string(port_) +
         "/fake?gssencmode=disable&sslmode=" + (tls ? "require" : "disable");
}

ConnectionString FakePostgres::Endpoint() const { return ParseEndpoint(Url(), "SRC_DB_URL"); }

void FakePostgres::Listen() {
  while (!stopping_) {
    const int client = accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (client < 0) continue;
    const std::scoped_lock lock(mutex_);
    clients_.push_back(client);
    threads_.emplace_back([this, client] {
      Serve(client);
      shutdown(client, SHUT_RDWR);
    });
  }
}

void FakePostgres::Serve(int client) {
  if (!AcceptsSession(client)) return;
  Write(client, Message('R', Integer(0)) + Message('S', "server_version" + kZero + "15.0" + kZero) +
                    Message('K', Integer(1) + Integer(2)) + kReady);
  AnswerStatements(client);
}

bool FakePostgres::AcceptsSession(int client) const {
  std::string startup;
  while (ReadBody(client, startup)) {
    const std::string code = startup.substr(0, 4);
    if (code == Integer(kCancelRequest)) return false;
    if (misbehaviour_ == Misbehaviour::kNeverAnswersStartup) BeSilent(client);
    if (code == Integer(kTlsRequest) || code == Integer(kGssRequest)) {
      const bool promise = misbehaviour_ == Misbehaviour::kNeverSpeaksTls;
      Write(client, promise ? "S" : "N");
      if (promise) BeSilent(client);
      continue;
    }
    if (misbehaviour_ == Misbehaviour::kEndlessStartup) {
      Write(client, Message('R', Integer(0)));
      WriteForever(client, Message('S', "a" + kZero + "b" + kZero));
    }
    return true;
  }
  return false;
}

void FakePostgres::AnswerStatements(int client) const {
  char type = 0;
  std::string body;
  bool extended = false;
  while (Read(client, &type, 1) && ReadBody(client, body)) {
    if ((type == 'Q' || type == 'P') && body.find("misbehave") != std::string::npos) {
      if (type == 'P') Write(client, kAcceptedStatement);
      return Misbehave(client);
    }
    if (type == 'X') return;
    extended = extended || type == 'P';
    if (type != 'Q' && type != 'S') continue;
    Write(client,
          (extended ? kAcceptedStatement + Message('n', "") : AnswerTo(body)) + kDone + kReady);
    extended = false;
  }
}

void FakePostgres::Misbehave(int client) const {
  const std::string row = RowOf({"some text"});
  switch (misbehaviour_) {
    case Misbehaviour::kStallsInRow:
      Write(client, kColumns + row + row.substr(0, 8));
      return BeSilent(client);
    case Misbehaviour::kEndlessRows:
      Write(client, kColumns);
      return WriteForever(client, row);
    case Misbehaviour::kEndlessWideRow:
      Write(client, kColumns + 'D' + Integer(1'000'000'004) + std::string("\0\1", 2) +
                        Integer(999'999'994));
      return WriteForever(client, "x");
    case Misbehaviour::kEndlessNotices:
      return WriteForever(client, Notice());
    case Misbehaviour::kEndlessNoticesAfterRow:
      Write(client, kColumns + row);
      return WriteForever(client, Notice());
    case Misbehaviour::kEndlessResults:
      return WriteForever(client, kColumns + row + kDone);
    default:
      return BeSilent(client);
  }
}

}  // namespace gonogo::testing_support

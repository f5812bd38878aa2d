// Its two files lie in a folder that only its user may enter.
#include "tests/support/running_pooler.h"

#include <boost/process.hpp>
#include <boost/process/extend.hpp>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <pqxx/pqxx>
#include <stdexcept>
#include <thread>

#include "fixtures/free_port.h"
#include "fixtures/process.h"
#include "tests/support/gonogo_program.h"

namespace gonogo::testing_support {
namespace {

namespace fs = std::filesystem;
namespace process = boost::process;

void WriteFiles(const fs::path& folder, const Cluster& server, int port, const std::string& mode,
                int pool_size) {
  std::ofstream(folder / "users.txt") << "\"gonogo\" \"" << server.password << "\"\n";
  std::ofstream(folder / "pgbouncer.ini")
      << "[databases]\n* = host=127.0.0.1 port=" << server.port
      << "\n[pgbouncer]\nlisten_addr = 127.0.0.1"
      << "\nlisten_port = " << port << "\nunix_socket_dir ="
      << "\nauth_type = scram-sha-256"
      << "\nauth_file = " << (folder / "users.txt").string() << "\npool_mode = " << mode
      << "\ndefault_pool_size = " << pool_size << "\n";
  const std::string user = UnprivilegedUser();
  if (!user.empty()) RunOrThrow({.words = {"chown", user, folder.string()}});
}

// setpriv lets the kernel end it where this program cannot.
std::vector<std::string> WordsFor(const fs::path& folder) {
  return WordsOf({.words = {"setpriv", "--pdeathsig", "TERM", "pgbouncer",
                            (folder / "pgbouncer.ini").string()},
                  .user = UnprivilegedUser()});
}

}  // namespace

struct RunningPooler::Process {
  explicit Process(const fs::path& made)
      : folder(made),
        child(process::args(WordsFor(made)),
              process::std_in<process::null, (process::std_out & process::std_err)>(made / "log")
                  .string(),
              process::start_dir("/")) {}
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;
  ~Process() {
    kill(child.id(), SIGTERM);
    child.wait();
    fs::remove_all(folder);
  }

  // Whether it takes clients; false where it has ended.
  bool Answers(const std::string& url) {
    constexpr int kTries = 200;
    for (int attempt = 0; attempt < kTries && child.running(); ++attempt) {
      try {
        const pqxx::connection connection(url);
        return true;
      } catch (const pqxx::broken_connection&) {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
      }
    }
    return false;
  }

  fs::path folder;
  process::child child;
};

RunningPooler::RunningPooler(const Cluster& server, const std::string& mode, int pool_size)
    : pooled_(server) {
  std::string words;
  constexpr int kAttempts = 5;
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    pooled_.port = FreePort();
    const fs::path folder = MakePairFolder();
    WriteFiles(folder, server, pooled_.port, mode, pool_size);
    process_ = std::make_unique<Process>(folder);
    if (process_->Answers(Url("postgres"))) return;
    words = ReadFile((folder / "log").string());
  }
  throw std::runtime_error("pgbouncer does not answer:\n" + words);
}

RunningPooler::~RunningPooler() = default;

std::string RunningPooler::Url(const std::string& database) const {
  return UrlOf(pooled_, database);
}

}  // namespace gonogo::testing_support

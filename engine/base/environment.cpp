// Files, the bundled fonts' folder and today's date, from this machine.
#include "base/environment.h"

#include "base/failure.h"

#include <atomic>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace saraban {
namespace {

namespace fs = std::filesystem;

/// A file descriptor that closes itself.
class Descriptor {
public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

private:
  int number_;
};

[[noreturn]] void fail(const char* code, const fs::path& path, int error) {
  Location where;
  where.file = path.string();
  throw Failure(Fault::machine, code, where, {{"reason", std::strerror(error)}});
}

[[noreturn]] void fail_too_large(const fs::path& path, const Limits& limits) {
  Location where;
  where.file = path.string();
  throw Failure(Fault::input, "limit-file-size", where,
                {{"limit", std::to_string(limits.file_bytes)}});
}

void write_all(int descriptor, std::string_view bytes, const fs::path& path) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail("cannot-write", path, errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

/// A file written under another name beside its own; gone unless it is committed.
class StagedFile {
public:
  StagedFile(const fs::path& path, std::string_view bytes);
  ~StagedFile() {
    if (!temporary_.empty()) ::unlink(temporary_.c_str());
  }
  StagedFile(StagedFile&& o) noexcept
      : target_(std::move(o.target_)), temporary_(std::exchange(o.temporary_, {})) {}
  StagedFile& operator=(StagedFile&&) = delete;
  void commit();

private:
  int create();

  fs::path target_;
  std::string temporary_;
};

/// A new file beside the target, for this process and thread alone.
int StagedFile::create() {
  static std::atomic<unsigned> count{0};
  for (int attempt = 0; attempt < 100; ++attempt) {
    const fs::path name = "." + std::to_string(::getpid()) + "-" + std::to_string(count++) + ".tmp";
    const std::string path = target_.parent_path() / name;
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor >= 0) return temporary_ = path, descriptor;
    if (errno != EEXIST) break;
  }
  fail("cannot-write", target_, errno);
}

StagedFile::StagedFile(const fs::path& path, std::string_view bytes) : target_(path) {
  std::error_code error;
  if (fs::is_symlink(path, error)) target_ = fs::weakly_canonical(path, error);
  struct stat status {};
  const bool exists = ::stat(target_.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) fail("cannot-write", path, EISDIR);
  const Descriptor out(create());
  // The destructor does not run when a constructor throws.
  try {
    if (exists && ::fchmod(out.number(), status.st_mode & 07777) != 0) errno = 0;
    write_all(out.number(), bytes, path);
  } catch (...) {
    ::unlink(temporary_.c_str());
    throw;
  }
}

void StagedFile::commit() {
  if (::rename(temporary_.c_str(), target_.c_str()) != 0) fail("cannot-write", target_, errno);
  temporary_.clear();
}

bool is_device(const fs::path& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
}

/// Devices and pipes are written to, not replaced.
void write_in_place(const fs::path& path, std::string_view bytes) {
  const Descriptor out(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
  if (out.number() < 0) fail("cannot-write", path, errno);
  write_all(out.number(), bytes, path);
}

fs::path bundled_fonts_folder() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (error) return {};
  const fs::path folder = program.parent_path();
  for (const char* candidate : {"../share/saraban/fonts", "../fonts", "../../fonts", "fonts"}) {
    const fs::path found = (folder / candidate).lexically_normal();
    if (fs::is_directory(found, error)) return found;
  }
  return {};
}

bool is_below(const fs::path& path, const fs::path& folder) {
  auto part = path.begin();
  for (const auto& step : folder) {
    if (step.empty()) continue;
    if (part == path.end() || *part != step) return false;
    ++part;
  }
  return part != path.end();
}

} // namespace

Environment machine_environment() {
  Environment environment;
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  if (::localtime_r(&now, &local) != nullptr)
    environment.today = {local.tm_year + 1900, local.tm_mon + 1, local.tm_mday};
  environment.bundled_fonts = bundled_fonts_folder();
  return environment;
}

std::string read_file(const fs::path& path, const Limits& limits) {
  const Descriptor in(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (in.number() < 0) fail("cannot-read", path, errno);
  struct stat status {};
  if (::fstat(in.number(), &status) != 0) fail("cannot-read", path, errno);
  if (S_ISDIR(status.st_mode)) fail("cannot-read", path, EISDIR);
  const auto expected = static_cast<std::uint64_t>(status.st_size);
  if (S_ISREG(status.st_mode) && expected > limits.file_bytes) fail_too_large(path, limits);
  std::string bytes;
  std::size_t used = 0;
  bytes.resize(S_ISREG(status.st_mode) ? expected + 1 : 1 << 16);
  for (;;) {
    const ssize_t got = ::read(in.number(), bytes.data() + used, bytes.size() - used);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail("cannot-read", path, errno);
    if (got == 0) break;
    used += static_cast<std::size_t>(got);
    if (used > limits.file_bytes) fail_too_large(path, limits);
    if (used == bytes.size()) bytes.resize(bytes.size() * 2);
  }
  bytes.resize(used);
  return bytes;
}

void write_file(const fs::path& path, std::string_view bytes) {
  if (is_device(path)) return write_in_place(path, bytes);
  StagedFile(path, bytes).commit();
}

void write_files(const std::vector<FileToWrite>& files) {
  std::vector<StagedFile> staged;
  staged.reserve(files.size());
  for (const FileToWrite& file : files) {
    if (is_device(file.path)) continue;
    std::error_code error;
    if (file.path.has_parent_path()) fs::create_directories(file.path.parent_path(), error);
    staged.emplace_back(file.path, file.bytes);
  }
  for (StagedFile& file : staged) file.commit();
  for (const FileToWrite& file : files)
    if (is_device(file.path)) write_in_place(file.path, file.bytes);
}

std::optional<fs::path> find_asset(const Environment& environment, std::string_view name) {
  if (name.empty() || name.find('\0') != std::string_view::npos) return std::nullopt;
  for (const fs::path& folder : environment.asset_folders) {
    std::error_code error;
    const fs::path root = fs::canonical(folder, error);
    if (error) continue;
    const fs::path found = fs::canonical(root / fs::path(name), error);
    if (error || !is_below(found, root) || !fs::is_regular_file(found, error)) continue;
    return found;
  }
  return std::nullopt;
}

} // namespace saraban

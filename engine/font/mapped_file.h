// A file's bytes, mapped into memory for reading.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>

namespace saraban::font {

/// Which version of a file was seen: a change of the file changes it.
struct FileStamp {
  std::int64_t size = 0, modified_ns = 0;
  bool operator==(const FileStamp&) const = default;
};

/// Owns the mapping; the bytes stay valid as long as it.
class MappedFile {
public:
  /// Nothing when it cannot be read, is empty or no regular file.
  static std::optional<MappedFile> open(const std::filesystem::path& path);
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&&) = delete;
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();

  std::string_view bytes() const { return bytes_; }
  FileStamp stamp() const { return stamp_; }

private:
  MappedFile(std::string_view bytes, FileStamp stamp) : bytes_(bytes), stamp_(stamp) {}
  std::string_view bytes_;
  FileStamp stamp_;
};

/// Nothing when there is no such file or folder.
std::optional<FileStamp> stamp_of(const std::filesystem::path& path);

} // namespace saraban::font

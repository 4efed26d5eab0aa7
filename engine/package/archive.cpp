// Reading ZIP files through libzip, from hostile bytes and within limits.
#include "package/archive.h"

#include "base/failure.h"
#include "base/utf8.h"

#include <libdeflate.h>
#include <zip.h>

#include <algorithm>
#include <set>

namespace saraban::package {
namespace {

/// Beyond this size the ratio of inflated to deflated is watched.
constexpr std::uint64_t ratio_matters_from = 1u << 20;

Location in_file(const std::string& file) {
  Location where;
  where.file = file;
  return where;
}

[[noreturn]] void fail_damaged(const std::string& file, const std::string& part,
                               const std::string& reason) {
  throw Failure(Fault::input, "zip-damaged", in_file(file), {{"part", part}, {"reason", reason}});
}

[[noreturn]] void fail_limit(const char* code, const std::string& file, const std::string& part,
                             std::uint64_t limit) {
  throw Failure(Fault::input, code, in_file(file),
                {{"part", part}, {"limit", std::to_string(limit)}});
}

/// Password-protected and old Word files are OLE compound files ([MS-CFB] 2.2); the protected ones
/// hold a stream "EncryptedPackage" ([MS-OFFCRYPTO] 2.3.4.1), its name in UTF-16.
[[noreturn]] void fail_not_a_zip(std::string_view bytes, const std::string& file,
                                 const std::string& reason) {
  constexpr std::string_view compound_file = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  constexpr std::string_view encrypted("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);
  const bool compound = bytes.substr(0, compound_file.size()) == compound_file;
  if (compound && bytes.find(encrypted) != std::string_view::npos)
    throw Failure(Fault::input, "zip-encrypted", in_file(file));
  throw Failure(Fault::input, "not-a-zip", in_file(file),
                {{"reason", compound ? "an OLE compound file" : reason}});
}

struct ZipClose {
  void operator()(zip_t* zip) const { zip_discard(zip); }
};
using Zip = std::unique_ptr<zip_t, ZipClose>;

struct ZipFileClose {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using ZipFile = std::unique_ptr<zip_file_t, ZipFileClose>;

Zip open_zip(std::string_view bytes, const std::string& file) {
  if (bytes.empty()) fail_not_a_zip(bytes, file, "an empty file");
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  Zip zip(source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error));
  const std::string reason = zip == nullptr ? zip_error_strerror(&error) : "";
  zip_error_fini(&error);
  if (zip != nullptr) return zip;
  if (source != nullptr) zip_source_free(source);
  fail_not_a_zip(bytes, file, reason);
}

/// Relative, below the container's root, without control characters or a drive. Backslashes, which
/// some writers use, are slashes.
std::string safe_name(const char* raw, const std::string& file) {
  if (raw == nullptr) fail_damaged(file, "", "a name that is not text");
  std::string name(raw);
  std::replace(name.begin(), name.end(), '\\', '/');
  bool safe = !name.empty() && name.size() <= 1024 && name[0] != '/' && is_valid_utf8(name);
  safe = safe && std::none_of(name.begin(), name.end(), [](char c) {
           return static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == ':';
         });
  for (std::size_t at = 0; safe && at < name.size();) {
    const std::size_t end = std::min(name.find('/', at), name.size());
    const std::string_view step(name.data() + at, end - at);
    safe = !step.empty() && step != "." && step != "..";
    at = end + 1;
  }
  if (!safe) throw Failure(Fault::input, "zip-unsafe-name", in_file(file), {{"part", name}});
  return name;
}

struct Directory {
  std::vector<ArchiveEntry> entries;
  std::vector<std::uint64_t> raw_sizes;
  std::uint64_t raw_total = 0;
};

/// One entry of the directory, checked; its bytes are not read yet.
void read_entry(zip_t* zip, zip_uint64_t index, const std::string& file, const Limits& limits,
                Directory& directory) {
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat_index(zip, index, ZIP_FL_ENC_GUESS, &stat) != 0)
    fail_damaged(file, "", zip_strerror(zip));
  ArchiveEntry entry;
  entry.name = safe_name(stat.name, file);
  if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
    throw Failure(Fault::input, "zip-encrypted", in_file(file));
  if (stat.comp_method != ZIP_CM_STORE && stat.comp_method != ZIP_CM_DEFLATE)
    fail_damaged(file, entry.name, "compression method " + std::to_string(stat.comp_method));
  if (stat.size > limits.zip_entry_bytes)
    fail_limit("limit-zip-entry-size", file, entry.name, limits.zip_entry_bytes);
  if (stat.size > ratio_matters_from && stat.size / limits.zip_ratio > stat.comp_size)
    fail_limit("limit-zip-ratio", file, entry.name, limits.zip_ratio);
  entry.data.method = stat.comp_method == ZIP_CM_STORE ? Method::stored : Method::deflated;
  entry.data.crc = stat.crc;
  entry.data.size = stat.size;
  if (entry.data.method == Method::stored && stat.size != stat.comp_size)
    fail_damaged(file, entry.name, "two sizes for stored bytes");
  directory.raw_total += stat.comp_size;
  directory.raw_sizes.push_back(stat.comp_size);
  directory.entries.push_back(std::move(entry));
}

Directory read_directory(zip_t* zip, std::uint64_t file_size, const std::string& file,
                         const Limits& limits) {
  Directory directory;
  const auto count = static_cast<zip_uint64_t>(zip_get_num_entries(zip, 0));
  if (count > limits.zip_entries) fail_limit("limit-zip-entries", file, "", limits.zip_entries);
  std::uint64_t total = 0;
  std::set<std::string_view> names;
  directory.entries.reserve(count);
  for (zip_uint64_t i = 0; i < count; ++i) {
    read_entry(zip, i, file, limits, directory);
    const ArchiveEntry& entry = directory.entries.back();
    total += entry.data.size;
    if (total > limits.zip_total_bytes)
      fail_limit("limit-zip-total-size", file, entry.name, limits.zip_total_bytes);
    // Entries that share their bytes make a small file inflate without end.
    if (directory.raw_total > file_size) fail_damaged(file, entry.name, "entries overlap");
    if (!names.insert(entry.name).second) fail_damaged(file, entry.name, "two entries of one name");
  }
  return directory;
}

void read_raw(zip_t* zip, zip_uint64_t index, const std::string& file, const std::string& part,
              char* to, std::uint64_t size) {
  if (size == 0) return;
  const ZipFile in(zip_fopen_index(zip, index, ZIP_FL_COMPRESSED));
  if (in == nullptr) fail_damaged(file, part, zip_strerror(zip));
  const zip_int64_t got = zip_fread(in.get(), to, size);
  if (got < 0 || static_cast<std::uint64_t>(got) != size) fail_damaged(file, part, "bytes missing");
}

struct FreeDecompressor {
  void operator()(libdeflate_decompressor* d) const { libdeflate_free_decompressor(d); }
};

bool inflate(const Compressed& data, std::string& out) {
  // One for each thread: allocating it costs as much as inflating a small part.
  thread_local const std::unique_ptr<libdeflate_decompressor, FreeDecompressor> decompressor(
      libdeflate_alloc_decompressor());
  if (decompressor == nullptr) throw std::bad_alloc();
  return libdeflate_deflate_decompress(decompressor.get(), data.bytes.data(), data.bytes.size(),
                                       out.data(), out.size(), nullptr) == LIBDEFLATE_SUCCESS;
}

} // namespace

Archive::Archive(std::shared_ptr<const std::string> bytes, const std::string& name,
                 const Limits& limits)
    : file_(name) {
  const Zip zip = open_zip(*bytes, name);
  Directory directory = read_directory(zip.get(), bytes->size(), name, limits);
  entries_ = std::move(directory.entries);
  raw_.reset(new char[directory.raw_total + 1]);
  char* to = raw_.get();
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const std::uint64_t size = directory.raw_sizes[i];
    read_raw(zip.get(), i, name, entries_[i].name, to, size);
    entries_[i].data.bytes = {to, size};
    to += size;
  }
  cache_.resize(entries_.size());
}

std::shared_ptr<const std::string> Archive::inflated(std::size_t entry) const {
  {
    const std::lock_guard lock(mutex_);
    if (cache_[entry] != nullptr) return cache_[entry];
  }
  const ArchiveEntry& source = entries_[entry];
  auto bytes = std::make_shared<std::string>();
  if (source.data.method == Method::stored) {
    *bytes = source.data.bytes;
  } else {
    bytes->resize(source.data.size);
    if (!inflate(source.data, *bytes)) fail_damaged(file_, source.name, "cannot be inflated");
  }
  if (libdeflate_crc32(0, bytes->data(), bytes->size()) != source.data.crc)
    fail_damaged(file_, source.name, "wrong checksum");
  const std::lock_guard lock(mutex_);
  if (cache_[entry] == nullptr) cache_[entry] = std::move(bytes);
  return cache_[entry];
}

} // namespace saraban::package

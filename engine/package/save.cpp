// Packages to bytes, ZIP or XML. Our own writer: libzip's took 765 µs for a letter (it writes
// through temporary sources and compresses untouched parts anew unless each is wrapped), this one
// 30 µs.
#include "base/failure.h"
#include "package/state.h"

#include <libdeflate.h>

#include <algorithm>
#include <array>

namespace saraban::package {
namespace {

// APPNOTE.TXT 6.3.10, 4.3.7, 4.3.12 and 4.3.16.
constexpr std::uint32_t local_header_signature = 0x04034b50;
constexpr std::uint32_t directory_header_signature = 0x02014b50;
constexpr std::uint32_t directory_end_signature = 0x06054b50;
constexpr std::uint16_t version_needed = 20;
constexpr std::uint16_t name_is_utf8 = 1u << 11;
constexpr std::uint16_t first_day_1980 = (1u << 5) | 1u;
constexpr std::size_t local_header_size = 30, directory_header_size = 46;
constexpr std::uint64_t most_bytes = 0xFFFF'FFFF;
constexpr std::size_t most_entries = 0xFFFE;

void put16(std::string& out, std::uint32_t n) {
  out.push_back(static_cast<char>(n & 0xFF));
  out.push_back(static_cast<char>((n >> 8) & 0xFF));
}

void put32(std::string& out, std::uint32_t n) {
  put16(out, n & 0xFFFF);
  put16(out, n >> 16);
}

struct FreeCompressor {
  void operator()(libdeflate_compressor* c) const { libdeflate_free_compressor(c); }
};

libdeflate_compressor* compressor_of(Compression compression) {
  // One for each thread and level: allocating it costs as much as deflating a small part.
  thread_local std::array<std::unique_ptr<libdeflate_compressor, FreeCompressor>, 2> compressors;
  auto& compressor = compressors[compression == Compression::fast ? 0 : 1];
  if (compressor == nullptr)
    compressor.reset(libdeflate_alloc_compressor(compression == Compression::fast ? 1 : 6));
  if (compressor == nullptr) throw std::bad_alloc();
  return compressor.get();
}

/// One entry on its way into the file; deflated bytes live in `buffer`.
struct Outgoing {
  const std::string* name = nullptr;
  Compressed data;
  std::string buffer;
  std::uint32_t offset = 0;
};

Outgoing compress(const Entry& entry, Compression compression) {
  const std::string& bytes = *entry.changed;
  Outgoing out;
  out.name = &entry.name;
  out.data.crc = libdeflate_crc32(0, bytes.data(), bytes.size());
  out.data.size = bytes.size();
  out.data.bytes = bytes;
  if (entry.storing == Storing::store || entry.name == "mimetype") return out;
  out.buffer.resize(bytes.size());
  // Room for less than the whole: what does not shrink is stored.
  const std::size_t deflated = libdeflate_deflate_compress(
      compressor_of(compression), bytes.data(), bytes.size(), out.buffer.data(), out.buffer.size());
  if (deflated == 0) return out;
  out.buffer.resize(deflated);
  out.data.method = Method::deflated;
  return out;
}

std::vector<Outgoing> collect(const Package::State& state, Compression compression) {
  std::vector<Outgoing> entries;
  entries.reserve(state.entries.size());
  for (const Entry& entry : state.entries) {
    if (entry.removed) continue;
    if (entry.changed != nullptr) {
      entries.push_back(compress(entry, compression));
      continue;
    }
    Outgoing out;
    out.name = &entry.name;
    out.data = state.archive->entries()[entry.archive_index].data;
    entries.push_back(std::move(out));
  }
  // ODF 1.3 part 2, 3.3: mimetype comes first.
  const auto mimetype = std::find_if(entries.begin(), entries.end(),
                                     [](const Outgoing& e) { return *e.name == "mimetype"; });
  if (mimetype != entries.end()) std::rotate(entries.begin(), mimetype, mimetype + 1);
  return entries;
}

/// Moving an Outgoing may move its buffer's bytes, so they are looked up last.
std::string_view bytes_of(const Outgoing& entry) {
  return entry.data.method == Method::deflated && !entry.buffer.empty()
             ? std::string_view(entry.buffer)
             : entry.data.bytes;
}

/// The fields that local and directory headers have in common.
void put_common(std::string& out, const Outgoing& entry) {
  const bool ascii = std::all_of(entry.name->begin(), entry.name->end(),
                                 [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  put16(out, version_needed);
  put16(out, ascii ? 0 : name_is_utf8);
  put16(out, static_cast<std::uint32_t>(entry.data.method));
  put16(out, 0);
  put16(out, first_day_1980);
  put32(out, entry.data.crc);
  put32(out, static_cast<std::uint32_t>(bytes_of(entry).size()));
  put32(out, static_cast<std::uint32_t>(entry.data.size));
  put16(out, static_cast<std::uint32_t>(entry.name->size()));
  put16(out, 0);
}

void put_local(std::string& out, Outgoing& entry) {
  entry.offset = static_cast<std::uint32_t>(out.size());
  put32(out, local_header_signature);
  put_common(out, entry);
  out += *entry.name;
  out += bytes_of(entry);
}

void put_directory(std::string& out, const std::vector<Outgoing>& entries) {
  const std::size_t start = out.size();
  for (const Outgoing& entry : entries) {
    put32(out, directory_header_signature);
    put16(out, version_needed);
    put_common(out, entry);
    put16(out, 0); // comment
    put16(out, 0); // disk
    put16(out, 0); // internal attributes
    put32(out, 0); // external attributes
    put32(out, entry.offset);
    out += *entry.name;
  }
  const std::size_t size = out.size() - start;
  put32(out, directory_end_signature);
  put32(out, 0); // disks
  put16(out, static_cast<std::uint32_t>(entries.size()));
  put16(out, static_cast<std::uint32_t>(entries.size()));
  put32(out, static_cast<std::uint32_t>(size));
  put32(out, static_cast<std::uint32_t>(start));
  put16(out, 0); // comment
}

[[noreturn]] void fail_too_large(const Package& package) {
  Location where;
  where.file = package.name();
  throw Failure(Fault::input, "limit-zip-total-size", where,
                {{"limit", std::to_string(most_bytes)}});
}

} // namespace

std::string save(const Package& package, Compression compression) {
  if (package.container() == Container::flat) return *package.part(flat_part);
  std::vector<Outgoing> entries = collect(package.state(), compression);
  std::uint64_t size = 22;
  for (const Outgoing& entry : entries) {
    size += local_header_size + directory_header_size + 2 * entry.name->size();
    size += bytes_of(entry).size();
    if (entry.data.size > most_bytes || entry.name->size() > 0xFFFF) fail_too_large(package);
  }
  if (size > most_bytes || entries.size() > most_entries) fail_too_large(package);
  std::string out;
  out.reserve(size);
  for (Outgoing& entry : entries) put_local(out, entry);
  put_directory(out, entries);
  return out;
}

} // namespace saraban::package

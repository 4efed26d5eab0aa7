// A PDF file in the making: numbered objects, streams, the cross-reference.
#include "render/objects.h"

#include "render/syntax.h"

#include <fmt/format.h>
#include <libdeflate.h>

namespace saraban::render {
namespace {

constexpr std::size_t most_packed = 1000; ///< Readers unpack all of an object stream for one.

std::uint64_t hash_of(std::string_view bytes, std::uint64_t seed) {
  std::uint64_t h = seed;
  for (const char c : bytes) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  return h;
}

} // namespace

void Objects::Release::operator()(libdeflate_compressor* compressor) const {
  libdeflate_free_compressor(compressor);
}

Objects::Objects(Compression compression, int first, int level)
    : packed_hash_(0x84222325cbf29ce4u), first_(first), packs_(compression == Compression::deflate),
      compressor_(compression == Compression::none ? nullptr : libdeflate_alloc_compressor(level)) {
  out_ = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
}

Objects::~Objects() = default;

void Objects::set_version(std::string_view version) {
  constexpr std::size_t at = 5;
  if (version.size() == 3) out_.replace(at, version.size(), version);
}

int Objects::reserve() {
  if (first_ > 0) {
    loose_.emplace_back();
    return first_ + static_cast<int>(loose_.size()) - 1;
  }
  places_.emplace_back();
  return static_cast<int>(places_.size());
}

void Objects::set(int number, std::string_view body) {
  if (first_ > 0) {
    loose_[static_cast<std::size_t>(number - first_)].body = body;
    return;
  }
  if (!packs_) {
    places_[static_cast<std::size_t>(number - 1)].offset = out_.size();
    fmt::format_to(std::back_inserter(out_), "{} 0 obj\n{}\nendobj\n", number, body);
    return;
  }
  if (packed_count_ == 0) packed_number_ = reserve();
  places_[static_cast<std::size_t>(number - 1)] = {packed_count_++, packed_number_};
  fmt::format_to(std::back_inserter(packed_index_), "{} {} ", number, packed_.size());
  packed_.append(body).append("\n");
  if (packed_count_ == most_packed) write_packed();
}

int Objects::add(std::string_view body) {
  const int number = reserve();
  set(number, body);
  return number;
}

void Objects::set_stream(int number, std::string_view entries, std::string_view data,
                         Filter filter) {
  std::string smaller;
  const bool deflate = filter == Filter::automatic && compressed();
  if (deflate) data = smaller = deflated(data);
  const char* filtered = deflate ? "/Filter/FlateDecode" : "";
  if (first_ > 0) {
    loose_[static_cast<std::size_t>(number - first_)] = {
        fmt::format("<<{}{}/Length {}>>", entries, filtered, data.size()), std::string(data), true};
    return;
  }
  places_[static_cast<std::size_t>(number - 1)].offset = out_.size();
  fmt::format_to(std::back_inserter(out_), "{} 0 obj\n<<{}{}/Length {}>>stream\n", number, entries,
                 filtered, data.size());
  out_.append(data).append("\nendstream\nendobj\n");
}

int Objects::add_stream(std::string_view entries, std::string_view data, Filter filter) {
  const int number = reserve();
  set_stream(number, entries, data, filter);
  return number;
}

void Objects::set_loose(int number, const LooseObject& object) {
  if (first_ > 0) {
    loose_[static_cast<std::size_t>(number - first_)] = object;
    return;
  }
  if (!object.is_stream) return set(number, object.body);
  places_[static_cast<std::size_t>(number - 1)].offset = out_.size();
  fmt::format_to(std::back_inserter(out_), "{} 0 obj\n{}stream\n", number, object.body);
  out_.append(object.stream).append("\nendstream\nendobj\n");
}

std::string Objects::deflated(std::string_view data) {
  std::string out(libdeflate_zlib_compress_bound(compressor_.get(), data.size()), '\0');
  out.resize(libdeflate_zlib_compress(compressor_.get(), data.data(), data.size(), out.data(),
                                      out.size()));
  return out;
}

// Object streams (7.5.7) make the structure tree small.
void Objects::write_packed() {
  if (packed_count_ == 0) return;
  packed_hash_ = hash_of(packed_, packed_hash_);
  const std::string entries =
      fmt::format("/Type/ObjStm/N {}/First {}", packed_count_, packed_index_.size());
  set_stream(packed_number_, entries, packed_index_ + packed_);
  packed_.clear();
  packed_index_.clear();
  packed_count_ = 0;
}

std::string Objects::cross_reference_stream(std::string_view trailer) {
  const int own = reserve();
  places_.back().offset = out_.size();
  std::string data("\0\0\0\0\0\xff\xff", 7);
  for (const Place& place : places_) {
    const bool packed = place.stream > 0;
    const std::uint64_t second = packed ? static_cast<unsigned>(place.stream) : place.offset;
    data += packed ? '\2' : '\1';
    for (int shift = 24; shift >= 0; shift -= 8) data += static_cast<char>(second >> shift & 0xff);
    const std::size_t third = packed ? place.offset : 0;
    data += static_cast<char>(third >> 8 & 0xff);
    data += static_cast<char>(third & 0xff);
  }
  const std::string entries =
      fmt::format("/Type/XRef/W[1 4 2]/Size {}{}", places_.size() + 1, trailer);
  const std::size_t at = out_.size();
  set_stream(own, entries, data);
  return fmt::format("startxref\n{}\n%%EOF\n", at);
}

std::string Objects::cross_reference_table(std::string_view trailer) const {
  std::string out = fmt::format("xref\n0 {}\n0000000000 65535 f \n", places_.size() + 1);
  for (const Place& place : places_)
    fmt::format_to(std::back_inserter(out), "{:010} 00000 n \n", place.offset);
  return out + fmt::format("trailer\n<</Size {}{}>>\nstartxref\n{}\n%%EOF\n", places_.size() + 1,
                           trailer, out_.size());
}

std::string Objects::finish(int catalog, int information) {
  return finish(fmt::format("/Root {} 0 R/Info {} 0 R", catalog, information), "");
}

std::string Objects::finish(std::string_view trailer, std::string_view first_id) {
  if (packs_) write_packed();
  const std::string id =
      fmt::format("<{:016X}{:016X}>", hash_of(out_, 0xcbf29ce484222325u), packed_hash_);
  const std::string entries =
      fmt::format("{}/ID[{}{}]", trailer, first_id.empty() ? id : first_id, id);
  out_ += packs_ ? cross_reference_stream(entries) : cross_reference_table(entries);
  return std::move(out_);
}

} // namespace saraban::render

// A PDF file in the making: numbered objects, streams, the cross-reference.
#include "render/objects.h"

#include "render/syntax.h"

#include <fmt/format.h>
#include <libdeflate.h>

namespace saraban::render {
namespace {

constexpr int level = 6;

std::uint64_t hash_of(std::string_view bytes, std::uint64_t seed) {
  std::uint64_t h = seed;
  for (const char c : bytes) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  return h;
}

} // namespace

void Objects::Release::operator()(libdeflate_compressor* compressor) const {
  libdeflate_free_compressor(compressor);
}

Objects::Objects(Compression compression)
    : packs_(compression == Compression::deflate),
      compressor_(compression == Compression::none ? nullptr : libdeflate_alloc_compressor(level)) {
  out_ = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
}

Objects::~Objects() = default;

int Objects::reserve() {
  places_.emplace_back();
  return static_cast<int>(places_.size());
}

void Objects::set(int number, std::string_view body) {
  Place& place = places_[static_cast<std::size_t>(number - 1)];
  if (!packs_) {
    place.offset = out_.size();
    fmt::format_to(std::back_inserter(out_), "{} 0 obj\n{}\nendobj\n", number, body);
    return;
  }
  place = {packed_count_++, true};
  fmt::format_to(std::back_inserter(packed_index_), "{} {} ", number, packed_.size());
  packed_.append(body).append("\n");
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
  places_[static_cast<std::size_t>(number - 1)].offset = out_.size();
  fmt::format_to(std::back_inserter(out_), "{} 0 obj\n<<{}{}/Length {}>>stream\n", number, entries,
                 deflate ? "/Filter/FlateDecode" : "", data.size());
  out_.append(data).append("\nendstream\nendobj\n");
}

int Objects::add_stream(std::string_view entries, std::string_view data, Filter filter) {
  const int number = reserve();
  set_stream(number, entries, data, filter);
  return number;
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
  const int number = reserve();
  const std::string entries =
      fmt::format("/Type/ObjStm/N {}/First {}", packed_count_, packed_index_.size());
  set_stream(number, entries, packed_index_ + packed_);
}

std::string Objects::cross_reference_stream(std::string_view trailer) {
  const int packed_in = static_cast<int>(places_.size()); // write_packed's number
  const int own = reserve();
  places_.back().offset = out_.size();
  std::string data("\0\0\0\0\0\xff\xff", 7);
  for (const Place& place : places_) {
    const std::uint64_t second = place.in_stream ? static_cast<unsigned>(packed_in) : place.offset;
    data += place.in_stream ? '\2' : '\1';
    for (int shift = 24; shift >= 0; shift -= 8) data += static_cast<char>(second >> shift & 0xff);
    const std::size_t third = place.in_stream ? place.offset : 0;
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
  const std::string id = fmt::format("<{:016X}{:016X}>", hash_of(out_, 0xcbf29ce484222325u),
                                     hash_of(packed_, 0x84222325cbf29ce4u));
  const std::string trailer =
      fmt::format("/Root {} 0 R/Info {} 0 R/ID[{}{}]", catalog, information, id, id);
  if (packs_) write_packed();
  out_ += packs_ ? cross_reference_stream(trailer) : cross_reference_table(trailer);
  return std::move(out_);
}

} // namespace saraban::render

// A face over mapped bytes, with HarfBuzz's immutable view of it.
#include "font/face.h"

#include "font/mapped_file.h"
#include "font/sfnt.h"

#include <hb-ot.h>
#include <hb.h>
#include <optional>
#include <utility>

namespace saraban::font {

struct Face::State {
  std::optional<MappedFile> file;
  std::shared_ptr<const std::string> memory;
  std::filesystem::path path;
  unsigned index = 0;
  FaceInfo info;
  hb_font_t* shaper = nullptr;

  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() { hb_font_destroy(shaper); }
  std::string_view bytes() const { return file ? file->bytes() : std::string_view(*memory); }
  bool load();
};

/// HarfBuzz checks every table before it uses it, so hostile bytes end here or give no glyphs.
bool Face::State::load() {
  auto read = read_face_info(bytes(), index);
  if (!read) return false;
  info = std::move(*read);
  hb_blob_t* blob = hb_blob_create(bytes().data(), static_cast<unsigned>(bytes().size()),
                                   HB_MEMORY_MODE_READONLY, nullptr, nullptr);
  hb_face_t* face = hb_face_create(blob, index);
  hb_blob_destroy(blob);
  const bool usable = hb_face_get_glyph_count(face) > 0;
  hb_face_make_immutable(face);
  shaper = hb_font_create(face);
  hb_face_destroy(face);
  hb_font_set_scale(shaper, info.metrics.units_per_em, info.metrics.units_per_em);
  hb_font_make_immutable(shaper);
  return usable;
}

Face::Face(std::unique_ptr<State> state) : state_(std::move(state)) {}
Face::~Face() = default;

std::shared_ptr<const Face> Face::open(const std::filesystem::path& path, unsigned index) {
  auto state = std::make_unique<State>();
  if (auto file = MappedFile::open(path)) state->file.emplace(std::move(*file));
  if (!state->file) return nullptr;
  state->path = path;
  state->index = index;
  if (!state->load()) return nullptr;
  return std::shared_ptr<const Face>(new Face(std::move(state)));
}

std::shared_ptr<const Face> Face::from_bytes(std::shared_ptr<const std::string> bytes,
                                             unsigned index) {
  if (!bytes) return nullptr;
  auto state = std::make_unique<State>();
  state->memory = std::move(bytes);
  state->index = index;
  if (!state->load()) return nullptr;
  return std::shared_ptr<const Face>(new Face(std::move(state)));
}

const std::string& Face::family() const {
  return state_->info.family;
}
const std::string& Face::postscript_name() const {
  return state_->info.postscript_name;
}
bool Face::bold() const {
  return state_->info.weight >= 600;
}
bool Face::italic() const {
  return state_->info.slant != Slant::upright;
}
const Metrics& Face::metrics() const {
  return state_->info.metrics;
}
std::string_view Face::bytes() const {
  return state_->bytes();
}
unsigned Face::index() const {
  return state_->index;
}
const std::filesystem::path& Face::path() const {
  return state_->path;
}
hb_font_t* Face::shaper() const {
  return state_->shaper;
}

std::uint32_t Face::glyph_of(char32_t code) const {
  hb_codepoint_t glyph = 0;
  return hb_font_get_nominal_glyph(state_->shaper, code, &glyph) ? glyph : 0;
}

} // namespace saraban::font

// Pictures and codes where their tags stood.
#include "base/failure.h"
#include "fill/applier.h"
#include "fill/image_file.h"
#include "fill/write_text.h"

#include <algorithm>

namespace saraban::fill {
namespace {

constexpr Length widest = twips(9070); ///< 16 cm, where no size is given.

/// The size it takes on the page, with what is cut off to cover a box.
void fit(const language::Picture& picture, const ImageFile& image, PictureShape& shape) {
  using Fit = language::Picture::Fit;
  shape.width = image.width, shape.height = image.height;
  if (picture.width && picture.height) {
    shape.width = *picture.width, shape.height = *picture.height;
    // Compared as products: width / height of the picture against that of the box.
    const double natural = image.width.points() / image.height.points();
    const double box = shape.width.points() / std::max(shape.height.points(), 1e-6);
    if (picture.fit == Fit::contain) {
      if (natural > box)
        shape.height = shape.width.scaled(image.height.emu, image.width.emu);
      else
        shape.width = shape.height.scaled(image.width.emu, image.height.emu);
    } else if (picture.fit == Fit::cover) {
      const double kept = natural > box ? box / natural : natural / box;
      (natural > box ? shape.crop_sides : shape.crop_ends) = static_cast<int>((1 - kept) * 50'000);
    }
  } else if (picture.width) {
    shape.width = *picture.width;
    shape.height = shape.width.scaled(image.height.emu, image.width.emu);
  } else if (picture.height) {
    shape.height = *picture.height;
    shape.width = shape.height.scaled(image.width.emu, image.height.emu);
  } else if (shape.width > widest) {
    shape.width = widest;
    shape.height = shape.width.scaled(image.height.emu, image.width.emu);
  }
}

} // namespace

void Applier::picture(const language::Picture& picture, const TextForm& form,
                      const language::Expression& from) {
  const std::string key = "picture:" + picture.source;
  const Location where = from.where ? *from.where : Location{};
  auto [known, is_new] = shared_.images.try_emplace(key);
  if (is_new) {
    const auto bytes = image_bytes(picture.source, shared_.scope.environment());
    const std::string name = picture.source.substr(0, 80);
    if (!bytes)
      shared_.scope.diagnostics().error("picture-not-found", where, {{"name", name}});
    else if (known->second = read_image(bytes, shared_.scope.environment().limits); !known->second)
      shared_.scope.diagnostics().error("picture-unknown-kind", where, {{"name", name}});
  }
  if (!known->second) return;
  PictureShape shape;
  shape.description = picture.description;
  fit(picture, *known->second, shape);
  place_picture(key, *known->second, std::move(shape), form);
}

void Applier::qr_code(const language::QrCode& code, const TextForm& form,
                      const language::Expression& from) {
  const auto symbol = codes::qr_code(code.text);
  if (!symbol) {
    shared_.scope.diagnostics().error("qr-too-long", from.where ? *from.where : Location{},
                                      {{"size", std::to_string(code.text.size())}});
    return;
  }
  place_code({*symbol, false, code.size, code.size, "", "QR code", code.text}, form);
}

void Applier::barcode(const language::BarCode& code, const TextForm& form,
                      const language::Expression& from) {
  const Location where = from.where ? *from.where : Location{};
  const auto kind = codes::kind_of(code.kind);
  if (!kind) {
    std::string known;
    for (const std::string& name : codes::kind_names()) known += (known.empty() ? "" : ", ") + name;
    shared_.scope.diagnostics().error("barcode-kind", where,
                                      {{"name", code.kind}, {"known", known}});
    return;
  }
  const auto symbol = codes::barcode(*kind, code.text);
  if (!symbol) {
    shared_.scope.diagnostics().error("barcode-text", where,
                                      {{"text", code.text.substr(0, 80)}, {"name", code.kind}});
    return;
  }
  constexpr Length module = twips(19), bar_height = millimetres(15); // A third of a millimetre.
  const bool linear = codes::is_linear(*kind);
  const int across = symbol->columns + 2 * symbol->quiet;
  const int down = symbol->rows + 2 * symbol->quiet;
  CodeShape shape{*symbol,   linear,   code.width.value_or(module * across), {}, "",
                  "Barcode", code.text};
  shape.height = code.height.value_or(linear ? bar_height : shape.width.scaled(down, across));
  place_code(std::move(shape), form);
}

void Applier::place_code(CodeShape shape, const TextForm& form) {
  if (form.pictures == TextForm::Pictures::no) return;
  shape.id = std::to_string(100'000'000 + ++shared_.drawings);
  shape.name += " " + std::to_string(shared_.drawings);
  out_ += form.object_open;
  shared_.program.markup->code(shape, part_, shared_.additions, out_);
  out_ += form.object_close;
}

/// Where a picture is to be put by hand: a box of its size.
void Applier::picture_box(const language::FormField& field, const TextForm& form) {
  constexpr Length usual = millimetres(30);
  PictureShape shape;
  shape.width = field.width > Length{} ? field.width : usual;
  shape.height = field.height > Length{} ? field.height : shape.width;
  shape.description = std::string(language::plain_path(field.path));
  const std::string key =
      "box:" + std::to_string(shape.width.emu) + "x" + std::to_string(shape.height.emu);
  auto [known, is_new] = shared_.images.try_emplace(key);
  if (is_new) {
    auto png = std::make_shared<const std::string>(box_png(shape.width, shape.height));
    known->second = ImageFile{std::move(png), "png", {}, {}};
  }
  place_picture(key, *known->second, std::move(shape), form);
}

void Applier::place_picture(const std::string& key, const ImageFile& image, PictureShape shape,
                            const TextForm& form) {
  if (form.pictures == TextForm::Pictures::no) return;
  std::string& relation = shared_.picture_relations[part_ + "\n" + key];
  if (relation.empty()) {
    relation = new_relation(image.extension);
    shared_.additions.pictures.push_back({part_, relation, image.extension, image.bytes});
  }
  shape.relation = relation;
  shape.extension = image.extension;
  shape.bytes = image.bytes;
  shape.id = std::to_string(100'000'000 + ++shared_.drawings);
  shape.name = "Picture " + std::to_string(shared_.drawings);
  out_ += form.object_open;
  shared_.program.markup->picture(shared_.program.facts, shape, out_);
  out_ += form.object_close;
}

} // namespace saraban::fill

// Form fields at the places of a map (ISO 32000-1, 12.7).
#include "pdf/stamp/form_tree.h"

#include "pdf/fields.h"
#include "pdf/scan/page_space.h"
#include "pdf/stamp/paint.h"
#include "render/form_xobjects.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <set>

namespace saraban::pdf::stamp {
namespace {

using map::Kind;

QPDFObjectHandle text_object(const std::string& utf8) {
  return QPDFObjectHandle::newUnicodeString(utf8);
}

QPDFObjectHandle name_object(const std::string& name) {
  return QPDFObjectHandle::newName("/" + name);
}

/// An entry's widget in the space of its page.
QPDFObjectHandle rectangle(const Rect& r, const scan::PageSpace& space) {
  const scan::Matrix& m = space.to_page;
  const double d = m.a * m.d - m.b * m.c;
  const auto own = [&](double x, double y) {
    const double dx = x - m.e, dy = y - m.f;
    return scan::Vector{(m.d * dx - m.c * dy) / d, (m.a * dy - m.b * dx) / d};
  };
  const scan::Vector a = own(r.x.points(), r.y.points());
  const scan::Vector b = own(r.right().points(), r.bottom().points());
  QPDFObjectHandle out = QPDFObjectHandle::newArray();
  for (const double n :
       {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)})
    out.appendItem(QPDFObjectHandle::newReal(fmt::format("{:.2f}", n)));
  return out;
}

int turned(const scan::PageSpace& space) {
  const scan::Matrix& m = space.to_page;
  if (m.b > 0) return 90;
  if (m.b < 0) return 270;
  return m.a < 0 ? 180 : 0;
}

unsigned flags_of(Kind kind) {
  switch (kind) {
  case Kind::multiline:
    return flag::multiline;
  case Kind::comb:
    return flag::comb;
  case Kind::radio:
    return flag::radio | flag::no_toggle_to_off;
  default:
    return 0;
  }
}

class FormTree {
public:
  FormTree(File& file, const Flat& flat, const Means& means, Diagnostics& diagnostics)
      : file_(file), flat_(flat), means_(means), diagnostics_(diagnostics),
        pages_(file.qpdf().getAllPages()) {
    QPDFObjectHandle root = file.qpdf().getRoot();
    if (!root.getKey("/AcroForm").isDictionary())
      root.replaceKey("/AcroForm",
                      file.qpdf().makeIndirectObject(QPDFObjectHandle::newDictionary()));
    form_ = root.getKey("/AcroForm");
    if (!form_.getKey("/Fields").isArray())
      form_.replaceKey("/Fields", QPDFObjectHandle::newArray());
  }

  void add(const Stamp& stamp);

private:
  struct Node {
    QPDFObjectHandle object;
    bool terminal = false;
    std::string mapping; ///< Of a terminal one: its expression, "" for the path alone.
    Kind kind = Kind::text;
  };

  std::string field_name(const Stamp& stamp, const std::string& mapping) const;
  Node& node(const std::string& name, const Stamp& stamp, const std::string& mapping);
  QPDFObjectHandle parent_of(const std::string& name);
  QPDFObjectHandle widget(const Stamp& stamp);
  std::string typing_font(const map::Style& style);

  File& file_;
  const Flat& flat_;
  const Means& means_;
  Diagnostics& diagnostics_;
  std::vector<QPDFObjectHandle> pages_;
  QPDFObjectHandle form_;
  std::map<std::string, Node> nodes_;
  std::map<std::string, std::string> fonts_; ///< Family to resource.
  std::size_t unnamed_ = 0;
};

/// What is more than a path: filters that change how the value is written.
std::string mapping_of(const Stamp& stamp, thai::Digits digits) {
  const std::string& value = stamp.entry.value;
  if (!stamp.value.is_single() || !stamp.value.pieces[0].expression) return value;
  const auto filters = language::filters_used(*stamp.value.pieces[0].expression);
  const bool more = std::any_of(filters.begin(), filters.end(), [](const std::string& filter) {
    return filter != "check" && filter != "radio" && filter != "blank";
  });
  if (!more) return stamp.value.paths.size() == 1 ? "" : value;
  const std::size_t end = value.rfind("}}"); // the map's digits, as the form has no such setting
  if (digits != thai::Digits::thai || end == std::string::npos) return value;
  return value.substr(0, end) + "| thaidigits " + value.substr(end);
}

/// The same name for the same path and mapping; another for a path that is shown another way.
std::string FormTree::field_name(const Stamp& stamp, const std::string& mapping) const {
  std::string name = stamp.entry.name;
  if (name.empty()) name = stamp.value.paths.empty() ? "" : stamp.value.paths.front();
  if (name.empty()) return "field" + std::to_string(unnamed_ + 1);
  std::string unique = mapping.empty() || !stamp.entry.name.empty() ? name : name + "#2";
  for (int n = 2;; ++n) {
    const auto known = nodes_.find(unique);
    if (known == nodes_.end()) return unique;
    if (known->second.terminal && known->second.mapping == mapping &&
        known->second.kind == stamp.entry.kind)
      return unique;
    unique = name + "#" + std::to_string(n);
  }
}

/// Fields of the parts before the last; they hold nothing but kids.
QPDFObjectHandle FormTree::parent_of(const std::string& name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string::npos || dot == 0) return form_;
  const std::string above = name.substr(0, dot);
  const auto known = nodes_.find(above);
  if (known != nodes_.end() && !known->second.terminal) return known->second.object;
  if (known != nodes_.end()) return form_; // a value of that name: this one stands alone
  QPDFObjectHandle parent = parent_of(above);
  QPDFObjectHandle object = file_.qpdf().makeIndirectObject(QPDFObjectHandle::newDictionary());
  const std::size_t before = above.rfind('.');
  object.replaceKey("/T",
                    text_object(before == std::string::npos ? above : above.substr(before + 1)));
  object.replaceKey("/Kids", QPDFObjectHandle::newArray());
  const bool top = parent.isSameObjectAs(form_);
  if (!top) object.replaceKey("/Parent", parent);
  parent.getKey(top ? "/Fields" : "/Kids").appendItem(object);
  nodes_[above] = {object, false, "", Kind::text};
  return object;
}

FormTree::Node& FormTree::node(const std::string& name, const Stamp& stamp,
                               const std::string& mapping) {
  const auto known = nodes_.find(name);
  if (known != nodes_.end()) return known->second;
  QPDFObjectHandle parent = parent_of(name);
  const bool top = parent.isSameObjectAs(form_);
  QPDFObjectHandle object = file_.qpdf().makeIndirectObject(QPDFObjectHandle::newDictionary());
  const std::size_t dot = name.rfind('.');
  object.replaceKey("/T",
                    text_object(top || dot == std::string::npos ? name : name.substr(dot + 1)));
  const Kind kind = stamp.entry.kind;
  const bool button = kind == Kind::check || kind == Kind::radio;
  object.replaceKey("/FT", name_object(button ? "Btn" : "Tx"));
  if (const unsigned flags = flags_of(kind))
    object.replaceKey("/Ff", QPDFObjectHandle::newInteger(flags));
  if (kind == Kind::comb)
    object.replaceKey("/MaxLen", QPDFObjectHandle::newInteger(stamp.entry.cells));
  if (kind == Kind::radio) object.replaceKey("/Opt", QPDFObjectHandle::newArray());
  const std::string& title = stamp.entry.title;
  object.replaceKey("/TU", text_object(title.empty() ? name : title));
  if (!mapping.empty()) object.replaceKey("/TM", text_object(mapping));
  object.replaceKey("/Kids", QPDFObjectHandle::newArray());
  if (!top) object.replaceKey("/Parent", parent);
  parent.getKey(top ? "/Fields" : "/Kids").appendItem(object);
  return nodes_[name] = {object, true, mapping, kind};
}

/// A font that viewers can type Thai with, in the form's resources.
std::string FormTree::typing_font(const map::Style& style) {
  const font::Request request = stamp::request_of(style);
  std::string& name = fonts_[request.family];
  if (!name.empty() || means_.fonts == nullptr) return name;
  name = fonts_.size() == 1 ? "SarabanThai" : "SarabanThai" + std::to_string(fonts_.size());
  const page::Pages none;
  const std::vector<render::Frame> frames;
  auto bytes = std::make_shared<const std::string>(
      render::form_xobjects({none, frames, means_.fonts->choose(request).face}, {}, diagnostics_));
  auto source = std::make_shared<File>(bytes, "characters");
  source->qpdf().processMemoryFile("characters", bytes->data(), bytes->size());
  file_.keep(source);
  for (const char* key : {"/DR", "/Font"}) {
    QPDFObjectHandle in = key == std::string("/DR") ? form_ : form_.getKey("/DR");
    if (!in.getKey(key).isDictionary()) in.replaceKey(key, QPDFObjectHandle::newDictionary());
  }
  form_.getKey("/DR").getKey("/Font").replaceKey(
      "/" + name, file_.qpdf().copyForeignObject(source->qpdf().getRoot().getKey("/Characters")));
  return name;
}

/// Of text that begins beside its label: the whole lines below, or what is beside it.
Rect free_rect(const map::Entry& entry) {
  Rect r = entry.rect;
  if (entry.indent <= Length{}) return r;
  if (entry.lines > 1 && entry.pitch > Length{} && r.height > entry.pitch) {
    r.y += entry.pitch;
    r.height -= entry.pitch;
  } else {
    r.x += entry.indent;
    r.width -= std::min(entry.indent, r.width);
  }
  return r;
}

/// One line takes the size that fits, so that nothing that is typed is cut.
/// Others take the size at which the face that is here looks like the one asked for.
double typed_size(const Stamp& stamp, const Means& means) {
  if (stamp.entry.kind == Kind::text) return 0;
  const double size = stamp.style.size.value_or(Length{}).points();
  if (means.fonts == nullptr) return size;
  return size * means.fonts->choose(stamp::request_of(stamp.style)).size_ten_thousandths / 1e4;
}

QPDFObjectHandle FormTree::widget(const Stamp& stamp) {
  QPDFObjectHandle page = pages_.at(static_cast<std::size_t>(stamp.entry.page - 1));
  const scan::PageSpace space = scan::page_space(page);
  QPDFObjectHandle widget = file_.qpdf().makeIndirectObject(QPDFObjectHandle::newDictionary());
  widget.replaceKey("/Type", name_object("Annot"));
  widget.replaceKey("/Subtype", name_object("Widget"));
  widget.replaceKey("/Rect", rectangle(free_rect(stamp.entry), space));
  widget.replaceKey("/F", QPDFObjectHandle::newInteger(4)); // print
  widget.replaceKey("/P", page);
  if (const int r = turned(space)) {
    widget.replaceKey("/MK", QPDFObjectHandle::newDictionary());
    widget.getKey("/MK").replaceKey("/R", QPDFObjectHandle::newInteger(r));
  }
  const Color c = stamp.style.color.value_or(black);
  widget.replaceKey("/DA", QPDFObjectHandle::newString(
                               fmt::format("/{} {:.4g} Tf {:.3g} {:.3g} {:.3g} rg",
                                           typing_font(stamp.style), typed_size(stamp, means_),
                                           c.red / 255.0, c.green / 255.0, c.blue / 255.0)));
  const map::Align align = stamp.style.align.value_or(map::Align::left);
  if (align != map::Align::left)
    widget.replaceKey("/Q", QPDFObjectHandle::newInteger(align == map::Align::center ? 1 : 2));
  if (!page.getKey("/Annots").isArray()) page.replaceKey("/Annots", QPDFObjectHandle::newArray());
  page.getKey("/Annots").appendItem(widget);
  page.replaceKey("/Tabs", name_object("R"));
  return widget;
}

void FormTree::add(const Stamp& given) {
  Stamp stamp = given;
  if (stamp.entry.kind == Kind::automatic) stamp.entry.kind = Kind::text;
  if (stamp.entry.kind == Kind::image || stamp.entry.kind == Kind::qr) {
    diagnostics_.notice("map-no-field", stamp.where);
    return;
  }
  if (stamp.value.paths.empty()) {
    ++unnamed_;
    if (stamp.entry.name.empty()) stamp.entry.name = "field" + std::to_string(unnamed_);
  }
  const std::string mapping = mapping_of(stamp, flat_.map().digits.value_or(thai::Digits::arabic));
  Node& field = node(field_name(stamp, mapping), stamp, mapping);
  QPDFObjectHandle kid = widget(stamp);
  kid.replaceKey("/Parent", field.object);
  field.object.getKey("/Kids").appendItem(kid);
  if (stamp.entry.kind == Kind::radio)
    field.object.getKey("/Opt").appendItem(text_object(stamp.entry.option));
  if (stamp.entry.kind == Kind::radio || stamp.entry.kind == Kind::check)
    kid.replaceKey("/AS", name_object("Off"));
}

} // namespace

void add_fields(File& file, const Flat& flat, const Means& means, Diagnostics& diagnostics) {
  FormTree tree(file, flat, means, diagnostics);
  for (const Stamp& stamp : flat.stamps()) tree.add(stamp);
}

} // namespace saraban::pdf::stamp

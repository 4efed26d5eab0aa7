// The fields of a form: the tree as it should be, read from what other programs make of it.
#include "pdf/fields.h"

#include <algorithm>
#include <map>
#include <set>

namespace saraban::pdf {
namespace {

constexpr std::size_t deepest = 64, most_nodes = 200'000;

bool is_widget(QPDFObjectHandle node) {
  return node.getKey("/Subtype").isNameAndEquals("/Widget") || node.hasKey("/Rect");
}

bool has_name(QPDFObjectHandle node) {
  return node.getKey("/T").isString();
}

/// Reads from the roots down, then what pages show besides.
class Reader {
public:
  explicit Reader(QPDF& qpdf) : qpdf_(qpdf) {}
  FormFields read();

private:
  void find_widgets_on_pages();
  /// No, when the node was visited before or is none.
  bool visit(QPDFObjectHandle node, const Chain& above, const std::string& name_above);
  void visit_kids(QPDFObjectHandle node, const Chain& chain, const std::string& name);
  void add_widget(Field& field, const Chain& chain);
  Field& field_of(const Chain& chain, const std::string& name);
  void visit_unlisted();
  bool first_visit(QPDFObjectHandle node);

  QPDF& qpdf_;
  FormFields form_;
  std::map<QPDFObjGen, std::size_t> page_of_;
  std::vector<QPDFObjectHandle> on_pages_; ///< Widgets in the pages' order.
  std::set<QPDFObjGen> visited_;
  std::map<std::pair<std::string, FieldKind>, std::size_t> by_name_;
  std::size_t nodes_ = 0;
};

void Reader::find_widgets_on_pages() {
  std::size_t number = 0;
  for (QPDFObjectHandle page : qpdf_.getAllPages()) {
    ++number;
    QPDFObjectHandle annotations = page.getKey("/Annots");
    const int count = annotations.isArray() ? annotations.getArrayNItems() : 0;
    for (int i = 0; i < count; ++i) {
      QPDFObjectHandle annotation = annotations.getArrayItem(i);
      if (!annotation.isDictionary() || on_pages_.size() >= most_nodes) continue;
      if (!annotation.getKey("/Subtype").isNameAndEquals("/Widget")) continue;
      if (annotation.isIndirect()) page_of_.emplace(annotation.getObjGen(), number);
      on_pages_.push_back(annotation);
    }
  }
}

/// Direct objects cannot be part of a cycle.
bool Reader::first_visit(QPDFObjectHandle node) {
  if (++nodes_ > most_nodes) return false;
  return !node.isIndirect() || visited_.insert(node.getObjGen()).second;
}

FieldKind kind_of(const Chain& chain) {
  QPDFObjectHandle type = attribute(chain, "/FT");
  QPDFObjectHandle flags = attribute(chain, "/Ff");
  const unsigned bits = flags.isInteger() ? static_cast<unsigned>(flags.getIntValue()) : 0;
  if (type.isNameAndEquals("/Tx")) return FieldKind::text;
  if (type.isNameAndEquals("/Sig")) return FieldKind::signature;
  if (type.isNameAndEquals("/Ch"))
    return (bits & flag::combo) != 0 ? FieldKind::combo : FieldKind::list;
  if (!type.isNameAndEquals("/Btn")) return FieldKind::unknown;
  if ((bits & flag::push_button) != 0) return FieldKind::push_button;
  return (bits & flag::radio) != 0 ? FieldKind::radio : FieldKind::check_box;
}

std::vector<Option> options_of(QPDFObjectHandle array) {
  std::vector<Option> options;
  const int count = array.isArray() ? array.getArrayNItems() : 0;
  for (int i = 0; i < count && options.size() < most_nodes; ++i) {
    QPDFObjectHandle item = array.getArrayItem(i);
    if (item.isArray() && item.getArrayNItems() >= 1) {
      const std::string value = text_of(item.getArrayItem(0));
      options.push_back({value, item.getArrayNItems() > 1 ? text_of(item.getArrayItem(1)) : value});
    } else {
      const std::string value = text_of(item);
      options.push_back({value, value});
    }
  }
  return options;
}

Field& Reader::field_of(const Chain& chain, const std::string& name) {
  const FieldKind kind = kind_of(chain);
  const auto [known, is_new] = by_name_.try_emplace({name, kind}, form_.fields.size());
  if (!is_new && !name.empty()) {
    Field& field = form_.fields[known->second];
    field.holders.push_back(chain);
    return field;
  }
  Field field;
  field.name = name;
  field.kind = kind;
  field.holders.push_back(chain);
  QPDFObjectHandle flags = attribute(chain, "/Ff");
  if (flags.isInteger()) field.flags = static_cast<unsigned>(flags.getIntValue());
  QPDFObjectHandle length = attribute(chain, "/MaxLen");
  if (kind == FieldKind::text && length.isInteger() && length.getIntValue() > 0)
    field.max_length = static_cast<std::size_t>(length.getIntValue());
  field.options = options_of(attribute(chain, "/Opt"));
  return form_.fields.emplace_back(std::move(field));
}

void Reader::add_widget(Field& field, const Chain& chain) {
  Widget widget;
  widget.chain = chain;
  const auto page = page_of_.find(chain.front().getObjGen());
  if (chain.front().isIndirect() && page != page_of_.end()) widget.page = page->second;
  field.widgets.push_back(std::move(widget));
}

bool Reader::visit(QPDFObjectHandle node, const Chain& above, const std::string& name_above) {
  if (!node.isDictionary() || above.size() >= deepest || !first_visit(node)) return false;
  Chain chain{node};
  chain.insert(chain.end(), above.begin(), above.end());
  std::string name = name_above;
  if (has_name(node)) name += (name.empty() ? "" : ".") + text_of(node.getKey("/T"));
  visit_kids(node, chain, name);
  return true;
}

Chain with_kid(QPDFObjectHandle kid, const Chain& chain) {
  Chain out{kid};
  out.insert(out.end(), chain.begin(), chain.end());
  return out;
}

bool is_in(QPDFObjectHandle node, const Chain& chain) {
  return std::any_of(chain.begin(), chain.end(),
                     [&](QPDFObjectHandle link) { return link.isSameObjectAs(node); });
}

/// Kids with a name, or with kids of their own, are fields; all others are this field's widgets.
void Reader::visit_kids(QPDFObjectHandle node, const Chain& chain, const std::string& name) {
  std::vector<QPDFObjectHandle> widgets, good;
  QPDFObjectHandle kids = node.getKey("/Kids");
  const int count = kids.isArray() ? kids.getArrayNItems() : 0;
  bool has_fields = false;
  for (int i = 0; i < count; ++i) {
    QPDFObjectHandle kid = kids.getArrayItem(i);
    if (!kid.isDictionary()) continue;
    if (is_in(kid, chain)) continue;
    const bool field = has_name(kid) || kid.getKey("/Kids").isArray();
    has_fields = has_fields || field;
    const bool taken = field ? visit(kid, chain, name) : first_visit(kid);
    if (taken) good.push_back(kid);
    if (taken && !field) widgets.push_back(kid);
  }
  const bool strange = std::any_of(good.begin(), good.end(), [&](QPDFObjectHandle kid) {
    return node.isIndirect() && !kid.getKey("/Parent").isSameObjectAs(node);
  });
  if (strange || static_cast<int>(good.size()) != count || (!kids.isNull() && !kids.isArray()))
    form_.broken.push_back({node, good});
  const bool self = is_widget(node) && widgets.empty() && !has_fields;
  if (widgets.empty() && !self && (has_fields || attribute(chain, "/FT").isNull())) return;
  // A widget may say what kind of field it is when the field forgot.
  const bool typeless = attribute(chain, "/FT").isNull() && !widgets.empty();
  Field& field = field_of(typeless ? with_kid(widgets.front(), chain) : chain, name);
  if (typeless) field.holders.back() = chain;
  if (self) add_widget(field, chain);
  for (const QPDFObjectHandle& widget : widgets) add_widget(field, with_kid(widget, chain));
}

/// Widgets whose fields the form does not list: from their topmost parent down.
void Reader::visit_unlisted() {
  for (const QPDFObjectHandle& widget : on_pages_) {
    if (widget.isIndirect() && visited_.count(widget.getObjGen()) != 0) continue;
    QPDFObjectHandle root = widget;
    std::set<QPDFObjGen> seen{widget.getObjGen()};
    while (root.getKey("/Parent").isDictionary() && seen.size() < deepest &&
           seen.insert(root.getKey("/Parent").getObjGen()).second)
      root = root.getKey("/Parent");
    const bool listed = root.isIndirect() && visited_.count(root.getObjGen()) != 0;
    if (listed) root = widget; // its parent does not know it
    const bool named = listed && root.getKey("/Parent").isDictionary();
    std::string name;
    Chain above;
    for (QPDFObjectHandle parent = root.getKey("/Parent");
         named && parent.isDictionary() && above.size() < deepest && !is_in(parent, above);
         parent = parent.getKey("/Parent")) {
      above.push_back(parent);
      if (has_name(parent)) name = text_of(parent.getKey("/T")) + (name.empty() ? "" : "." + name);
    }
    if (visit(root, above, name) && !named && root.isIndirect()) form_.roots.push_back(root);
  }
}

FormFields Reader::read() {
  find_widgets_on_pages();
  form_.form = qpdf_.getRoot().getKey("/AcroForm");
  QPDFObjectHandle roots =
      form_.form.isDictionary() ? form_.form.getKey("/Fields") : QPDFObjectHandle::newNull();
  const int count = roots.isArray() ? roots.getArrayNItems() : 0;
  for (int i = 0; i < count; ++i) {
    QPDFObjectHandle root = roots.getArrayItem(i);
    if (visit(root, {}, "")) form_.roots.push_back(root);
  }
  visit_unlisted();
  return std::move(form_);
}

} // namespace

bool is_ours(const Field& field) {
  QPDFObjectHandle known = field.attribute("/SRB");
  return known.isDictionary() && known.hasKey("/T");
}

QPDFObjectHandle attribute(const Chain& chain, const char* key) {
  for (QPDFObjectHandle dictionary : chain) {
    QPDFObjectHandle value = dictionary.getKey(key);
    if (!value.isNull()) return value;
  }
  return QPDFObjectHandle::newNull();
}

FormFields read_fields(File& file) {
  return Reader(file.qpdf()).read();
}

void mend(FormFields& fields) {
  for (Mending& mending : fields.broken) {
    QPDFObjectHandle node = mending.node;
    if (mending.kids.empty())
      node.removeKey("/Kids");
    else
      node.replaceKey("/Kids", QPDFObjectHandle::newArray(mending.kids));
    for (QPDFObjectHandle kid : mending.kids)
      if (node.isIndirect()) kid.replaceKey("/Parent", node);
  }
  for (QPDFObjectHandle root : fields.roots) root.removeKey("/Parent");
  fields.form.replaceKey("/Fields", QPDFObjectHandle::newArray(fields.roots));
}

std::vector<std::string> on_states(const Widget& widget) {
  std::vector<std::string> states;
  QPDFObjectHandle appearance = widget.object().getKey("/AP");
  if (!appearance.isDictionary()) return states;
  for (const char* look : {"/N", "/D"}) { // some have but the looks while pressed
    QPDFObjectHandle known = appearance.getKey(look);
    if (!known.isDictionary()) continue;
    for (const std::string& state : known.getKeys())
      if (state != "/Off") states.push_back(state);
    if (!states.empty()) break;
  }
  return states;
}

std::string state_of(const Field& field, std::size_t widget) {
  const auto said_by = [&](std::size_t i) {
    QPDFObjectHandle state = field.widgets[i].object().getKey("/AS");
    return state.isName() && !state.isNameAndEquals("/Off") ? state.getName() : std::string();
  };
  const std::vector<std::string> states = on_states(field.widgets[widget]);
  if (!states.empty()) return states.front();
  if (std::string state = said_by(widget); !state.empty()) return state;
  if (field.kind != FieldKind::radio) return "/Yes";
  std::size_t number = widget;
  for (std::size_t i = 0; i < field.widgets.size(); ++i)
    if (said_by(i) == "/" + std::to_string(number)) number = field.widgets.size() + widget;
  return "/" + std::to_string(number);
}

std::string choice_text(const Field& field, std::size_t widget) {
  if (widget < field.options.size()) return field.options[widget].shown;
  return name_text(state_of(field, widget));
}

} // namespace saraban::pdf

// Filling a form: values and appearances agree, and nothing else is touched.
#include "base/failure.h"
#include "pdf/calculate.h"
#include "pdf/changes.h"
#include "pdf/data_path.h"
#include "pdf/draw.h"
#include "pdf/flatten.h"
#include "pdf/values.h"

#include <algorithm>

namespace saraban::pdf {
namespace {

/// Throws Failure (input: "pdf-signed") for a file whose signature a change would break.
void consider_signatures(const File& file, const FormFields& fields, SignedFiles wanted,
                         Diagnostics& diagnostics) {
  for (const Field& field : fields.fields) {
    if (field.kind != FieldKind::signature || !field.attribute("/V").isDictionary()) continue;
    const Location where = place_of(file.name(), field);
    if (wanted == SignedFiles::refuse)
      throw Failure(Fault::input, "pdf-signed", where, {{"field", field.name}});
    diagnostics.warning("pdf-signature-broken", where, {{"field", field.name}});
  }
}

QPDFObjectHandle make_form(QPDF& qpdf, FormFields& fields) {
  if (!fields.form.isDictionary()) {
    fields.form = qpdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
    qpdf.getRoot().replaceKey("/AcroForm", fields.form);
  }
  mend(fields);
  return fields.form;
}

QPDFObjectHandle text_object(const std::string& text) {
  return QPDFObjectHandle::newUnicodeString(text);
}

QPDFObjectHandle value_of(const Field& field, const Entry& entry) {
  if (!entry.state.empty()) return QPDFObjectHandle::newName(entry.state);
  if (!entry.is_option) return text_object(entry.text);
  if (entry.selected.size() == 1) return text_object(field.options[entry.selected[0]].value);
  QPDFObjectHandle values = QPDFObjectHandle::newArray();
  for (const std::size_t option : entry.selected)
    values.appendItem(text_object(field.options[option].value));
  return entry.selected.empty() ? text_object("") : values;
}

/// What the raw value of the data was, as long as the text stays as it is.
void set_raw_value(QPDFObjectHandle holder, const Entry& entry, const std::string& text) {
  QPDFObjectHandle known = holder.getKey("/SRB");
  if (!known.isDictionary() && entry.raw.empty()) return;
  if (!known.isDictionary()) known = QPDFObjectHandle::newDictionary();
  if (entry.raw.empty())
    known.removeKey("/V");
  else
    known.replaceKey("/V", text_object(entry.raw));
  known.replaceKey("/S", text_object(text));
  holder.replaceKey("/SRB", known);
}

void set_selection(QPDFObjectHandle holder, const Field& field, const Entry& entry) {
  holder.removeKey("/I");
  if (field.kind != FieldKind::list) return;
  QPDFObjectHandle indexes = QPDFObjectHandle::newArray();
  for (const std::size_t option : entry.selected)
    indexes.appendItem(QPDFObjectHandle::newInteger(static_cast<long long>(option)));
  if (!entry.selected.empty()) holder.replaceKey("/I", indexes);
}

void set_states(const Field& field, const Entry& entry) {
  for (std::size_t i = 0; i < field.widgets.size(); ++i) {
    const std::vector<std::string> states = on_states(field.widgets[i]);
    const bool knows = states.empty()
                           ? state_of(field, i) == entry.state
                           : std::find(states.begin(), states.end(), entry.state) != states.end();
    const bool on = knows && (!entry.widget || *entry.widget == i);
    field.widgets[i].object().replaceKey("/AS",
                                         QPDFObjectHandle::newName(on ? entry.state : "/Off"));
  }
}

void set_value(const Field& field, const Entry& entry) {
  for (const Chain& chain : field.holders) {
    QPDFObjectHandle holder = chain.front();
    QPDFObjectHandle value = value_of(field, entry);
    holder.replaceKey("/V", value);
    for (const char* rich : {"/RV", "/DS"}) holder.removeKey(rich);
    if (field.kind == FieldKind::combo || field.kind == FieldKind::list)
      set_selection(holder, field, entry);
    const bool is_array = value.isArray();
    set_raw_value(holder, entry, is_array ? "" : text_of(value));
  }
  for (const Widget& widget : field.widgets) {
    QPDFObjectHandle object = widget.object();
    const bool holds = std::any_of(field.holders.begin(), field.holders.end(), [&](const Chain& c) {
      return c.front().isSameObjectAs(object);
    });
    if (!holds)
      for (const char* key : {"/V", "/RV"}) object.removeKey(key);
  }
}

/// The entry that says what the field holds already.
Entry present_entry(const Field& field) {
  Entry entry;
  QPDFObjectHandle value = field.attribute("/V");
  if (field.kind == FieldKind::text || field.kind == FieldKind::combo)
    entry.text = entry.shown = text_of(value);
  if (field.kind == FieldKind::check_box || field.kind == FieldKind::radio)
    entry.state = value.isName() ? value.getName() : "";
  std::vector<std::string> chosen;
  const int count = value.isArray() ? value.getArrayNItems() : 0;
  for (int i = 0; i < count; ++i) chosen.push_back(text_of(value.getArrayItem(i)));
  if (count == 0) chosen.push_back(text_of(value));
  for (std::size_t i = 0; i < field.options.size(); ++i)
    if (std::find(chosen.begin(), chosen.end(), field.options[i].value) != chosen.end()) {
      entry.selected.push_back(i);
      entry.is_option = true;
    }
  return entry;
}

bool lacks_appearance(const Field& field) {
  return std::any_of(field.widgets.begin(), field.widgets.end(), [](const Widget& widget) {
    QPDFObjectHandle appearance = widget.object().getKey("/AP");
    return !appearance.isDictionary() || appearance.getKey("/N").isNull();
  });
}

bool is_drawn(const Field& field) {
  return field.kind != FieldKind::push_button && field.kind != FieldKind::signature &&
         field.kind != FieldKind::unknown;
}

/// Fields that viewers would have had to draw themselves, as nobody will ask them to any more.
void add_undrawn(const FormFields& fields, std::vector<Drawing>& drawings) {
  QPDFObjectHandle form = fields.form;
  QPDFObjectHandle asked = form.getKey("/NeedAppearances");
  const bool all = asked.isBool() && asked.getBoolValue();
  const std::size_t filled = drawings.size();
  for (const Field& field : fields.fields) {
    const bool done = std::any_of(drawings.begin(), drawings.begin() + static_cast<long>(filled),
                                  [&](const Drawing& d) { return d.field == &field; });
    if (done || !is_drawn(field) || (!all && !lacks_appearance(field))) continue;
    drawings.push_back({&field, present_entry(field)});
  }
}

/// What contradicts the new values: requests to draw anew, XFA, usage rights.
void clear_contradictions(File& file, QPDFObjectHandle form, Diagnostics& diagnostics) {
  form.removeKey("/NeedAppearances");
  if (form.hasKey("/XFA")) {
    form.removeKey("/XFA");
    diagnostics.notice("pdf-xfa-removed", file.location());
  }
  QPDFObjectHandle permissions = file.qpdf().getRoot().getKey("/Perms");
  if (!permissions.isDictionary()) return;
  for (const char* right : {"/UR3", "/UR"}) {
    if (!permissions.hasKey(right)) continue;
    permissions.removeKey(right);
    diagnostics.notice("pdf-usage-rights-removed", file.location());
  }
  if (permissions.getKeys().empty()) file.qpdf().getRoot().removeKey("/Perms");
}

void fill_file(const Form& source, File& file, FormFields& fields, std::vector<Entry> entries,
               const FillOptions& options, const Means& means, Diagnostics& diagnostics) {
  QPDFObjectHandle form = make_form(file.qpdf(), fields);
  std::vector<Drawing> drawings;
  for (Entry& entry : entries) {
    const Field& field = fields.fields[entry.field];
    set_value(field, entry);
    drawings.push_back({&field, std::move(entry)});
  }
  add_undrawn(fields, drawings);
  clear_contradictions(file, form, diagnostics);
  const InsertAs as = options.flatten == Flatten::yes ? InsertAs::objects : InsertAs::texts;
  draw(source, file, as, form, drawings, means, diagnostics);
  for (const Drawing& drawing : drawings) // drawing names the states of buttons that had none
    if (!drawing.entry.state.empty()) set_states(*drawing.field, drawing.entry);
  if (options.flatten == Flatten::yes) flatten(file);
}

/// What a form of ours has no place for (pictures, what only conditions ask for, items beyond its
/// lines) travels with it, so that reading back gives all of the data.
void keep_rest(const Form& source, File& file, const FormFields& fields,
               const data::Value& record) {
  QPDFObjectHandle form = file.qpdf().getRoot().getKey("/AcroForm");
  if (!form.isDictionary() || std::none_of(fields.fields.begin(), fields.fields.end(), is_ours))
    return;
  const data::Value shown = values_in(source, fields);
  data::Map rest;
  for (const auto& [path, value] : leaves(record))
    if (!value->is_null() && find_path(shown, path) == nullptr) rest.emplace_back(path, *value);
  QPDFObjectHandle known = form.getKey("/SRB");
  if (!known.isDictionary()) known = QPDFObjectHandle::newDictionary();
  known.removeKey("/Rest");
  if (!rest.empty()) known.replaceKey("/Rest", text_object(json_of(data::Value(std::move(rest)))));
  if (!known.getKeys().empty()) form.replaceKey("/SRB", known);
}

} // namespace

std::string fill_form(const Form& form, const data::Value& record, const data::Sources& sources,
                      const FillOptions& options, const Means& means, Diagnostics& diagnostics) {
  Diagnostics unheard; // of opening: said when the form was compiled
  const auto file = form.file(unheard);
  bool made = false;
  guarded(*file, [&] {
    FormFields fields = read_fields(*file);
    if (fields.fields.empty()) throw Failure(Fault::input, "pdf-without-fields", file->location());
    consider_signatures(*file, fields, options.signed_files, diagnostics);
    file->demand(Permission::fill_forms);
    if (options.flatten == Flatten::yes) file->demand(Permission::change_pages);
    auto entries = entries_for(form, fields, {record, sources, options.unused}, means.environment,
                               diagnostics);
    add_calculated(fields, form.name(), entries, diagnostics);
    if (diagnostics.has_errors() || options.purpose == Purpose::check) return;
    if (file->base() && options.flatten == Flatten::no)
      file->set_changed(changed_by_filling(*file, fields));
    fill_file(form, *file, fields, std::move(entries), options, means, diagnostics);
    keep_rest(form, *file, fields, record);
    made = true;
  });
  return made ? write(*file) : "";
}

} // namespace saraban::pdf

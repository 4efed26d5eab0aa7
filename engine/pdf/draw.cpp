// The appearances of a file's widgets: collected, drawn together, put into the file.
#include "pdf/draw.h"

#include "base/utf8.h"
#include "pdf/appearance.h"
#include "pdf/values.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace saraban::pdf {
namespace {

constexpr const char* typing_font = "SarabanThai";

bool is_button(const Field& field) {
  return field.kind == FieldKind::check_box || field.kind == FieldKind::radio;
}

/// One widget on its way; its XObjects are `first` and, of buttons, the one after it (Off).
struct Job {
  const Drawing* drawing = nullptr;
  std::size_t widget = 0;
  Look look;
  TextStyle style;
  std::size_t first = 0;
};

bool has_own_appearance(const Widget& widget, const std::string& state) {
  QPDFObjectHandle normal = widget.object().getKey("/AP");
  normal = normal.isDictionary() ? normal.getKey("/N") : normal;
  return normal.isDictionary() && normal.getKey(state).isStream();
}

std::vector<Job> jobs_of(const std::vector<Drawing>& drawings, QPDFObjectHandle form) {
  std::vector<Job> jobs;
  for (const Drawing& drawing : drawings)
    for (std::size_t i = 0; i < drawing.field->widgets.size(); ++i) {
      const Widget& widget = drawing.field->widgets[i];
      const auto look = look_of(widget);
      if (!look) continue;
      if (is_button(*drawing.field) && has_own_appearance(widget, state_of(*drawing.field, i)))
        continue;
      jobs.push_back({&drawing, i, *look, text_style(widget, form), 0});
    }
  return jobs;
}

std::vector<font::Request> requests_of(const std::vector<Job>& jobs) {
  std::vector<font::Request> requests;
  for (const Job& job : jobs)
    if (std::find(requests.begin(), requests.end(), job.style.request) == requests.end())
      requests.push_back(job.style.request);
  return requests;
}

Quadding quadding_of(const Widget& widget, QPDFObjectHandle form) {
  QPDFObjectHandle q = attribute(widget.chain, "/Q");
  if (q.isNull() && form.isDictionary()) q = form.getKey("/Q");
  const auto n = q.isInteger() ? q.getIntValue() : 0;
  return n == 1 ? Quadding::center : n == 2 ? Quadding::right : Quadding::left;
}

std::string bullets(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); at += decode_utf8(text, at).length) out += "•";
  return out;
}

TextContent content_of(const Field& field, const Entry& entry) {
  TextContent content;
  if (field.kind == FieldKind::combo) {
    content.text = entry.is_option && !entry.selected.empty()
                       ? field.options[entry.selected.front()].shown
                       : entry.shown;
    return content;
  }
  content.text = field.has(flag::password) ? bullets(entry.shown) : entry.shown;
  if (field.has(flag::multiline)) {
    content.fitting = Fitting::lines;
  } else if (field.has(flag::comb) && field.max_length && !field.has(flag::password) &&
             !field.has(flag::file_select)) {
    content.fitting = Fitting::comb;
    content.cells = *field.max_length;
  }
  return content;
}

/// No page holds more than this; says whether anything was cut off.
bool shorten(std::string& text) {
  constexpr std::size_t longest = 50'000;
  if (text.size() <= longest) return false;
  std::size_t end = longest;
  while (end > 0 && (text[end] & 0xC0) == 0x80) --end;
  text.resize(end);
  return true;
}

bool has_thai(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = decode_utf8(text, at);
    if (decoded.code >= 0x0E01 && decoded.code <= 0x0E5B) return true;
    at += decoded.length;
  }
  return false;
}

/// Draws all jobs as one file and takes it apart again.
class Painter {
public:
  Painter(const Form& source, File& file, InsertAs as, QPDFObjectHandle form, std::vector<Job> jobs,
          const Means& means, Diagnostics& diagnostics)
      : source_(source), file_(file), as_(as), form_(form), jobs_(std::move(jobs)), means_(means),
        diagnostics_(diagnostics), typesetter_(means, requests_of(jobs_), diagnostics) {}

  void paint() {
    for (Job& job : jobs_) {
      job.first = frames_.size();
      if (is_button(*job.drawing->field))
        paint_button(job);
      else
        paint_text(job);
    }
    bring_in();
  }

private:
  void add(Appearance appearance) {
    frames_.push_back(std::move(appearance.frame));
    pages_.pages.push_back(std::move(appearance.content));
  }

  void paint_text(const Job& job) {
    const Field& field = *job.drawing->field;
    const Entry& entry = job.drawing->entry;
    const Widget& widget = field.widgets[job.widget];
    if (field.kind == FieldKind::list) {
      ListContent content;
      for (const Option& option : field.options) content.rows.push_back(option.shown);
      content.selected = entry.selected;
      content.quadding = quadding_of(widget, form_);
      ListAppearance drawn = list_appearance(job.look, job.style, content, typesetter_);
      for (const Chain& chain : field.holders) {
        QPDFObjectHandle holder = chain.front();
        if (drawn.top != 0 || holder.hasKey("/TI"))
          holder.replaceKey("/TI", QPDFObjectHandle::newInteger(static_cast<long long>(drawn.top)));
      }
      add(std::move(drawn.appearance));
      return;
    }
    TextContent content = content_of(field, entry);
    content.quadding = quadding_of(widget, form_);
    Look look = job.look;
    if (content.fitting == Fitting::comb) look.cells = content.cells;
    const bool too_long = shorten(content.text);
    Appearance drawn = text_appearance(look, job.style, content, typesetter_);
    if (drawn.cut && field.attribute("/SRB").isDictionary()) drawn = shrunk(look, job, content);
    const bool cut = drawn.cut || too_long;
    note_missing(field, drawn.content);
    add(std::move(drawn));
    if (cut)
      diagnostics_.warning("pdf-text-cut", place_of(file_.name(), field), {{"field", field.name}});
    if (has_thai(content.text)) want_typing_font(job);
  }

  /// At a size in per cent of the style's: in one line, or in several where only they fit.
  Appearance at_size(const Look& look, const Job& job, const TextContent& content, int percent) {
    constexpr double legible = 5; // Points.
    TextStyle style = job.style;
    style.size = std::max(job.style.size * percent / 100, std::min(job.style.size, legible));
    Appearance drawn = text_appearance(look, style, content, typesetter_);
    if (!drawn.cut) return drawn;
    TextContent lines = content;
    lines.fitting = Fitting::lines;
    Appearance low = text_appearance(look, style, lines, typesetter_);
    return low.cut ? drawn : low;
  }

  /// Forms of ours are as roomy as their blanks, which longer text must do with: smaller, down to
  /// half its size, no more than it must be, which is most often little.
  Appearance shrunk(const Look& look, const Job& job, const TextContent& content) {
    Appearance drawn;
    for (int percent = 95; percent >= 50; percent -= 5) {
      drawn = at_size(look, job, content, percent);
      if (!drawn.cut) break;
    }
    return drawn;
  }

  void paint_button(const Job& job) {
    const bool radio = job.drawing->field->kind == FieldKind::radio;
    const Shape shape =
        job.look.caption == "l" || (radio && job.look.caption.empty()) ? Shape::round : Shape::box;
    Appearance off;
    off.content.size = {points(job.look.width), points(job.look.height)};
    off.frame.before = paint_box(job.look, shape);
    off.frame.entries = matrix_entry(job.look);
    Appearance on = off;
    on.frame.before += paint_mark(job.look, job.style.color_operators, radio ? 'l' : '4');
    add(std::move(on));
    add(std::move(off));
  }

  void note_missing(const Field& field, const page::Page& content) {
    std::set<char32_t> codes;
    for (const page::Item& item : content.items)
      if (const auto* run = std::get_if<page::GlyphRun>(&item))
        for (const page::Glyph& glyph : run->glyphs)
          if (glyph.id == 0) codes.insert(decode_utf8(run->text, glyph.cluster).code);
    std::string characters;
    for (const char32_t code : codes) append_utf8(characters, code);
    if (!characters.empty())
      diagnostics_.warning("pdf-characters-missing", place_of(file_.name(), field),
                           {{"field", field.name}, {"characters", characters}});
  }

  /// Text that its own font cannot type gets one that can, for viewers that draw it anew.
  void want_typing_font(const Job& job) {
    QPDFObjectHandle fonts = dictionary(dictionary(form_, "/DR"), "/Font");
    QPDFObjectHandle own = fonts.getKey("/" + job.style.font);
    if (own.isDictionary() && own.getKey("/Subtype").isNameAndEquals("/Type0")) return;
    const font::Choice& choice = means_.fonts->choose_for(job.style.request, U'ก');
    if (!typing_face_) typing_face_ = choice.face;
    QPDFObjectHandle widget = job.drawing->field->widgets[job.widget].object();
    widget.replaceKey(
        "/DA", QPDFObjectHandle::newString(fmt::format("/{} {:.5g} Tf {}", typing_font,
                                                       job.style.size, job.style.color_operators)));
  }

  static QPDFObjectHandle dictionary(QPDFObjectHandle in, const std::string& key) {
    if (!in.getKey(key).isDictionary()) in.replaceKey(key, QPDFObjectHandle::newDictionary());
    return in.getKey(key);
  }

  void bring_in() {
    if (frames_.empty()) return;
    if (typing_face_) bring_in_typing_font();
    pages_.faces = typesetter_.faces();
    render::PdfOptions options;
    options.limits = means_.environment.limits;
    const std::vector<QPDFObjectHandle> forms =
        insert(file_, as_, [&](int first, std::vector<render::LooseObject>& objects) {
          auto loose =
              render::loose_form_xobjects({pages_, frames_, nullptr}, first, options, diagnostics_);
          objects = std::move(loose.objects);
          return std::move(loose.forms);
        });
    for (const Job& job : jobs_) attach(job, forms);
  }

  /// Before all else: so it has the same numbers in each record's file.
  void bring_in_typing_font() {
    const std::vector<QPDFObjectHandle> fonts =
        insert(file_, as_, [&](int first, std::vector<render::LooseObject>& objects) {
          const auto font = source_.typing_font(typing_face_, first);
          objects = font->objects;
          return std::vector<int>{font->characters};
        });
    dictionary(dictionary(form_, "/DR"), "/Font")
        .replaceKey(std::string("/") + typing_font, fonts.front());
  }

  void attach(const Job& job, const std::vector<QPDFObjectHandle>& forms) {
    const Field& field = *job.drawing->field;
    QPDFObjectHandle widget = field.widgets[job.widget].object();
    QPDFObjectHandle appearance = QPDFObjectHandle::newDictionary();
    QPDFObjectHandle normal = forms[job.first];
    if (is_button(field)) {
      QPDFObjectHandle states = QPDFObjectHandle::newDictionary();
      states.replaceKey(state_of(field, job.widget), normal);
      states.replaceKey("/Off", forms[job.first + 1]);
      normal = states;
    }
    appearance.replaceKey("/N", normal);
    widget.replaceKey("/AP", appearance);
  }

  const Form& source_;
  File& file_;
  InsertAs as_;
  QPDFObjectHandle form_;
  std::vector<Job> jobs_;
  const Means& means_;
  Diagnostics& diagnostics_;
  Typesetter typesetter_;
  page::Pages pages_;
  std::vector<render::Frame> frames_;
  std::shared_ptr<const font::Face> typing_face_;
};

} // namespace

void draw(const Form& source, File& file, InsertAs as, QPDFObjectHandle form,
          const std::vector<Drawing>& drawings, const Means& means, Diagnostics& diagnostics) {
  std::vector<Job> jobs = jobs_of(drawings, form);
  if (!jobs.empty()) Painter(source, file, as, form, std::move(jobs), means, diagnostics).paint();
}

} // namespace saraban::pdf

// The fields of a form: the tree as it should be, read from what other programs make of it.
#pragma once

#include "base/geometry.h"
#include "pdf/open.h"

#include <optional>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <vector>

namespace saraban::pdf {

enum class FieldKind { text, check_box, radio, combo, list, push_button, signature, unknown };

/// Field flags (ISO 32000-1, tables 221, 226, 228 and 230).
namespace flag {
inline constexpr unsigned read_only = 1u << 0, required = 1u << 1, no_export = 1u << 2,
                          multiline = 1u << 12, password = 1u << 13, no_toggle_to_off = 1u << 14,
                          radio = 1u << 15, push_button = 1u << 16, combo = 1u << 17,
                          editable = 1u << 18, file_select = 1u << 20, multi_select = 1u << 21,
                          comb = 1u << 24, rich_text = 1u << 25, in_unison = 1u << 25;
}

/// A dictionary and what it inherits from, nearest first.
using Chain = std::vector<QPDFObjectHandle>;
/// The first that has the key; a null object when none has it.
QPDFObjectHandle attribute(const Chain& chain, const char* key);

struct Widget {
  Chain chain;          ///< The annotation itself first.
  std::size_t page = 0; ///< From 1; 0 when it stands on none.
  QPDFObjectHandle object() const { return chain.front(); }
};

struct Option {
  std::string value, shown; ///< Export value and text; the same where the form gives but one.
};

/// Fields of one name are one field, however many dictionaries say so.
struct Field {
  std::string name; ///< Fully qualified: parts joined by "."; may be empty.
  FieldKind kind = FieldKind::unknown;
  unsigned flags = 0;
  std::vector<Chain> holders; ///< Dictionaries that hold the value; at least one.
  std::vector<Widget> widgets;
  std::vector<Option> options;
  std::optional<std::size_t> max_length; ///< In characters.

  bool has(unsigned flag) const { return (flags & flag) != 0; }
  QPDFObjectHandle attribute(const char* key) const { return pdf::attribute(holders[0], key); }
};
/// Made by our own writer, which says the kind of its fields.
bool is_ours(const Field& field);

/// A node of the tree whose /Kids or whose kids' /Parent are wrong, and what its kids really are.
struct Mending {
  QPDFObjectHandle node;
  std::vector<QPDFObjectHandle> kids;
};

struct FormFields {
  QPDFObjectHandle form;     ///< The /AcroForm; null where there is none.
  std::vector<Field> fields; ///< In the order of the tree, then of the pages.
  /// What /Fields should hold: also roots that only pages show, each once.
  std::vector<QPDFObjectHandle> roots;
  std::vector<Mending> broken; ///< In the order of the tree.
};

/// Makes the tree what it should be, so that other programs find their way in it.
void mend(FormFields& fields);

/// Cycles, missing parents, widgets that are their own kids or that no field lists: what is there
/// is found once. May throw what `guarded` catches.
FormFields read_fields(File& file);

/// Text of a string object: PDFDocEncoding, UTF-16 or UTF-8, without language escapes; names and
/// numbers as they are written; "" for all else.
std::string text_of(QPDFObjectHandle object);
/// A name without its slash as UTF-8; bytes that are none are taken for Latin-1.
std::string name_text(const std::string& name);
/// The on-states of a check box or radio button's widget, in order of their names; each as the file
/// has it, with its slash.
std::vector<std::string> on_states(const Widget& widget);
/// What a button is called when it is on, with its slash: the first of its states, or a name of our
/// own for one that has none.
std::string state_of(const Field& field, std::size_t widget);
/// What the widget shows when it is chosen: /Opt (radio buttons and check boxes), else the state.
std::string choice_text(const Field& field, std::size_t widget);
/// Normalised rectangle, in points, y upwards; nothing when it is missing or nonsense.
std::optional<QPDFObjectHandle::Rectangle> rectangle_of(QPDFObjectHandle dictionary,
                                                        const char* key);

} // namespace saraban::pdf

// Places beside the text: frames and floating tables.
#include "docx/frames.h"

#include "docx/part/elements.h"

#include <algorithm>

namespace saraban::docx {
namespace {

using document::AlignTo;
using document::AxisPosition;
using document::LineRule;
using document::RelativeTo;

constexpr Word<AlignTo> alignments[] = {
    {"left", AlignTo::start},      {"center", AlignTo::center}, {"right", AlignTo::end},
    {"top", AlignTo::start},       {"bottom", AlignTo::end},    {"inside", AlignTo::inside},
    {"outside", AlignTo::outside},
};

struct Names {
  const char *anchor, *offset, *align;
};

AxisPosition read_axis(pugi::xml_node e, const Names& names, RelativeTo text) {
  AxisPosition position;
  const auto anchor = attribute(e, names.anchor);
  position.relative_to = anchor == "page"     ? RelativeTo::page
                         : anchor == "margin" ? RelativeTo::margin
                                              : text;
  position.offset = length_or(attribute(e, names.offset), {});
  position.align = meaning_or(attribute(e, names.align), AlignTo::offset, alignments);
  return position;
}

} // namespace

std::optional<document::Frame> read_frame(pugi::xml_node e) {
  document::Frame frame;
  frame.horizontal = read_axis(e, {"w:hAnchor", "w:x", "w:xAlign"}, RelativeTo::column);
  // A place without an anchor is counted from the margin.
  const bool placed = e.attribute("w:y") || e.attribute("w:yAlign");
  frame.vertical =
      read_axis(e, {"w:vAnchor", "w:y", "w:yAlign"},
                placed && !e.attribute("w:vAnchor") ? RelativeTo::margin : RelativeTo::paragraph);
  frame.width = length(attribute(e, "w:w"));
  frame.height = length(attribute(e, "w:h"));
  const auto rule = attribute(e, "w:hRule");
  if (rule == "exact")
    frame.height_rule = LineRule::exact;
  else if (rule == "atLeast" || (rule.empty() && frame.height))
    frame.height_rule = LineRule::at_least;
  frame.horizontal_space = length_or(attribute(e, "w:hSpace"), {});
  frame.vertical_space = length_or(attribute(e, "w:vSpace"), {});
  const auto drop = attribute(e, "w:dropCap");
  if (drop == "drop" || drop == "margin") {
    const auto lines = integer_or(attribute(e, "w:lines"), 1);
    frame.drop_cap_lines = static_cast<int>(std::clamp<std::int64_t>(lines, 1, 10));
    frame.drop_cap_in_margin = drop == "margin";
  }
  frame.wraps = attribute(e, "w:wrap") != "none" && attribute(e, "w:wrap") != "notBeside";
  return frame;
}

document::FloatingTable read_floating_table(pugi::xml_node e) {
  document::FloatingTable floating;
  floating.horizontal =
      read_axis(e, {"w:horzAnchor", "w:tblpX", "w:tblpXSpec"}, RelativeTo::column);
  floating.vertical =
      read_axis(e, {"w:vertAnchor", "w:tblpY", "w:tblpYSpec"},
                e.attribute("w:vertAnchor") ? RelativeTo::paragraph : RelativeTo::margin);
  floating.distance = {length_or(attribute(e, "w:topFromText"), {}),
                       length_or(attribute(e, "w:rightFromText"), {}),
                       length_or(attribute(e, "w:bottomFromText"), {}),
                       length_or(attribute(e, "w:leftFromText"), {})};
  return floating;
}

} // namespace saraban::docx

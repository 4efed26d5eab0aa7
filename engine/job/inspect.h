// What a template asks for, what a document holds, what fonts there are.
#pragma once

#include "job/saraban.h"

namespace saraban {

enum class InspectAs {
  text,
  json,
  schema, ///< JSON Schema of its data.
  sample  ///< Data to try it with, as JSON.
};

/// A template's values with their filters and places, and the lists it repeats over; a document
/// without tags: its parts, as far as people count them. Ends in a line feed; "" after an error.
std::string inspect(const std::string& path, InspectAs as, const Environment& environment,
                    Result& result);

enum class DumpAs { document, pages, text, xml };

/// Either waist, the plain text or the XML parts of the job's document, filled where there is data.
std::string dump(const Job& job, DumpAs as, Result& result);

/// The families found; with a path, what each family of that document gets: "TH SarabunPSK →
/// Laksaman".
std::string list_fonts(const std::string& path, const Environment& environment, Result& result);

} // namespace saraban

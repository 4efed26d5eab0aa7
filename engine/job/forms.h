// PDF files as templates: their fields listed, filled, flattened, read back.
#pragma once

#include "job/inspect.h"
#include "job/saraban.h"

namespace saraban {

/// The fields of the job's template; ends in a line feed, "" after an error.
std::string list_form(const Job& job, InspectAs as, Result& result);

/// The data that the fields of the job's template hold, to the job's output where there is one
/// (.json, .yaml) and as text; JSON without a name. "" after an error.
std::string extract_form(const Job& job, Result& result);
/// The job's PDF with its fields turned into page content, to the job's output.
Result flatten_form(const Job& job);
/// flatten_form, and write the output.
Result flatten_form_files(const Job& job);

} // namespace saraban

namespace saraban::job {

/// A template opened, with what its records share: job/pdf_template.h.
class PdfTemplate;
struct Record;

/// generate and check for a PDF template.
Result generate_from_pdf(const Job& job);
Result check_pdf(const Job& job);
/// The output of one row of a batch, which may hold more than the form asks for. Stops after an
/// error.
void produce_from_pdf(const PdfTemplate& source, const Record& record, const Job& job,
                      const std::string& output_path, Result& result);

} // namespace saraban::job

// Objects of our own writer put into a file of others.
#pragma once

#include "pdf/open.h"
#include "render/objects.h"

#include <functional>
#include <vector>

namespace saraban::pdf {

/// Makes objects that are numbered from its first argument on, and gives the numbers of those that
/// are asked for.
using MakeObjects =
    std::function<std::vector<int>(int first, std::vector<render::LooseObject>& objects)>;

enum class InsertAs {
  objects, ///< For those who look at them later.
  texts    ///< As they are, where the file is sound: they are there to be named and written only.
};

/// Adds objects to the file, numbered after its own, and gives those that were asked for.
std::vector<QPDFObjectHandle> insert(File& file, InsertAs as, const MakeObjects& make);

} // namespace saraban::pdf

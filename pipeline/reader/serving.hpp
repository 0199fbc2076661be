#pragma once

#include "model/limits.hpp"
#include "reader/descriptor.hpp"
#include "reader/engines.hpp"

namespace paraphe::reader {

/// The life of one reader, in a process of its own, already confined: answers requests on `socket` until its other end closes.
void serve(const Descriptor& socket, const Engines& engines, const Limits& limits);

}  // namespace paraphe::reader

/// Typed, strided, read-only windows on memory. They know nothing of files or formats.
///
/// A view is a segment, a start, a size and a stride; making one costs one small object and reading through one makes
/// no copy. The values stay where they are until the caller asks for `copyTo`, `gather` or `toArray`.
///
/// ## Lifetime
/// A view is valid as long as its segment is. Once the file that it came from is closed, every access throws
/// [IllegalStateException]; nothing crashes.
///
/// ## Threads
/// All views are immutable and may be shared between threads without a lock.
///
/// ## One class for each shape
/// `float` and `double`, contiguous and strided, are handled inside one final class. A call site that sees several
/// classes behind one interface loses inlining and becomes 6 to 10 times slower; one class that branches on its
/// element type stays within 10 % of the best case whatever it has seen. `CONTRIBUTING.md` tells how to measure it.
package dev.exodusii.view;

/// Long work in pieces: on the caller's threads, with progress, and stoppable.
///
/// Knows nothing of files, views or Exodus.
package dev.exodusii.parallel;

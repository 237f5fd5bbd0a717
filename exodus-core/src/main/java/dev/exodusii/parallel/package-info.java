/// Long work in pieces: on the caller's threads, with progress, and stoppable.
///
/// `Workers` knows nothing of files, views or Exodus; `ParallelReads` runs reductions and copies of views on them.
package dev.exodusii.parallel;

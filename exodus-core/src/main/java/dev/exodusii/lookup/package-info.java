/// Finding things by key in little memory.
///
/// Knows nothing of files, views or Exodus.
package dev.exodusii.lookup;

/// A bounded cache of arrays that were derived from files: decoded steps, magnitudes, displaced meshes.
///
/// Views read straight from the mapping and need no cache. A viewer that uploads the same steps again and again does,
/// because what goes to a GPU has to be decoded into native byte order first.
///
/// The package maps nothing and knows nothing of files on a disk: all it needs is the views of `dev.exodusii.core`. It
/// lives in this module because the library that it stands on, Caffeine, is to stay out of the core, and a module for two
/// public classes would be one more for everybody to name. Nothing else here uses it, and nothing loads it or Caffeine
/// before [dev.exodusii.cache.StepCache#ofBytes] is called.
package dev.exodusii.cache;

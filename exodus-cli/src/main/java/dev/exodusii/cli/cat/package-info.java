/// The values that `exo cat` prints: from any variable, coordinate, connectivity, set or map to rows of fields.
package dev.exodusii.cli.cat;

/// Makes regular meshes of any size with results, for tests, benchmarks and examples. [GridModel] is where to begin.
package dev.exodusii.grid;

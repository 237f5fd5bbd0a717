/// What `exo copy` and `exo make` have written, and how users say how a mesh is moved.
package dev.exodusii.cli.copy;

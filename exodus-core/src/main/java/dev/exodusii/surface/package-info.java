/// What is seen of a mesh, as a viewer draws it.
package dev.exodusii.surface;

/// What `exo near` finds at points of a mesh, on a screen and as JSON.
package dev.exodusii.cli.near;

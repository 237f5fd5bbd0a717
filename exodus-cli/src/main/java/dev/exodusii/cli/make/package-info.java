/// What `exo make` reads of the command line: meshes and what variables are.
package dev.exodusii.cli.make;

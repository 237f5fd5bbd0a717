/// Where the values lie in a file, for `exo layout`: for people, for NumPy, for Kerchunk.
package dev.exodusii.cli.layout;

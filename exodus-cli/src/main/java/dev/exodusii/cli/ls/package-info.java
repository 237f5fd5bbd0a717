/// What `exo ls` lists.
package dev.exodusii.cli.ls;

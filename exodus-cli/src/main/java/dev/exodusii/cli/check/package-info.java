/// What `exo check` prints.
package dev.exodusii.cli.check;

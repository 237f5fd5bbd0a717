/// Everything that `exo exodiff` and `exo diff` say: the options of exodiff, its command files, its text and JSON.
package dev.exodusii.cli.exodiff;

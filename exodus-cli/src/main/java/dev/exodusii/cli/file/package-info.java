/// Files that verbs write.
package dev.exodusii.cli.file;

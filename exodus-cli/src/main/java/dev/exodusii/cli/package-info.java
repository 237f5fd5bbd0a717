/// `exo`, the command line: one class for each verb.
package dev.exodusii.cli;

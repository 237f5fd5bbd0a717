/// The numbers that `exo stats` prints.
package dev.exodusii.cli.stats;

/// What `exo repair` saved of a file, on a screen and as JSON.
package dev.exodusii.cli.repair;

/// What `exo follow` prints of each step.
package dev.exodusii.cli.follow;

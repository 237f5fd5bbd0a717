/// What `exo info` tells of a file, as a screen and as JSON.
package dev.exodusii.cli.info;

/// What `exo show` tells about one thing: facts that are the same for people and for programs.
package dev.exodusii.cli.show;

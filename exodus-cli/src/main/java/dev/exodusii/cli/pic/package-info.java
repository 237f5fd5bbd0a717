/// What `exo pic` draws of a file, and how the picture gets into a file.
package dev.exodusii.cli.pic;

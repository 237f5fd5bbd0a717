/// What `exo view` is made of: a model without windows, a thread that reads and draws, and a thin window.
package dev.exodusii.cli.view;

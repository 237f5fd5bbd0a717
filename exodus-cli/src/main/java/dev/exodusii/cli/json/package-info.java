/// What programs read: JSON documents.
package dev.exodusii.cli.json;

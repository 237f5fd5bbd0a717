/// Rows of values, one after another and however many: as a table for people, separated by tabs or commas, or as JSON.
package dev.exodusii.cli.rows;

/// What people see: styled text, tables, numbers, the terminal. Knows nothing of Exodus.
package dev.exodusii.cli.text;

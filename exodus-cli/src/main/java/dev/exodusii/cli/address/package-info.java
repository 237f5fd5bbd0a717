/// How users name what is in a file: `node:471`, `block:steel`, `nodal/disp_y`, `elem/stress_yy@block:1`, `last`.
package dev.exodusii.cli.address;

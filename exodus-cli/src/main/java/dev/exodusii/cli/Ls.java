package dev.exodusii.cli;

import dev.exodusii.ExodusFile;
import dev.exodusii.cli.ls.Choice;
import dev.exodusii.cli.ls.Item;
import dev.exodusii.cli.ls.Listing;
import dev.exodusii.cli.rows.Column;
import dev.exodusii.cli.rows.RowWriter;
import java.util.List;

/// `exo ls`: what there is in a file, each with the address that names it in every other verb.
final class Ls extends RowVerb {

    Ls(Exo exo) {
        super(exo, "ls", "Lists what is in files, each thing with its address, shape, size and bytes.",
                new Arguments("FILE... [WHAT...]", 1, Integer.MAX_VALUE, "The files, and what to list: a kind (blocks,"
                        + " sets, nset, maps, nodal, elem, variables, attributes, factors), a glob ('nodal/*', 'elem/stress_*@block:1',"
                        + " '*steel*') or a regular expression between slashes; everything as usual."),
                "", "Examples:", "  exo ls run.e", "  exo ls run.e 'elem/*@block:2'", "  exo ls run.e sets --csv");
    }

    @Override
    String schema() {
        return "exo.ls/1";
    }

    @Override
    ExitCode rows(ExodusFile file, List<String> words, Sink sink) {
        List<Item> items = Choice.of(file, Listing.of(file), words);
        try (RowWriter rows = sink.open(List.of(Column.words("address"), Column.words("name"), Column.words("what"),
                Column.numbers("size"), Column.words("on"), Column.numbers("bytes")), _ -> {})) {
            for (Item item : items) {
                rows.word(item.address()).word(item.name()).word(item.what()).integer(item.size())
                        .word(item.places()).integer(item.bytes()).end();
            }
        }
        return ExitCode.OK;
    }
}

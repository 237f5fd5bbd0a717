package dev.exodusii.cli;

import dev.exodusii.ExodusFile;
import dev.exodusii.cli.address.Address;
import dev.exodusii.cli.address.Moment;
import dev.exodusii.cli.address.Steps;
import dev.exodusii.cli.json.Json;
import dev.exodusii.cli.show.Description;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `exo show`: everything about one thing in a file.
final class Show extends Verb {

    private static final String SCHEMA = "exo.show/1";

    private final Flag json = flag("--json", "Print one JSON document.");
    private final Flag all = more("--all", "Show long tables in full.");
    private final Option step = stepOption(false, "STEP", "The step at which values are told: last (as usual), 3,"
            + " t=3.5e5.");

    Show(Exo exo) {
        super(exo, "show", "Tells everything about one thing: a node, an element, a block, a set, a variable ...",
                new Arguments("FILE ADDRESS...", 2, Integer.MAX_VALUE, "The file, and what to show: node:471, elem:#11,"
                        + " nset:4, block:steel, nodal/disp_y, attr/thickness@block:1, factors@sset:4, assembly:1, qa,"
                        + " info, coord, time, frames."),
                "", "Examples:", "  exo show run.e node:471", "  exo show run.e block:1 elem/stress_xx --step t=3.5e5",
                "  exo show run.e --json elem:12");
    }

    @Override
    ExitCode run() {
        String name = arguments().values().getFirst();
        List<String> words = arguments().values().subList(1, arguments().values().size());
        try (Printer printer = exo().printer()) {
            try (ExodusFile file = exo().open(name); var _ = exo().measured(name)) {
                Optional<Moment> moment = file.times().isEmpty() && !step.isSet() ? Optional.empty()
                        : Optional.of(Steps.parse(file.times(), step.value().orElse("last")).getFirst());
                List<Description> described = new ArrayList<>();
                for (String word : words) {
                    described.add(Description.of(file, Address.parse(file, word), moment));
                }
                if (json.isSet()) {
                    Json document = begin(name, printer);
                    document.objects("items", described, item -> item.write(document));
                    printer.raw(document.end() + "\n");
                } else {
                    described.forEach(item -> printer.show(item.lines(printer.page(), all.isSet()
                            || !printer.isInteractive())));
                }
                return printer.soundness(name, file);
            } catch (IOException | RuntimeException | InternalError e) {
                Problem problem = Problem.of(name, e);
                return fail(problem, e, printer, () -> begin(name, printer));
            }
        }
    }

    private static Json begin(String name, Printer printer) {
        return printer.begin().field("schema", SCHEMA).field("file", name);
    }
}

package dev.exodusii.cli.view;

import dev.exodusii.cli.plot.Picture;
import dev.exodusii.cli.render.ColourMap;
import dev.exodusii.cli.render.View;
import dev.exodusii.cli.text.Numbers;
import dev.exodusii.cli.view.Facts.Component;
import dev.exodusii.cli.view.Facts.Field;
import dev.exodusii.cli.view.Facts.Move;
import dev.exodusii.statistics.Quantity;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JScrollPane;
import javax.swing.JSlider;
import javax.swing.JSplitPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.JToggleButton;
import javax.swing.Timer;
import org.jspecify.annotations.Nullable;

/// All that is in the window of a viewer. It shows what the model says and tells it what the user does, no more.
final class ViewPanel extends JPanel {

    private static final long serialVersionUID = 1L;
    private static final int TICK_MILLIS = 40;
    private static final int PROGRESS_MILLIS = 100;
    private static final String NO_COLOUR = "blocks";

    private final transient Model model;
    private final MeshCanvas canvas;
    private final PartsTree parts;
    private final JComboBox<Object> variables = new JComboBox<>(new Object[] {NO_COLOUR});
    private final JComboBox<Component> components = new JComboBox<>();
    private final JComboBox<RangeRule.Kind> ranges = new JComboBox<>(RangeRule.Kind.values());
    private final JTextField low = new JTextField("0", 7);
    private final JTextField high = new JTextField("1", 7);
    private final JComboBox<Object> colours = new JComboBox<>(ColourMap.all().stream().map(ColourMap::name).toArray());
    private final JCheckBox deform = new JCheckBox("deform by");
    private final JComboBox<Move> moves = new JComboBox<>();
    private final JTextField scale = new JTextField("1", 5);
    private final JCheckBox edges = new JCheckBox("edges", true);
    private final JSlider time = new JSlider(0, 0, 0);
    private final JLabel timeLabel = new JLabel(" ");
    private final JToggleButton play = new JToggleButton("Play");
    private final JLabel status = new JLabel(" ");
    private final JProgressBar progress = new JProgressBar(0, 1000);
    private final JButton cancel = new JButton("Cancel");
    private final JTextArea facts = new JTextArea(12, 26);
    private final History history = new History();
    private final transient List<Timer> timers;
    private transient @Nullable Facts shownFacts;
    /// While the panel itself sets what it shows, that is not the user's doing.
    private boolean isSetting;

    ViewPanel(Model model) {
        super(new BorderLayout());
        this.model = model;
        this.canvas = new MeshCanvas(model);
        this.parts = new PartsTree(model);
        Timer player = new Timer(TICK_MILLIS, _ -> model.tick());
        Timer bar = new Timer(PROGRESS_MILLIS, _ -> {
            showProgress();
            model.rest();
        });
        Timer glance = new Timer((int) model.glanceMillis(), _ -> model.glance());
        timers = List.of(player, bar, glance);
        add(toolbar(), BorderLayout.NORTH);
        facts.setEditable(false);
        facts.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        facts.setLineWrap(true);
        facts.setWrapStyleWord(true);
        JSplitPane right = new JSplitPane(JSplitPane.VERTICAL_SPLIT, new JScrollPane(facts), history);
        right.setResizeWeight(0.55);
        right.setMinimumSize(new Dimension(150, 100));
        JScrollPane tree = new JScrollPane(parts);
        tree.setPreferredSize(new Dimension(210, 400));
        tree.setMinimumSize(new Dimension(180, 100));
        JSplitPane middle = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, canvas, right);
        middle.setResizeWeight(1);
        JSplitPane all = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, tree, middle);
        add(all, BorderLayout.CENTER);
        add(bottom(), BorderLayout.SOUTH);
        PlainText.inAll(this);
        listen();
    }

    /// Begins to follow time and the file.
    void start() {
        timers.forEach(Timer::start);
    }

    /// Ends that.
    void stop() {
        timers.forEach(Timer::stop);
    }

    private JComponent toolbar() {
        JPanel bar = new JPanel(new FlowLayout(FlowLayout.LEFT, 4, 3));
        bar.add(button("Fit", model::fit));
        for (View view : View.values()) {
            String name = view.name();
            bar.add(button(name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT), () -> model.look(view)));
        }
        bar.add(Box.createHorizontalStrut(6));
        bar.add(edges);
        bar.add(button("Save…", this::save));
        bar.add(button("Reload", model::reload));
        JPanel second = new JPanel(new FlowLayout(FlowLayout.LEFT, 4, 3));
        second.add(new JLabel("colour"));
        second.add(variables);
        second.add(components);
        second.add(colours);
        second.add(new JLabel("range"));
        second.add(ranges);
        second.add(low);
        second.add(high);
        second.add(deform);
        second.add(moves);
        second.add(new JLabel("×"));
        second.add(scale);
        JPanel both = new JPanel(new BorderLayout());
        both.add(bar, BorderLayout.NORTH);
        both.add(second, BorderLayout.SOUTH);
        return both;
    }

    private JComponent bottom() {
        JPanel steps = new JPanel(new BorderLayout(6, 0));
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEFT, 4, 2));
        buttons.add(button("|<", () -> model.change(old -> old.at(0))));
        buttons.add(button("<", () -> model.step(-1)));
        buttons.add(play);
        buttons.add(button(">", () -> model.step(1)));
        steps.add(buttons, BorderLayout.WEST);
        steps.add(time, BorderLayout.CENTER);
        timeLabel.setPreferredSize(new Dimension(230, 20));
        steps.add(timeLabel, BorderLayout.EAST);
        JPanel line = new JPanel(new BorderLayout(6, 0));
        line.setBorder(BorderFactory.createEmptyBorder(2, 6, 2, 6));
        line.add(status, BorderLayout.CENTER);
        JPanel loading = new JPanel(new FlowLayout(FlowLayout.RIGHT, 4, 0));
        loading.add(progress);
        loading.add(cancel);
        // Its room stays when they go: the mesh above does not jump.
        loading.setPreferredSize(loading.getPreferredSize());
        line.add(loading, BorderLayout.EAST);
        JPanel all = new JPanel(new BorderLayout());
        all.add(steps, BorderLayout.NORTH);
        all.add(line, BorderLayout.SOUTH);
        return all;
    }

    private static JButton button(String label, Runnable action) {
        JButton button = new JButton(label);
        button.setMargin(new java.awt.Insets(2, 6, 2, 6));
        button.addActionListener(_ -> action.run());
        return button;
    }

    private void listen() {
        variables.addActionListener(_ -> byUser(this::chooseVariable));
        components.addActionListener(_ -> byUser(this::chooseComponent));
        ranges.addActionListener(_ -> byUser(this::chooseRange));
        low.addActionListener(_ -> byUser(this::chooseRange));
        high.addActionListener(_ -> byUser(this::chooseRange));
        colours.addActionListener(_ -> byUser(() -> ColourMap.named(String.valueOf(colours.getSelectedItem()))
                .ifPresent(map -> model.change(old -> old.coloured(map)))));
        moves.addActionListener(_ -> byUser(() -> {
            deform.setSelected(true);
            chooseDeformation();
        }));
        deform.addActionListener(_ -> byUser(this::chooseDeformation));
        scale.addActionListener(_ -> byUser(this::chooseDeformation));
        edges.addActionListener(_ -> byUser(() -> model.change(old -> old.edged(edges.isSelected()))));
        time.addChangeListener(_ -> byUser(() -> model.change(old -> old.at(time.getValue()))));
        play.addActionListener(_ -> byUser(() -> model.play(play.isSelected())));
        cancel.addActionListener(_ -> model.cancel());
    }

    private void byUser(Runnable action) {
        if (!isSetting) {
            action.run();
        }
    }

    private void chooseVariable() {
        isSetting = true;
        components.setModel(variables.getSelectedItem() instanceof Field field
                ? new DefaultComboBoxModel<>(field.components().toArray(Component[]::new)) : new DefaultComboBoxModel<>());
        isSetting = false;
        chooseComponent();
    }

    private void chooseComponent() {
        Object selected = components.getSelectedItem();
        model.change(old -> old.coloured(selected instanceof Component component ? Optional.of(component.quantity())
                : Optional.empty()));
    }

    private void chooseRange() {
        RangeRule.Kind kind = (RangeRule.Kind) ranges.getSelectedItem();
        if (kind == RangeRule.Kind.FIXED) {
            Optional<Double> from = number(low);
            Optional<Double> to = number(high);
            if (from.isPresent() && to.isPresent()) {
                model.change(old -> old.ranged(RangeRule.fixed(from.get(), to.get())));
            }
        } else {
            model.change(old -> old.ranged(kind == RangeRule.Kind.ALL ? RangeRule.ALL_STEPS : RangeRule.THIS_STEP));
        }
    }

    private void chooseDeformation() {
        Optional<Double> factor = number(scale);
        Optional<Quantity> vector = deform.isSelected() && moves.getSelectedItem() instanceof Move move
                ? Optional.of(move.vector()) : Optional.empty();
        factor.ifPresent(by -> model.change(old -> old.deformed(vector, by)));
    }

    private Optional<Double> number(JTextField field) {
        try {
            double value = Double.parseDouble(field.getText().strip());
            if (Double.isFinite(value)) {
                return Optional.of(value);
            }
        } catch (NumberFormatException _) {
            // Said below.
        }
        status.setText("'" + field.getText() + "' is no number");
        return Optional.empty();
    }

    private void save() {
        JFileChooser chooser = new JFileChooser();
        chooser.setSelectedFile(Path.of("exo.png").toAbsolutePath().toFile());
        if (chooser.showSaveDialog(this) == JFileChooser.APPROVE_OPTION) {
            model.save(chooser.getSelectedFile().toPath());
        }
    }

    private void showProgress() {
        boolean isLoading = model.isLoading();
        progress.setVisible(isLoading);
        cancel.setVisible(isLoading);
        progress.setValue((int) (1000 * model.progress()));
    }

    /// Shows what the model has now.
    void refresh() {
        isSetting = true;
        try {
            Facts known = model.facts().orElse(null);
            if (known != null && !known.equals(shownFacts)) {
                showFacts(known);
            }
            model.choice().ifPresent(this::showChoice);
            play.setSelected(model.isPlaying());
            Picked picked = model.picked();
            String text = picked.lines().isEmpty() ? known == null ? "" : about(known) : String.join("\n", picked.lines());
            if (!facts.getText().equals(text)) {
                facts.setText(text);
                facts.setCaretPosition(0);
            }
            history.show(picked.history());
            status.setText(model.message().isEmpty() ? picked.status().isEmpty() ? " " : picked.status()
                    : picked.status().isEmpty() ? model.message() : picked.status() + " — " + model.message());
            showProgress();
        } finally {
            isSetting = false;
        }
        canvas.repaint();
        parts.repaint();
    }

    private static String about(Facts known) {
        return (known.title().isEmpty() ? "" : known.title() + "\n\n") + Numbers.count(known.nodes(), "node") + "\n"
                + Numbers.count(known.elements(), "element") + "\n" + Numbers.count(known.steps(), "step") + "\n\n"
                + "Click on something.\n" + String.join("\n", known.notes());
    }

    private void showFacts(Facts known) {
        shownFacts = known;
        parts.show(known);
        Object selected = variables.getSelectedItem();
        DefaultComboBoxModel<Object> all = new DefaultComboBoxModel<>();
        all.addElement(NO_COLOUR);
        if (known.steps() > 0) {
            known.fields().forEach(all::addElement);
        }
        variables.setModel(all);
        if (selected instanceof Field && known.fields().contains(selected)) {
            variables.setSelectedItem(selected);
        }
        time.setMaximum(Math.clamp(known.steps() - 1, 0, Integer.MAX_VALUE));
        time.setEnabled(known.steps() > 1);
        play.setEnabled(known.steps() > 1);
        Object selectedMove = moves.getSelectedItem();
        moves.setModel(new DefaultComboBoxModel<>(known.moves().toArray(Move[]::new)));
        if (selectedMove instanceof Move && known.moves().contains(selectedMove)) {
            moves.setSelectedItem(selectedMove);
        }
        deform.setEnabled(!known.moves().isEmpty() && known.steps() > 0);
        moves.setEnabled(deform.isEnabled());
        scale.setEnabled(deform.isEnabled());
    }

    private void showChoice(Choice choice) {
        components.setEnabled(choice.colour().isPresent());
        if (time.getValue() != choice.step()) {
            time.setValue((int) choice.step());
        }
        edges.setSelected(choice.hasEdges());
        deform.setSelected(choice.move().isPresent());
        ranges.setSelectedItem(choice.range().kind());
        colours.setSelectedItem(choice.colours().name());
        model.facts().ifPresent(known -> {
            for (Field field : known.fields()) {
                for (Component component : field.components()) {
                    if (choice.colour().equals(Optional.of(component.quantity()))
                            && !component.equals(components.getSelectedItem())) {
                        variables.setSelectedItem(field);
                        components.setModel(new DefaultComboBoxModel<>(field.components().toArray(Component[]::new)));
                        components.setSelectedItem(component);
                    }
                }
            }
        });
        low.setEnabled(choice.range().kind() == RangeRule.Kind.FIXED);
        high.setEnabled(low.isEnabled());
        model.shown().ifPresent(shown -> {
            timeLabel.setText(Double.isNaN(shown.time()) ? "no steps" : "step " + shown.choice().step() + " of 0.."
                    + time.getMaximum() + "   t = " + Numbers.rounded(shown.time(), 6));
            if (!low.isEnabled()) {
                shown.scale().ifPresent(colours -> {
                    low.setText(Numbers.rounded(colours.low(), 5));
                    high.setText(Numbers.rounded(colours.high(), 5));
                });
            }
        });
    }

    /// How the picked value develops.
    private static final class History extends JComponent {

        private static final long serialVersionUID = 1L;
        private static final double LETTERS = 0.75;

        private transient Optional<Picture> picture = Optional.empty();

        History() {
            setPreferredSize(new Dimension(320, 230));
        }

        void show(Optional<Picture> next) {
            if (!next.equals(picture)) {
                picture = next;
                repaint();
            }
        }

        @Override
        protected void paintComponent(Graphics graphics) {
            graphics.setColor(java.awt.Color.WHITE);
            graphics.fillRect(0, 0, getWidth(), getHeight());
            picture.filter(_ -> getWidth() > 60 && getHeight() > 60).ifPresent(drawn -> {
                Graphics2D copy = (Graphics2D) graphics.create();
                drawn.paint(copy, getWidth(), getHeight(), LETTERS);
                copy.dispose();
            });
        }
    }
}

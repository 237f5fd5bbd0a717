package dev.exodusii.cli.view;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.netcdf.RecordCount;
import java.awt.Component;
import java.awt.Container;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JTree;
import javax.swing.plaf.basic.BasicHTML;
import javax.swing.tree.DefaultMutableTreeNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Names in files are no pages for Swing to show.
class PlainTextTest {

    private static final String NAME = "<html><b>name";

    private final Model model = new Model(Path.of("none.e"), RecordCount.FROM_HEADER, Runnable::run, () -> {});
    private final List<Component> all = new ArrayList<>();

    @AfterEach
    void close() {
        model.close();
    }

    private <T extends Component> List<T> all(Class<T> type) {
        gather(new ViewPanel(model));
        List<T> found = all.stream().filter(type::isInstance).map(type::cast).toList();
        assertTrue(!found.isEmpty());
        return found;
    }

    private void gather(Container container) {
        for (Component component : container.getComponents()) {
            all.add(component);
            if (component instanceof Container inner) {
                gather(inner);
            }
        }
    }

    private static void assertPlain(Component component) {
        assertNull(((JComponent) component).getClientProperty(BasicHTML.propertyKey), component::toString);
    }

    @Test
    void labelsShowThemAsTheyAre() {
        all(JLabel.class).forEach(label -> {
            label.setText(NAME);
            assertPlain(label);
        });
    }

    @Test
    void listsShowThemAsTheyAre() {
        all(JComboBox.class).forEach(box -> assertPlain(rendered(box)));
    }

    @SuppressWarnings("unchecked")
    private static Component rendered(JComboBox<?> box) {
        return ((JComboBox<Object>) box).getRenderer().getListCellRendererComponent(new JList<>(), NAME, 0, false, false);
    }

    @Test
    void treesShowThemAsTheyAre() {
        all(JTree.class).forEach(tree -> assertPlain(tree.getCellRenderer().getTreeCellRendererComponent(tree,
                new DefaultMutableTreeNode(NAME), false, false, true, 0, false)));
    }
}

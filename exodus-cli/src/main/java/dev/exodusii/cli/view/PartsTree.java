package dev.exodusii.cli.view;

import dev.exodusii.EntityKind;
import dev.exodusii.cli.view.Facts.Part;
import java.awt.Component;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import javax.swing.JCheckBox;
import javax.swing.JTree;
import javax.swing.tree.DefaultMutableTreeNode;
import javax.swing.tree.DefaultTreeModel;
import javax.swing.tree.DefaultTreeCellRenderer;
import javax.swing.tree.TreePath;

/// The blocks and sets of a mesh, each with a box to show or hide it. A heading shows or hides all below it.
final class PartsTree extends JTree {

    private static final long serialVersionUID = 1L;

    private final transient Model model;

    PartsTree(Model model) {
        super(new DefaultTreeModel(new DefaultMutableTreeNode("")));
        this.model = model;
        setRootVisible(false);
        setShowsRootHandles(true);
        setCellRenderer(new Boxes());
        addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent event) {
                TreePath path = getPathForLocation(event.getX(), event.getY());
                if (path != null) {
                    toggle((DefaultMutableTreeNode) path.getLastPathComponent());
                }
            }
        });
        addKeyListener(new KeyAdapter() {
            @Override
            public void keyPressed(KeyEvent event) {
                TreePath path = getSelectionPath();
                if (event.getKeyCode() == KeyEvent.VK_SPACE && path != null) {
                    toggle((DefaultMutableTreeNode) path.getLastPathComponent());
                }
            }
        });
    }

    /// Shows what a file has.
    void show(Facts facts) {
        DefaultMutableTreeNode root = new DefaultMutableTreeNode("");
        add(root, "Blocks", facts.blocks());
        for (EntityKind kind : List.of(EntityKind.SIDE_SET, EntityKind.NODE_SET, EntityKind.ELEMENT_SET)) {
            String label = kind.label();
            add(root, Character.toUpperCase(label.charAt(0)) + label.substring(1) + "s",
                    facts.sets().stream().filter(part -> part.kind() == kind).toList());
        }
        setModel(new DefaultTreeModel(root));
        for (int row = 0; row < getRowCount() && row < 200; row++) {
            expandRow(row);
        }
    }

    private static void add(DefaultMutableTreeNode root, String heading, List<Part> parts) {
        if (!parts.isEmpty()) {
            DefaultMutableTreeNode node = new DefaultMutableTreeNode(heading);
            parts.forEach(part -> node.add(new DefaultMutableTreeNode(part)));
            root.add(node);
        }
    }

    private boolean isShown(DefaultMutableTreeNode node) {
        if (node.getUserObject() instanceof Part part) {
            return model.choice().map(choice -> part.kind() == EntityKind.ELEMENT_BLOCK
                    ? !choice.hidden().contains(part.index()) : choice.sets().contains(part)).orElse(false);
        }
        for (int i = 0; i < node.getChildCount(); i++) {
            if (!isShown((DefaultMutableTreeNode) node.getChildAt(i))) {
                return false;
            }
        }
        return true;
    }

    private void toggle(DefaultMutableTreeNode node) {
        boolean isWanted = !isShown(node);
        model.change(old -> {
            Choice next = old;
            if (node.getUserObject() instanceof Part part) {
                return next.showing(part, isWanted);
            }
            for (int i = 0; i < node.getChildCount(); i++) {
                if (((DefaultMutableTreeNode) node.getChildAt(i)).getUserObject() instanceof Part part) {
                    next = next.showing(part, isWanted);
                }
            }
            return next;
        });
        repaint();
    }

    private final class Boxes extends DefaultTreeCellRenderer {

        private static final long serialVersionUID = 1L;

        private final JCheckBox box = new JCheckBox();

        @Override
        public Component getTreeCellRendererComponent(JTree tree, Object value, boolean isSelected, boolean isExpanded,
                boolean isLeaf, int row, boolean hasFocus) {
            DefaultMutableTreeNode node = (DefaultMutableTreeNode) value;
            box.setText(node.getUserObject() instanceof Part part ? part.label() : String.valueOf(node.getUserObject()));
            box.setSelected(isShown(node));
            box.setOpaque(false);
            return box;
        }
    }
}

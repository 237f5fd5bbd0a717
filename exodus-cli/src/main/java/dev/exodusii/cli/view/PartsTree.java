package dev.exodusii.cli.view;

import dev.exodusii.EntityKind;
import dev.exodusii.cli.view.Facts.Group;
import dev.exodusii.cli.view.Facts.Part;
import java.awt.Component;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.swing.JCheckBox;
import javax.swing.JTree;
import javax.swing.tree.DefaultMutableTreeNode;
import javax.swing.tree.DefaultTreeModel;
import javax.swing.tree.DefaultTreeCellRenderer;
import javax.swing.tree.TreePath;

/// The blocks, assemblies and sets of a mesh, each with a box to show or hide it. A heading shows or hides all below it, and
/// an assembly all that it holds.
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
        addGroups(root, facts.groups());
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

    private static void addGroups(DefaultMutableTreeNode root, List<Group> groups) {
        if (!groups.isEmpty()) {
            DefaultMutableTreeNode node = new DefaultMutableTreeNode("Assemblies");
            groups.forEach(group -> node.add(node(group)));
            root.add(node);
        }
    }

    private static DefaultMutableTreeNode node(Group group) {
        DefaultMutableTreeNode node = new DefaultMutableTreeNode(group);
        group.groups().forEach(inner -> node.add(node(inner)));
        Set<Part> inside = new HashSet<>();
        group.groups().forEach(inner -> inside.addAll(inner.leaves()));
        group.leaves().stream().filter(part -> !inside.contains(part))
                .forEach(part -> node.add(new DefaultMutableTreeNode(part)));
        return node;
    }

    /// What a box stands for: a block or a set, or all that is below it.
    private static List<Part> parts(DefaultMutableTreeNode node) {
        if (node.getUserObject() instanceof Part part) {
            return List.of(part);
        }
        if (node.getUserObject() instanceof Group group) {
            return group.leaves();
        }
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < node.getChildCount(); i++) {
            parts.addAll(parts((DefaultMutableTreeNode) node.getChildAt(i)));
        }
        return parts;
    }

    private boolean isShown(DefaultMutableTreeNode node) {
        List<Part> parts = parts(node);
        return !parts.isEmpty() && model.choice().map(choice -> parts.stream().allMatch(choice::shows)).orElse(false);
    }

    private void toggle(DefaultMutableTreeNode node) {
        boolean isWanted = !isShown(node);
        model.change(old -> old.showing(parts(node), isWanted));
        repaint();
    }

    private final class Boxes extends DefaultTreeCellRenderer {

        private static final long serialVersionUID = 1L;

        private final JCheckBox box = PlainText.in(new JCheckBox());

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

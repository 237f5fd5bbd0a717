package dev.exodusii.cli.view;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;

/// Where the mesh is seen, turned, moved, and clicked on.
final class MeshCanvas extends JComponent {

    private static final long serialVersionUID = 1L;
    private static final double ZOOM = 1.15;
    /// A hand trembles.
    private static final int CLICK = 3;

    private final transient Model model;

    MeshCanvas(Model model) {
        this.model = model;
        setPreferredSize(new Dimension(720, 560));
        setMinimumSize(new Dimension(200, 150));
        Mouse mouse = new Mouse();
        addMouseListener(mouse);
        addMouseMotionListener(mouse);
        addMouseWheelListener(mouse);
        addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent event) {
                model.resize(getWidth(), getHeight());
            }
        });
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        graphics.setColor(new Color(0xf4f5f7));
        graphics.fillRect(0, 0, getWidth(), getHeight());
        model.shown().ifPresent(shown -> {
            graphics.drawImage(shown.image(), 0, 0, null);
            Graphics2D copy = (Graphics2D) graphics.create();
            shown.explain(copy, getWidth(), getHeight());
            copy.dispose();
        });
    }

    private final class Mouse extends MouseAdapter {

        private int startX;
        private int startY;
        private int lastX;
        private int lastY;
        private boolean isDragged;

        @Override
        public void mousePressed(MouseEvent event) {
            startX = event.getX();
            startY = event.getY();
            lastX = startX;
            lastY = startY;
            isDragged = false;
        }

        @Override
        public void mouseDragged(MouseEvent event) {
            isDragged |= Math.hypot(event.getX() - startX, event.getY() - startY) > CLICK;
            if (!isDragged) {
                return;
            }
            int dx = event.getX() - lastX;
            int dy = event.getY() - lastY;
            lastX = event.getX();
            lastY = event.getY();
            boolean isTurn = SwingUtilities.isLeftMouseButton(event) && !event.isShiftDown();
            model.change(old -> old.with(isTurn ? old.camera().orbit(dx, dy) : old.camera().pan(dx, dy, old.height())));
        }

        @Override
        public void mouseReleased(MouseEvent event) {
            if (!isDragged && SwingUtilities.isLeftMouseButton(event)) {
                model.pick(event.getX(), event.getY());
            }
        }

        @Override
        public void mouseWheelMoved(MouseWheelEvent event) {
            double factor = Math.pow(ZOOM, -event.getPreciseWheelRotation());
            model.change(old -> old.with(old.camera().zoom(factor, event.getX(), event.getY(), old.width(), old.height())));
        }
    }
}

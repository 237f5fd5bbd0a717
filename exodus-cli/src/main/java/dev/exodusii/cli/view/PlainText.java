package dev.exodusii.cli.view;

import java.awt.Component;
import java.awt.Container;
import javax.swing.JComboBox;
import javax.swing.JComponent;

/// Has components show text as it is. Swing takes what begins with `<html>` for a page, which may even load pictures, and
/// the names in a file may begin like that.
final class PlainText {

    private PlainText() {}

    /// Has a component show the text as it is that it is given from now on.
    ///
    /// @param component shows text
    /// @return the component
    static <T extends JComponent> T in(T component) {
        component.putClientProperty("html.disable", true);
        return component;
    }

    /// Has all components in another one, and what draws the entries of lists, show text as it is.
    ///
    /// @param container holds them
    static void inAll(Container container) {
        for (Component component : container.getComponents()) {
            if (component instanceof JComponent shown) {
                in(shown);
            }
            if (component instanceof JComboBox<?> box && box.getRenderer() instanceof JComponent renderer) {
                in(renderer);
            }
            if (component instanceof Container inner) {
                inAll(inner);
            }
        }
    }
}
